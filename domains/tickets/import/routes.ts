import type { Readable } from 'node:stream'
import { z } from 'zod'
import { IdParam } from '#contracts/kit'
import {
  IMPORT_LIMIT,
  Import,
  ImportEmergency,
  ImportMapping,
  ImportPreview,
  ImportSetup,
  ImportWhat,
  SaveImportState,
} from '#contracts/tickets/import'
import type { App } from '#platform/module'
import { importErrors } from './errors.ts'
import { listEmergencies, listImports, moveImport, readImport, startImport } from './imports.ts'
import { preview } from './preview.ts'
import { openResult } from './result-file.ts'
import { readSetup, saveMapping } from './setup.ts'

const config = { can: 'tickets.import' }
const schemaOf = <T extends z.ZodType>(answer: T) => ({ params: IdParam, response: { 200: answer } })

export function importRoutes(app: App): void {
  app.post(
    '/imports',
    {
      config: { ...config, upload: true },
      schema: { querystring: z.strictObject({ what: ImportWhat }), response: { 201: Import } },
    },
    async (req, reply) => {
      const { name, bytes } = await fileOf(req)
      return reply.code(201).send(await startImport(req.ctx, { what: req.query.what, name }, bytes))
    },
  )
  app.get('/imports', { config, schema: { response: { 200: z.array(Import) } } }, (req) =>
    listImports(req.ctx),
  )
  app.get('/imports/:id', { config, schema: schemaOf(Import) }, (req) => readImport(req.ctx, req.params.id))
  app.get('/imports/:id/setup', { config, schema: schemaOf(ImportSetup) }, (req) =>
    readSetup(req.ctx, req.params.id),
  )
  app.put(
    '/imports/:id/mapping',
    { config, schema: { ...schemaOf(ImportSetup), body: ImportMapping } },
    (req) => saveMapping(req.ctx, req.params.id, req.body),
  )
  app.get('/imports/:id/preview', { config, schema: schemaOf(ImportPreview) }, (req) =>
    preview(req.ctx, req.params.id),
  )
  app.put('/imports/:id/state', { config, schema: { ...schemaOf(Import), body: SaveImportState } }, (req) =>
    moveImport(req.ctx, req.params.id, req.body),
  )
  app.get('/imports/:id/emergencies', { config, schema: schemaOf(z.array(ImportEmergency)) }, (req) =>
    listEmergencies(req.ctx, req.params.id),
  )
  app.get(
    '/imports/:id/file',
    {
      config,
      schema: {
        params: IdParam,
        querystring: z.strictObject({ only: z.enum(['all', 'refused']).default('all') }),
      },
    },
    async (req, reply) => {
      const { bytes, name } = await openResult(req.ctx, req.params.id, req.query.only)
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .header('cache-control', 'private, no-store')
        .send(bytes)
    },
  )
}

type Upload = { fieldname: string; filename: string; file: Readable }
type WithFile = {
  isMultipart: () => boolean
  file: (options: { limits: { fileSize: number; files: number } }) => Promise<Upload | undefined>
}

/** The one file of the form, as a stream: it may be larger than anything that is kept in memory. Errors: import.noFile. */
async function fileOf(req: unknown): Promise<{ name: string; bytes: Readable }> {
  const form = req as WithFile
  if (!form.isMultipart()) throw importErrors.noFile({}, 'file')
  const limits = { fileSize: IMPORT_LIMIT.packedBytes + 1, files: 1 }
  const upload = await form.file({ limits })
  if (upload?.fieldname !== 'file') throw importErrors.noFile({}, 'file')
  return { name: nameOf(upload.filename), bytes: upload.file }
}

function nameOf(given: string): string {
  const bare = (given.split(/[/\\]/).pop() ?? '')
    .toWellFormed()
    .replace(/\p{Cc}/gu, '')
    .trim()
  return bare.slice(-120) || 'import'
}
