import type { TFunction } from 'i18next'
import type { Entry } from '#contracts/tickets'
import { lengthText } from '../../ui/talk-length.ts'
import { formatInstant } from '../../ui/time.ts'
import { compensationValues, toldByApproval } from './compensation/fact-values.ts'
import { investigationValues, toldByInvestigation } from './investigation/fact-values.ts'

type Words = TFunction<'tickets'>
const ARRIVED: readonly string[] = ['sent', 'delivered', 'read']

/** The sentence of a fact in the timeline, from its name and data; an unknown fact shows its own text or name. */
export function factWords(t: Words, entry: Entry, locale: string, zone: string): string {
  const { fact, text } = entry
  const closed = fact === 'status' && entry.data.to === 'closed'
  const recorded = fact === 'accepted' && entry.data.recorded === true
  const after = fact === 'not_delivered' && ARRIVED.includes(entry.delivery)
  const key = closed
    ? `closed.${entry.data.by ?? 'staff'}`
    : recorded
      ? 'accepted_for'
      : after
        ? 'delivered_after'
        : fact
  const words = t(`fact.${key}`, { ...valuesOf(t, entry, locale, zone), defaultValue: text || fact })
  return text && words !== text ? `${words}${t('fact.colon')}${text}` : words
}

function valuesOf(
  t: Words,
  { by, byKind, data, fact }: Entry,
  locale: string,
  zone: string,
): Record<string, string> {
  const values: Record<string, string> = {}
  // A correction carries what it was and what it is now.
  const now = { ...data, ...(data.after as Record<string, unknown> | undefined) }
  const labels = (data.labels ?? {}) as Record<string, string>
  const plain = (value: unknown): string => {
    if (Array.isArray(value)) return value.map(plain).join(t('common:list.and'))
    return typeof value === 'string' || typeof value === 'number' ? (labels[value] ?? String(value)) : ''
  }
  for (const [key, value] of Object.entries(now)) values[key] = plain(value)
  const named = (prefix: string, key: string | undefined) =>
    key ? t(`${prefix}.${key}`, { defaultValue: key }) : ''
  const kindName = named('kind', values.kind)
  const instant = (iso: string | undefined) => (iso ? formatInstant(iso, 'full', locale, zone) : '')
  const written = Array.isArray(data.reasons)
    ? data.reasons
        .map((reason) => t('fact.heard', { words: plain(reason) }))
        .join('')
        .trim()
    : ''
  const heard = [written, plain(data.signs)].filter(Boolean).join(t('common:list.and'))
  const names = fact === 'set_aside' ? named('setAside', values.reason) : values.reason || values.reasons
  return {
    ...values,
    who: byKind === 'staff' ? by : t(`by.${byKind}`),
    kindName,
    what: [kindName, values.categories, values.priority].filter(Boolean).join(' · '),
    status: named('status', values.to),
    clock: named('clock.name', values.metric),
    roleName: named('role', values.role),
    assignee: values.assignee || t('row.ownerless'),
    because: heard ? t('fact.because', { reasons: heard }) : '',
    named: names ? t('fact.named', { names }) : '',
    at: values.expectedAt ? formatInstant(values.expectedAt, 'full', locale, zone) : '',
    toOrTeam: values.to || values.team || t('row.ownerless'),
    whenText: instant(values.nextAt ?? values.first),
    viaName: named('via', values.via ?? values.means),
    tagText: tagText(t, data),
    fault: named('channels:fault', values.problem),
    ...toldValues(t, data),
    ...investigationValues(t, data, values),
    ...compensationValues(t, data, locale),
    talkText: values.seconds ? t('fact.talk', { length: lengthText(Number(values.seconds)) }) : '',
    dueText: values.dueAt ? formatInstant(values.dueAt, 'full', locale, zone) : '',
  }
}

/** 企业微信（王店长）、群机器人（杭州一区）；没送到：李区域 */
function toldValues(t: Words, data: Record<string, unknown>): Record<string, string> {
  if (!Array.isArray(data.missed)) return {}
  const and = t('common:list.and')
  const by = Object.entries((data.by ?? {}) as Record<string, string[]>)
  const told = by.map(([means, names]) =>
    t('fact.toldBy', { means: t(`fact.means.${means}`), names: names.join(and) }),
  )
  const missed = data.missed.length ? t('fact.missed', { names: data.missed.join(and) }) : ''
  return { toldText: told.join(and), missedText: missed }
}

/** （加上「VIP」，去掉「小票」） */
function tagText(t: Words, data: Record<string, unknown>): string {
  const list = (value: unknown) =>
    Array.isArray(value) ? value.map((tag) => t('fact.heard', { words: tag }).trim()).join('') : ''
  const [added, removed] = [list(data.added), list(data.removed)]
  const parts = [
    added ? t('fact.tagsAdded', { tags: added }) : '',
    removed ? t('fact.tagsRemoved', { tags: removed }) : '',
  ]
  return added || removed ? t('fact.named', { names: parts.filter(Boolean).join(t('common:list.and')) }) : ''
}

/** Moves that another line already tells: a proposal is a message, a reopening and a hand-over have facts of their own. */
const TOLD_ELSEWHERE = ['triaged', 'assigned', 'proposed', 'resolved', 'reopened', 'merged']
/** A call in somebody's list is told by what came of it. */
const QUIET_TASKS = ['task_done', 'task_cancelled']
const SAME_MOMENT_MS = 3_000

/** Whether a line of the timeline says something that the line before it or after it does not. */
export function saysMore(entry: Entry, before: Entry | undefined, after?: Entry): boolean {
  if (entry.kind !== 'fact') return true
  if (entry.fact === 'clock_breached')
    return !(after?.fact === 'escalated' && after.data.metric === entry.data.metric)
  // The answer to a question is a note of its own.
  if (entry.fact === 'task_done' && before?.kind === 'note')
    return before.data.taskId === undefined || before.data.taskId !== entry.data.taskId
  // A split has a line of its own.
  if (entry.fact === 'restored' && entry.data.split === true) return false
  if (toldByInvestigation(entry.fact, entry.data) || toldByApproval(entry.fact, entry.data)) return false
  if (String(entry.data.task) === 'revisit' && QUIET_TASKS.includes(entry.fact)) return false
  if (entry.fact === 'assigned') return entry.data.escalated !== true && before?.fact !== 'taken'
  if (entry.fact !== 'status') return true
  const to = String(entry.data.to)
  if (TOLD_ELSEWHERE.includes(to)) return false
  const withMessage = before?.kind === 'message_out' || before?.kind === 'message_in'
  return !(
    to === 'in_progress' &&
    withMessage &&
    Date.parse(entry.at) - Date.parse(before.at) < SAME_MOMENT_MS
  )
}
