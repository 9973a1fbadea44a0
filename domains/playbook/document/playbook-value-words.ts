import type { Locale, Text } from '#contracts/kit'
import type { Week } from '#contracts/people'
import type { Playbook } from '#contracts/playbook'
import type { StepDue, StepLaw } from '#contracts/playbook/emergency'
import type { SlaTarget } from '../rules/route.ts'
import { hasWord, type PlaybookWord, word } from './playbook-words.ts'
import { say } from './text.ts'

/** Numbers that are neither a time nor a share. */
const MEASURES: Record<string, PlaybookWord> = {
  speedKmh: 'values.kmh',
  detour: 'values.times',
  most: 'values.orders',
}
const named = (list: readonly { key: string; name: Text }[], key: string): Text | undefined =>
  list.find((item) => item.key === key)?.name
const postName = ({ emergencies }: Playbook, key: string): Text | undefined =>
  named(
    emergencies.flatMap((plan) => plan.posts),
    key,
  )
/** Fields of an emergency plan that hold the key of something with a name. */
const PLAN_NAMES: Record<string, (playbook: Playbook, key: string) => Text | undefined> = {
  post: postName,
  leader: postName,
  spokesperson: postName,
  risks: (playbook, key) => named(playbook.risks, key),
  grades: (playbook, key) =>
    named(
      playbook.emergencies.flatMap((plan) => plan.grades),
      key,
    ),
}
/** Room for a sentence in a comparison row. */
const SHOWN_CHARACTERS = 60

export function isText(value: unknown): value is Text {
  return typeof value === 'string' || (isRecord(value) && typeof value['zh-CN'] === 'string')
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isTarget(value: unknown): value is SlaTarget {
  return isRecord(value) && typeof value['minutes'] === 'number' && typeof value['calendar'] === 'string'
}

export function isDue(value: unknown): value is StepDue {
  return isRecord(value) && typeof value['amount'] === 'number' && typeof value['unit'] === 'string'
}

export function isLaw(value: unknown): value is StepLaw {
  return isRecord(value) && typeof value['validFrom'] === 'string' && isText(value['source'])
}

/** What a part of a playbook is called: 时限, 首次响应, P2. */
export function fieldWord(field: string, locale: Locale): string {
  return word(`where.${field}`, locale)
}

/** A value in short words a manager understands: names for keys, units for numbers, 是 and 否. */
export function valueWords(value: unknown, field: string, playbook: Playbook, locale: Locale): string {
  if (value === undefined || value === '') return word('values.nothing', locale)
  if (typeof value === 'boolean') return word(value ? 'values.yes' : 'values.no', locale)
  if (typeof value === 'number') return numberWords(value, field, locale)
  if (typeof value === 'string') return nameOf(value, field, playbook, locale)
  if (isText(value)) return say(value, locale)
  if (isTarget(value)) return targetWords(value, playbook, locale)
  if (isDue(value)) return dueWords(value, locale)
  if (isLaw(value)) return lawWords(value, locale)
  if (field === 'week') return weekWords(value as Week, locale)
  if (Array.isArray(value)) {
    if (value.length === 0) return word('values.nothing', locale)
    return value.map((item) => valueWords(item, field, playbook, locale)).join('、')
  }
  if (!isRecord(value)) return ''
  const title = value['name'] ?? value['label'] ?? value['title'] ?? value['text'] ?? value['key']
  if (isText(title)) return say(title, locale)
  return Object.entries(value)
    .map(([key, part]) => `${fieldWord(key, locale)}：${valueWords(part, key, playbook, locale)}`)
    .join('；')
}

/** Two long texts cut down to the stretch in which they differ. */
export function excerpts(before: string, after: string): [string, string] {
  let same = 0
  while (same < before.length && before[same] === after[same]) same++
  const from = Math.max(0, same - 15)
  const cut = (text: string) => {
    const part = text.slice(from, from + SHOWN_CHARACTERS)
    return `${from > 0 ? '…' : ''}${part}${from + SHOWN_CHARACTERS < text.length ? '…' : ''}`
  }
  return [cut(before), cut(after)]
}

function nameOf(value: string, field: string, playbook: Playbook, locale: Locale): string {
  if (field === 'team' || field === 'together') {
    const team = playbook.teams.find((t) => t.key === value)
    return team ? say(team.name, locale) : value
  }
  if (field === 'category' || field === 'fallbackCategory' || field === 'categories') {
    return categoryName(playbook, value, locale)
  }
  const inPlan = PLAN_NAMES[field]?.(playbook, value)
  if (inPlan !== undefined) return say(inPlan, locale)
  if (field === 'scenario' && value === 'closing') return word('values.closing_scenario', locale)
  if (hasWord(`values.${value}`)) return word(`values.${value}`, locale)
  return hasWord(`where.${value}`) ? word(`where.${value}`, locale) : value
}

/** `food.safety` as 出品 › 食品安全; the key itself when the playbook has no such category. */
export function categoryName(playbook: Playbook, key: string, locale: Locale): string {
  const [parentKey, childKey] = key.split('.')
  const parent = playbook.categories.find((c) => c.key === parentKey)
  if (!parent) return key
  const child = parent.children.find((c) => c.key === childKey)
  return [parent.name, ...(child ? [child.name] : [])].map((name) => say(name, locale)).join(' › ')
}

function numberWords(value: number, field: string, locale: Locale): string {
  if (field === 'warnAt' || field === 'reopenedFactor') {
    return word('values.percent', locale, { count: Math.round(value * 100) })
  }
  const measure = MEASURES[field]
  if (measure) return word(measure, locale, { count: value })
  const unit = /(Days|Hours|Min|Sec)$/.exec(field)?.[1]
  if (unit === 'Min') return durationWords(value, false, locale)
  if (unit === 'Days') return word('values.days', locale, { count: value })
  if (unit === 'Hours') return word('values.hours', locale, { count: value })
  if (unit === 'Sec') return word('values.seconds', locale, { count: value })
  return String(value)
}

function targetWords(target: SlaTarget, playbook: Playbook, locale: Locale): string {
  const calendar = playbook.calendars.find((c) => c.key === target.calendar)
  return word('values.target', locale, {
    time: durationWords(target.minutes, calendar?.kind === 'always', locale),
    calendar: calendar ? say(calendar.name, locale) : target.calendar,
  })
}

function dueWords({ amount, unit, from }: StepDue, locale: Locale): string {
  const time = word(`values.${unit}`, locale, { count: amount })
  return word(from === 'graded' ? 'values.dueGraded' : 'values.dueOpened', locale, { time })
}

function lawWords({ source, limit, ownTime, validFrom, confirm }: StepLaw, locale: Locale): string {
  const parts = [
    word('values.law', locale, { source: say(source, locale), validFrom }),
    ...(limit ? [word('values.lawLimit', locale, { limit: say(limit, locale) })] : []),
    ...(ownTime ? [word('values.ownTime', locale)] : []),
  ]
  const law = parts.join(locale === 'en' ? '; ' : '；')
  return confirm ? word('values.toConfirm', locale, { law }) : law
}

/** Whole days only where a day has 24 hours: 480 working minutes are 8 hours, not a third of a day. */
function durationWords(minutes: number, wholeDays: boolean, locale: Locale): string {
  if (wholeDays && minutes % 1440 === 0) return word('values.days', locale, { count: minutes / 1440 })
  if (minutes % 60 === 0) return word('values.hours', locale, { count: minutes / 60 })
  return word('values.minutes', locale, { count: minutes })
}

function weekWords(week: Week, locale: Locale): string {
  const names = word('values.weekdays', locale).split('、')
  return week
    .map((hours, day) => {
      const shown = hours.map(([from, to]) => `${from}–${to}`).join(' ')
      return `${names[day] ?? ''} ${shown || word('values.dayOff', locale)}`
    })
    .join('；')
}
