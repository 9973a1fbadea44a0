import type { Locale } from '#contracts/kit'
import type { RequiredFact } from '#contracts/playbook'
import { defineErrors } from '#platform/errors'
import { sentence } from '#platform/locale'
import { covers, scopeOf } from '#platform/permissions'
import { finishTask, giveTask } from '../tasks/give-task.ts'
import { tasksOf } from '../tasks/task-data.ts'
import type { Desk } from './desk.ts'
import { addFact, record, touch } from './desk-moves.ts'
import { missingFacts } from './required-facts.ts'

const closingErrors = defineErrors('closing', { factsMissing: 409 })
const FACTS_WITHIN_MS = 24 * 3_600_000

/**
 * Nobody closes by hand what the playbook still wants to know something about, except whoever may, with a reason that stays on record.
 * Errors: closing.factsMissing with the facts in words (`facts`) and as keys (`missing`).
 */
export async function refuseMissingFacts(desk: Desk, despite: string | undefined): Promise<void> {
  const { ctx, ticket } = desk
  const missing = await missingFacts(desk.tx, desk.playbook.playbook, ticket)
  if (
    missing.length &&
    !(despite && covers(scopeOf(ctx.actor, 'tickets.closeDespite'), { shopId: ticket.shop_id }))
  )
    throw closingErrors.factsMissing({ facts: inWords(missing, ctx.locale), missing })
  if (missing.length && despite) {
    addFact(desk, 'closed_despite', { missing }, despite)
    record(desk, 'tickets.closeDespite', { missing, reason: despite })
  }
  await finishFactsTask(desk)
}

/**
 * Whether a ticket may close by itself. While facts are missing it stays open and its holder has one task for them; it is looked at
 * again a day later, or as soon as they are there (`factsCame`).
 */
export async function mayCloseItself(desk: Desk): Promise<boolean> {
  const { ticket, now } = desk
  const missing = await missingFacts(desk.tx, desk.playbook.playbook, ticket)
  if (!missing.length) {
    await finishFactsTask(desk)
    return true
  }
  ticket.closes_at = new Date(now.getTime() + FACTS_WITHIN_MS)
  if (await openFactsTask(desk)) return false
  const holder = desk.roster.people.find((p) => p.id === ticket.assignee_id)
  const locale = holder?.locale ?? 'zh-CN'
  giveTask(desk, {
    kind: 'facts',
    title: sentence(locale, 'server', 'facts.task', { facts: inWords(missing, locale) }),
    owner: holder ?? null,
    dueAt: ticket.closes_at,
  })
  touch(desk)
  return false
}

/** Called by every deed that may bring a missing fact: what only waited for it closes at the next look. */
export async function factsCame(desk: Desk): Promise<void> {
  const { ticket, now } = desk
  if (!ticket.closes_at || !(await openFactsTask(desk))) return
  if ((await missingFacts(desk.tx, desk.playbook.playbook, ticket)).length === 0) ticket.closes_at = now
}

async function openFactsTask(desk: Desk) {
  const saved = await tasksOf(desk.tx, desk.ticket.id)
  return [...saved, ...desk.tasks.added].find((task) => task.kind === 'facts' && task.state === 'open')
}

async function finishFactsTask(desk: Desk): Promise<void> {
  const task = await openFactsTask(desk)
  if (task) finishTask(desk, task, { result: '' })
}

function inWords(facts: readonly RequiredFact[], locale: Locale): string {
  const words = facts.map((fact) => sentence(locale, 'server', `facts.${fact}`))
  return words.join(locale === 'en' ? ', ' : '、')
}
