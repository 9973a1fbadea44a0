import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { compared, FIELDS, type Field, type Judged } from '../corrections/judged.ts'
import { readDisagreed, readTallies, readWeeks, type Tally } from './agreement-data.ts'

const CONFUSIONS = 12
const EXAMPLES = 5
/** So many of the newest corrections are looked at for examples; the counts themselves are of all. */
const LOOKED_AT = 2000

export type Counted = { n: number; agreed: number }
export type Agreement = {
  total: Record<Field, Counted>
  weeks: { week: string; fields: Record<Field, Counted> }[]
  /** By what was said; for kinds, categories and severities, the most frequent first. */
  by: Record<Field, ({ key: string } & Counted)[]>
  confusions: { field: Field; said: string; meant: string; n: number; ticketIds: string[] }[]
}

/** How often people agreed with what was judged, from the counts by week: as quick with a million tickets as with ten. */
export async function readAgreement(tx: Tx, ctx: Ctx, weeks: number): Promise<Agreement> {
  const now = ctx.now()
  const [counted, mondays, lately] = await Promise.all([
    readTallies(tx, now, weeks),
    readWeeks(tx, ctx.actor.brandId, now, weeks),
    readDisagreed(tx, LOOKED_AT),
  ])
  const tallies = counted.filter(concernsIt)
  const examples = examplesOf(lately as unknown as Looked[])
  return {
    total: perField((field) => sumOf(tallies.filter((t) => t.field === field))),
    weeks: mondays.map((week) => ({
      week,
      fields: perField((field) => sumOf(tallies.filter((t) => t.week === week && t.field === field))),
    })),
    by: perField((field) => bySaid(tallies.filter((t) => t.field === field))),
    confusions: confusionsOf(tallies).map((one) => ({
      ...one,
      ticketIds: examples.get(`${one.field} ${one.said} ${one.meant}`) ?? [],
    })),
  }
}

/** Praise, suggestions and questions have no severity: that nobody gave them one is no agreement. */
const concernsIt = ({ field, said, meant }: Tally): boolean =>
  field !== 'severity' || said !== '0' || meant !== '0'

const perField = <T>(make: (field: Field) => T): Record<Field, T> =>
  Object.fromEntries(FIELDS.map((field) => [field, make(field)])) as Record<Field, T>

function sumOf(tallies: readonly Tally[]): Counted {
  return tallies.reduce(
    ({ n, agreed }, { said, meant, count }) => ({
      n: n + count,
      agreed: agreed + (said === meant ? count : 0),
    }),
    { n: 0, agreed: 0 },
  )
}

function bySaid(tallies: readonly Tally[]) {
  return [...Map.groupBy(tallies, ({ said }) => said)]
    .map(([key, own]) => ({ key, ...sumOf(own) }))
    .sort((a, b) => b.n - a.n || a.key.localeCompare(b.key))
}

function confusionsOf(tallies: readonly Tally[]) {
  const wrong = tallies.filter(({ said, meant }) => said !== meant)
  return [...Map.groupBy(wrong, ({ field, said, meant }) => `${field} ${said} ${meant}`).values()]
    .map((own) => ({
      field: own[0]!.field as Field,
      said: own[0]!.said,
      meant: own[0]!.meant,
      n: own.reduce((sum, { count }) => sum + count, 0),
    }))
    .sort((a, b) => b.n - a.n || a.field.localeCompare(b.field) || a.said.localeCompare(b.said))
    .slice(0, CONFUSIONS)
}

type Looked = { ticket_id: string; said: Judged; meant: Judged }

function examplesOf(lately: readonly Looked[]): Map<string, string[]> {
  const examples = new Map<string, string[]>()
  for (const { ticket_id, said, meant } of lately) {
    for (const [field, pair] of Object.entries(compared(said, meant))) {
      if (pair.said === pair.meant) continue
      const key = `${field} ${pair.said} ${pair.meant}`
      const known = examples.get(key) ?? []
      if (known.length < EXAMPLES) examples.set(key, [...known, ticket_id])
    }
  }
  return examples
}
