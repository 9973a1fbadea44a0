import type { TFunction } from 'i18next'
import type { AlarmAbout, AlarmRow } from '#contracts/insights'

const HOUR_MIN = 60
const DAY_MIN = 24 * HOUR_MIN
/** Below so many hours the minutes are said too. */
const FEW_HOURS = 6
const [WEEK_DAYS, MONTH_DAYS, YEAR_DAYS] = [7, 30, 365]
const YEAR_MONTHS = 12
const AGES = 1000

/** 红豆 · 批次 B-0301 · 异物: what an alarm is about. */
export function aboutWords(t: TFunction, { kind, names, batch, part }: AlarmAbout): string {
  const named = kind === 'rider' ? [t('about.rider', { name: names[0] ?? '' })] : names
  return [
    ...(batch ? [t('about.batch', batch)] : []),
    ...named,
    ...(part ? [t(`about.part.${part}`)] : []),
    ...(kind.startsWith('emergency') ? [t('about.emergency')] : []),
  ].join(t('about.join'))
}

/** What happens there: of a shop, a product or a rider the name alone says nothing. */
const COMPLAINTS: readonly AlarmAbout['kind'][] = ['shop', 'shift', 'product', 'rider', 'batch']
const MORE: readonly AlarmAbout['kind'][] = ['category', 'topic', 'emergency']

/** 城西店 · 投诉异常增多: the heading of an alarm. */
export function titleWords(t: TFunction, about: AlarmAbout): string {
  const what = COMPLAINTS.includes(about.kind)
    ? [t('about.complaints')]
    : MORE.includes(about.kind)
      ? [t('about.more')]
      : []
  return [aboutWords(t, about), ...what].join(t('about.join'))
}

/** Why, in one plain sentence, and how unlikely it is. */
export function whyWords(t: TFunction, alarm: AlarmRow): string {
  const usual = usualWords(t, alarm.usualWeek)
  const why = t('why', { span: spanWords(t, alarm.spanMin), count: alarm.heard, usual })
  return `${why}${t('chance', { often: oftenWords(t, alarm.everyDays) })}`
}

/** Counted in whole voices: nobody hears a tenth of one a week. */
export function usualWords(t: TFunction, aWeek: number): string {
  const aMonth = (aWeek * MONTH_DAYS) / WEEK_DAYS
  if (aWeek >= 1) return t('usual.week', { n: Math.round(aWeek) })
  if (aMonth >= 1) return t('usual.month', { n: Math.round(aMonth) })
  if (aMonth * YEAR_MONTHS >= 1) return t('usual.months', { count: Math.max(2, Math.round(1 / aMonth)) })
  return t('usual.never')
}

/**
 * What else is heard more often: a pair whose parts stand there by themselves, a part that stands in a pair, and what the alarm is named
 * after say nothing new.
 */
export function besidesOf({ about, also }: Pick<AlarmRow, 'about' | 'also'>): AlarmAbout[] {
  const said = new Set([
    ...piecesOf(about),
    ...also.filter((one) => piecesOf(one).length === 1).flatMap(piecesOf),
  ])
  const left = also.filter((one) => {
    const pieces = piecesOf(one)
    if (pieces.length === 1) return !piecesOf(about).includes(pieces[0]!)
    const fresh = pieces.some((piece) => !said.has(piece))
    for (const piece of pieces) said.add(piece)
    return fresh
  })
  const inPairs = new Set(left.map(piecesOf).flatMap((pieces) => (pieces.length > 1 ? pieces : [])))
  return left.filter((one) => piecesOf(one).length > 1 || !inPairs.has(piecesOf(one)[0]!))
}

/** What a series speaks of, each by itself. */
function piecesOf({ kind, names, batch, part }: AlarmAbout): string[] {
  return [
    ...(batch ? [`${batch.ingredient} ${batch.code}`] : []),
    ...names,
    ...(part ? [part] : []),
    ...(kind.startsWith('emergency') ? ['emergency'] : []),
  ]
}

export function spanWords(t: TFunction, minutes: number): string {
  if (minutes < HOUR_MIN) return t('span.minutes', { n: minutes })
  const [hours, rest] = [Math.floor(minutes / HOUR_MIN), minutes % HOUR_MIN]
  if (hours < FEW_HOURS && rest) return t('span.both', { hours, minutes: rest })
  if (minutes < 2 * DAY_MIN) return t('span.hours', { n: Math.round(minutes / HOUR_MIN) })
  return t('span.days', { count: Math.round(minutes / DAY_MIN) })
}

export function oftenWords(t: TFunction, days: number): string {
  if (days >= AGES * YEAR_DAYS) return t('often.ages')
  if (days >= YEAR_DAYS) return t('often.years', { count: rounded(days / YEAR_DAYS) })
  if (days >= 2 * MONTH_DAYS) return t('often.months', { count: rounded(days / MONTH_DAYS) })
  return t('often.weeks', { count: rounded(days / WEEK_DAYS) })
}

/** Nobody knows it to three figures. */
function rounded(n: number): number {
  if (n < 10) return Math.max(1, Math.round(n))
  const step = 10 ** Math.floor(Math.log10(n))
  return Math.round(n / step) * step
}
