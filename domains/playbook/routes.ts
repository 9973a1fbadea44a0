import { z } from 'zod'
import { IdParam } from '#contracts/kit'
import {
  CalendarYear,
  CalendarYearView,
  DraftState,
  PlaybookDocument,
  PlaybookInForce,
  PlaybookVersion,
  PublishDraft,
  SaveDraft,
  TradePlans,
} from '#contracts/playbook/versions'
import type { App } from '#platform/module'
import { listYears, saveYear } from './calendar/calendar-years.ts'
import { listPacks } from './document/packs.ts'
import { discardDraft, readDraft, saveDraft } from './versions/drafts.ts'
import { publishDraft } from './versions/publish-draft.ts'
import { listVersions, readCurrent, readOneVersion, readTradePlans } from './versions/read-versions.ts'

const read = { can: 'playbook.read' }
const edit = { can: 'playbook.edit' }
/** A full document with every template in three languages. */
const DOCUMENT_BYTES = 2 * 1024 * 1024

const Pack = z.object({ key: z.string(), name: z.string(), summary: z.string() })
const YearParam = z.strictObject({ year: z.coerce.number().int().min(2020).max(2100) })
const YearBody = z.union([CalendarYear, z.string().max(20_000)])

export function routes(app: App): void {
  app.get('/playbook', { config: read, schema: { response: { 200: PlaybookInForce } } }, (req) =>
    readCurrent(req.ctx),
  )
  app.get(
    '/playbook/versions',
    { config: read, schema: { response: { 200: z.array(PlaybookVersion) } } },
    (req) => listVersions(req.ctx),
  )
  app.get(
    '/playbook/versions/:id',
    { config: read, schema: { params: IdParam, response: { 200: PlaybookDocument } } },
    (req) => readOneVersion(req.ctx, req.params.id),
  )
  app.get('/playbook/packs', { config: read, schema: { response: { 200: z.array(Pack) } } }, async (req) =>
    listPacks(req.ctx.locale),
  )
  app.get('/playbook/trade-plans', { config: read, schema: { response: { 200: TradePlans } } }, (req) =>
    readTradePlans(req.ctx),
  )
  draftRoutes(app)
  calendarRoutes(app)
}

function draftRoutes(app: App): void {
  app.get('/playbook/draft', { config: edit, schema: { response: { 200: DraftState } } }, (req) =>
    readDraft(req.ctx),
  )
  app.put(
    '/playbook/draft',
    { config: edit, bodyLimit: DOCUMENT_BYTES, schema: { body: SaveDraft, response: { 200: DraftState } } },
    (req) => saveDraft(req.ctx, req.body),
  )
  app.delete(
    '/playbook/draft',
    { config: edit, schema: { response: { 204: z.null() } } },
    async (req, reply) => {
      await discardDraft(req.ctx)
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/playbook/publication',
    {
      config: { can: 'playbook.publish' },
      schema: { body: PublishDraft, response: { 200: PlaybookVersion } },
    },
    (req) => publishDraft(req.ctx, req.body.note),
  )
}

function calendarRoutes(app: App): void {
  app.get(
    '/playbook/calendar-years',
    { config: read, schema: { response: { 200: z.array(CalendarYearView) } } },
    (req) => listYears(req.ctx),
  )
  app.register(async (calendar: App) => {
    calendar.addContentTypeParser(
      'text/csv',
      { parseAs: 'string', bodyLimit: 64 * 1024 },
      async (_: unknown, text: string) => text,
    )
    calendar.put(
      '/playbook/calendar-years/:year',
      {
        config: { can: 'playbook.uploadCalendar' },
        schema: { params: YearParam, body: YearBody, response: { 200: CalendarYearView } },
      },
      (req) => saveYear(req.ctx, req.params.year, req.body),
    )
  })
}
