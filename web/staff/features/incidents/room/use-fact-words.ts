import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '#contracts/incidents'
import { useZone } from '../../../app/session.ts'
import { dayIn, formatInstant } from '../../../ui/time.ts'

/** A fact as a sentence; one that this page does not know yet says what was written with it. */
export function useFactWords(): (
  entry: Pick<TimelineEntry, 'at' | 'fact' | 'by' | 'text' | 'data'>,
) => string {
  const { t, i18n } = useTranslation(['incidents', 'common'])
  const zone = useZone()
  return useCallback(
    ({ at, fact, by, text, data }) => {
      const values = Object.fromEntries(
        Object.entries(data).map(([key, value]) => [
          key,
          Array.isArray(value) ? value.join(t('common:list.and')) : value,
        ]),
      )
      const kept = typeof data.doneAt === 'string' ? data.doneAt : ''
      const key = keyOf(fact, data, kept)
      const sameDay = kept && dayIn(zone, kept) === dayIn(zone, at)
      const clock = (instant: string) =>
        formatInstant(instant, sameDay ? 'time' : 'full', i18n.language, zone)
      const who = by || t('by.system')
      const said = text ? `${t('fact.colon')}${text}` : ''
      return t(`fact.${key}`, {
        ...values,
        ...(typeof data.dueOn === 'string'
          ? { dueOn: formatInstant(`${data.dueOn}T00:00:00Z`, 'day', i18n.language, 'UTC') }
          : {}),
        ...(kept ? { doneAt: clock(kept), arrivedAt: clock(at) } : {}),
        ...(typeof data.foundAt === 'string'
          ? { foundAt: clock(data.foundAt), before: clock(String(data.before)) }
          : {}),
        ...(typeof data.countedAt === 'string' ? { countedAt: clock(data.countedAt) } : {}),
        who,
        text,
        said,
        defaultValue: [who, text].filter(Boolean).join(' '),
      })
    },
    [t, i18n.language, zone],
  )
}

/** Their tickets are named to those who read all of the room. */
const NAMES_TICKETS = ['beside', 'linked', 'alarm_linked', 'unlinked', 'not_ours']
const GRADED_BY_TICKETS = ['graded_first', 'graded_more', 'grade_proposed']

/** The sentence that fits: some facts have several. */
function keyOf(fact: string, data: Record<string, unknown>, kept: string): string {
  if (fact === 'shops') return shopsFact(data)
  if (fact.startsWith('affected_')) return affectedFact(fact, data)
  if (GRADED_BY_TICKETS.includes(fact)) return `${fact}${firstGradeFact(data)}`
  if (fact === 'graded' && data.fromName === data.toName) return 'graded_same'
  if (NAMES_TICKETS.includes(fact) && !some(data.tickets)) return `${fact}_unnamed`
  if (fact === 'alarm_linked' && Number(data.count) > (data.tickets as unknown[]).length)
    return 'alarm_linked_more'
  if (fact === 'seal_acknowledged' && data.sample) return `seal_acknowledged_${data.sample}`
  return kept ? `${fact}_${data.countedAt ? 'counted' : 'kept'}` : fact
}

/** Who is told by the message, who is rung, and who has complained and is answered in the ticket. */
function affectedFact(fact: string, { byHand, complained, complainants }: Record<string, unknown>): string {
  if (fact === 'affected_written' && complainants) return 'affected_written_complainants'
  const key = fact === 'affected_sent' && byHand === 0 ? 'affected_sent_all' : fact
  return complained ? `${key}_complained` : key
}

const some = (list: unknown) => Array.isArray(list) && list.length > 0

/** Which shops came in and which went out, or whether it is of the whole brand now: one sentence for each case. */
function shopsFact({ joined, left, whole }: Record<string, unknown>): string {
  if (typeof whole === 'boolean') return whole ? 'shops_whole' : 'shops_only'
  return some(joined) ? (some(left) ? 'shops_both' : 'shops_joined') : some(left) ? 'shops_left' : 'shops'
}

/** By what a room began above the first degree, or went to a graver one. */
const firstGradeFact = ({ risks, shops, people, words }: Record<string, unknown>): string => {
  if (some(words)) return people ? '_told' : '_said'
  if (people) return '_people'
  return some(risks) ? '_risk' : Number(shops) > 1 ? '_shops' : ''
}
