import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import { sentence } from '#platform/locale'
import { harmless } from '#platform/sheets/harmless'
import { importErrors } from './errors.ts'
import * as data from './import-data.ts'
import { textOf } from './mapping/cells.ts'
import { headingsOf } from './mapping/guess-mapping.ts'
import { ownImport } from './own-import.ts'
import { readPart } from './parts.ts'
import type { Outcome } from './run/outcome.ts'

export type ResultFile = { bytes: Readable; name: string }

/**
 * Every row that was seen with what became of it and why, before its own cells as they came; `refused` leaves out the others, so that
 * they can be put right and brought again.
 * Errors: import.notFound, import.notReady before it ran, import.fileGone when its time is over.
 */
export async function openResult(ctx: Ctx, id: string, only: 'all' | 'refused'): Promise<ResultFile> {
  const row = await ctx.transaction(async (tx) => {
    const own = await ownImport(tx, ctx, id)
    if (own.files_gone) throw importErrors.fileGone()
    if (!own.mapping || !own.started_at) throw importErrors.notReady()
    const facts = { only }
    await audit(tx, ctx, {
      action: 'tickets.importDownload',
      subjectKind: 'import',
      subjectId: id,
      subject: own.file_name,
      data: facts,
    })
    return own
  })
  const out = stringify({ bom: true, record_delimiter: '\r\n' })
  const lines = Readable.from(linesOf(ctx, row, only), { highWaterMark: 64 })
  lines.on('error', (error) => out.destroy(error))
  const name = row.file_name.replace(/\.[^.]{1,5}$/, '')
  const title = sentence(
    ctx.locale,
    'export',
    only === 'refused' ? 'import.refusedFile' : 'import.resultFile',
    { name },
  )
  return { bytes: lines.pipe(out), name: `${title}.csv` }
}

async function* linesOf(ctx: Ctx, row: data.ImportRow, only: 'all' | 'refused'): AsyncGenerator<string[]> {
  const { sheet, header } = row.mapping!
  const stored = row.sheets[sheet]!
  const first = await readPart(ctx, row.id, sheet, 0)
  const headings = headingsOf({ rows: first, fixed: stored.fixed }, header)
  const say = (key: string, more: Record<string, unknown> = {}) =>
    sentence(ctx.locale, 'export', `import.${key}`, more)
  yield [say('row'), say('result'), say('reason'), say('ticket'), ...headings].map(harmless)
  for (let n = 0; n < row.next_part; n++) {
    const outcomes = await ctx.reading((tx) => data.outcomesOf(tx, row.id, n))
    const wanted = new Map(
      outcomes.filter((one) => only === 'all' || one.state === 'refused').map((one) => [one.n, one]),
    )
    if (!wanted.size) continue
    for (const { n: line, cells } of await readPart(ctx, row.id, sheet, n)) {
      const outcome = wanted.get(line)
      if (outcome)
        yield [String(line), ...told(outcome, say), ...headings.map((_, at) => harmless(textOf(cells[at])))]
    }
  }
}

function told(one: Outcome, say: (key: string, more?: Record<string, unknown>) => string): string[] {
  const result = one.fate ? say(`state.${one.fate}`) : say(`state.${one.state}`)
  const reasons = [
    one.code ? say(`problem.${one.code}`) : '',
    one.field ? say('inField', { field: say(`field.${one.field}`) }) : '',
    one.emergency ? say('emergency') : '',
  ]
  return [result, reasons.filter(Boolean).join(' '), one.ticket ?? '']
}
