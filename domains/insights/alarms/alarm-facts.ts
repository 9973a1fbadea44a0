import type { AlarmAbout } from '#contracts/insights'
import type { Locale } from '#contracts/kit'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { sentence } from '#platform/locale'
import type { Scope } from '#platform/permissions'
import { refOf } from '../listen/series-of.ts'
import * as data from './alarm-data.ts'
import { nameSeries } from './name-series.ts'

const EVERYTHING: Scope = { shops: 'all', own: false, staffId: null }
const [HOUR_MIN, DAY_MIN] = [60, 24 * 60]
const [WEEK_DAYS, MONTH_DAYS, YEAR_MONTHS] = [7, 30, 12]

/** What others are told of an alarm by. Shape: null when there is none; `shopIds` are those of its tickets. */
export type AlarmFacts = {
  id: string
  urgent: boolean
  open: boolean
  /** It may do harm, and nobody has looked at it. */
  calling: boolean
  shopIds: string[]
  ticketIds: string[]
  /** What all of it is of, where it is not of a place or an hour. */
  cause: 'batch' | 'product' | null
}

export async function alarmFacts(tx: Tx, id: string): Promise<AlarmFacts | null> {
  const row = await data.findAlarm(tx, EVERYTHING, id)
  if (!row) return null
  const open = row.state === 'new' || row.state === 'seen'
  const calling = row.urgent && row.state === 'new'
  const cause = row.kind.includes('batch') ? 'batch' : row.kind.includes('product') ? 'product' : null
  return { id, urgent: row.urgent, open, calling, shopIds: row.shop_ids, ticketIds: row.ticket_ids, cause }
}

/** The alarm in one sentence, in this language; it names no customer and nothing that one wrote. */
export async function alarmSentence(ctx: Ctx, tx: Tx, id: string, locale: Locale): Promise<string> {
  const row = await data.findAlarm(tx, EVERYTHING, id)
  if (!row) return ''
  const say = (key: string, given: Record<string, unknown> = {}) =>
    sentence(locale, 'insights-server', key, given)
  const ref = refOf(`${row.kind}:${row.key}`)
  const about = (await nameSeries({ ...ctx, locale }, tx, [ref]))(ref)
  const minutes = Math.max(1, Math.ceil((row.last_at.getTime() - row.first_at.getTime()) / 60_000))
  return say('said', {
    about: aboutWords(about, say),
    span: spanWords(minutes, say),
    count: row.heard,
    usual: usualWords(row.usual_week, say),
  })
}

type Say = (key: string, given?: Record<string, unknown>) => string

function aboutWords({ kind, names, batch, part }: AlarmAbout, say: Say): string {
  const [first, ...others] = names
  const named = kind === 'rider' ? [say('rider', { name: first })] : names
  return [
    ...(batch ? [say('batch', batch)] : []),
    ...(kind === 'rider' ? [...named, ...others] : named),
    ...(part ? [say(`part.${part}`)] : []),
    ...(kind.startsWith('emergency') ? [say('emergency')] : []),
  ].join(say('join'))
}

/** Counted in whole voices: nobody hears a tenth of one a week. */
function usualWords(aWeek: number, say: Say): string {
  const aMonth = (aWeek * MONTH_DAYS) / WEEK_DAYS
  if (aWeek >= 1) return say('usual.week', { n: Math.round(aWeek) })
  if (aMonth >= 1) return say('usual.month', { n: Math.round(aMonth) })
  if (aMonth * YEAR_MONTHS >= 1) return say('usual.months', { count: Math.max(2, Math.round(1 / aMonth)) })
  return say('usual.never')
}

function spanWords(minutes: number, say: Say): string {
  if (minutes < 2 * HOUR_MIN) return say('minutes', { n: minutes })
  if (minutes < 2 * DAY_MIN) return say('hours', { n: Math.round(minutes / HOUR_MIN) })
  return say('days', { count: Math.round(minutes / DAY_MIN) })
}
