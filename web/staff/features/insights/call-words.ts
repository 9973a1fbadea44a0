import type { TFunction } from 'i18next'
import type { AlarmCall, AlarmRow } from '#contracts/insights'

type Called = AlarmRow['called']

/** 已通知 3 次，最近一次 11月23日 14:05；还没有人看，14:25 再通知: where nothing has reached anybody, it says so. */
export function calledWords(
  t: TFunction,
  called: Called,
  now: number,
  at: (instant: string) => string,
): string {
  const { times, nextAt, waits, calls } = called
  const [latest] = calls
  const lost = reachedNobody(called)
  const told = latest
    ? t(lost ? 'calls.lost' : 'calls.told', { count: times, at: at(latest.at) })
    : t('calls.times', { count: times })
  if (!nextAt) return told
  if (waits) return told + t('calls.waits')
  return told + (Date.parse(nextAt) <= now ? t('calls.soon') : t('calls.next', { at: at(nextAt) }))
}

/** It has called, and nothing has come to anybody. */
export function reachedNobody({ calls }: Called): boolean {
  return calls.length > 0 && calls.every((call) => call.by.length === 0 && !call.over)
}

/** Who was reached by one call, and who was not; whoever may not know names reads how many. */
export function callWords(
  t: TFunction,
  { by, missed, over }: AlarmCall,
): { reached: string; missed: string } {
  const several = by.map(({ means, count, names }) => {
    const unnamed = t(means === 'robot' ? 'calls.groups' : 'calls.people', { count })
    const whom = names.length ? names.join(t('listJoin')) : unnamed
    return t('calls.by', { means: t(`calls.means.${means}`), names: whom })
  })
  const lost = missed.names.length
    ? missed.names.join(t('listJoin'))
    : t('calls.people', { count: missed.count })
  const none = t(over ? 'calls.over' : 'calls.none')
  return {
    reached: several.length ? several.join(t('calls.join')) : none,
    missed: missed.count ? t('calls.missed', { names: lost }) : '',
  }
}
