import type { RecordRevisit } from '#contracts/tickets/followup'
import { revisitAnswered, revisitsChanged } from '#contracts/tickets/followup'
import { type Ctx, staffOf } from '#platform/context'
import { scopeOf } from '#platform/permissions'
import { atDesk, type Desk } from '../handling/desk.ts'
import { addEntry, addFact, notify, record, tell, touch } from '../handling/desk-moves.ts'
import { beginAgain } from '../handling/reopen.ts'
import { refuseOwnCase } from '../investigation/own-case.ts'
import { holders } from '../routing/pick-person.ts'
import { keepRating } from '../satisfaction/keep-rating.ts'
import { finishTask } from '../tasks/give-task.ts'
import { tasksOf } from '../tasks/task-data.ts'
import { listenTo } from '../triage/hear-words.ts'
import { revisitErrors } from './errors.ts'
import { withinHours } from './plan-revisits.ts'
import { zoneOf } from './plan-visits.ts'
import { findRevisit, type RevisitRow, type StoredTry, saveRevisit } from './revisit-data.ts'

const LATEST_MS = 90 * 86_400_000

/**
 * What came of a call: content, not content (the ticket begins again), not reached (tried again, at last given up) or another time agreed.
 * Errors: revisit.notFound, revisit.notDue (somebody else has recorded it), revisit.timeUnfit, revisit.reasonUnknown, investigation.ownCase.
 */
export async function recordRevisit(ctx: Ctx, id: string, input: RecordRevisit): Promise<void> {
  const ticketId = await ticketOf(ctx, id)
  return atDesk(ctx, ticketId, 'tickets.revisit', async (desk) => {
    refuseOwnCase(desk)
    const visit = await reachable(desk, id)
    if (visit.state !== 'due') throw revisitErrors.notDue()
    if (input.outcome === 'missed') missed(desk, visit, input.words)
    else if (input.outcome === 'later') later(desk, visit, input)
    else await answered(desk, visit, input)
    for (const task of await tasksOf(desk.tx, ticketId))
      if (task.about_id === id) finishTask(desk, task, { result: input.words })
    await saveRevisit(desk.tx, visit)
    record(desk, 'tickets.recordRevisit', { revisit: id, outcome: input.outcome })
    tell(desk, revisitsChanged, [visit.owner_id])
    if (input.outcome === 'not_content') await notSolved(desk, { by: 'staff', reason: input.reason })
  })
}

/** The ticket of a revisit within reach. Errors: revisit.notFound. */
export async function ticketOf(ctx: Ctx, id: string): Promise<string> {
  const visit = await ctx.transaction((tx) => findRevisit(tx, scopeOf(ctx.actor, 'tickets.revisit'), id))
  if (!visit) throw revisitErrors.notFound()
  return visit.ticket_id
}

/** The same once more, now that the ticket is locked. */
export async function reachable(desk: Desk, id: string): Promise<RevisitRow> {
  const visit = await findRevisit(desk.tx, scopeOf(desk.ctx.actor, 'tickets.revisit'), id)
  if (!visit) throw revisitErrors.notFound()
  return visit
}

function missed(desk: Desk, visit: RevisitRow, words: string): void {
  const plan = desk.playbook.playbook.revisit
  const calls = (visit.tries as StoredTry[]).filter((t) => t.outcome === 'missed').length + 1
  const again = new Date(desk.now.getTime() + plan.retryHours * 3_600_000)
  const nextAt = calls < plan.tries ? withinHours(again, plan.hours, zoneOf(desk)) : null
  addTry(desk, visit, { outcome: 'missed', words, nextAt: nextAt?.toISOString() ?? null })
  if (nextAt) {
    putOff(visit, nextAt)
    addFact(desk, 'revisit_missed', { count: calls, nextAt: nextAt.toISOString() }, words)
    return
  }
  end(desk, visit, { state: 'unreachable', result: 'unreachable', words })
  addFact(desk, 'revisit_unreachable', { count: calls }, words)
}

function later(desk: Desk, visit: RevisitRow, input: { nextAt: string; words: string }): void {
  const at = new Date(input.nextAt)
  const wait = at.getTime() - desk.now.getTime()
  if (wait <= 0 || wait > LATEST_MS) throw revisitErrors.timeUnfit({}, 'nextAt')
  addTry(desk, visit, { outcome: 'later', words: input.words, nextAt: input.nextAt })
  putOff(visit, at)
  addFact(desk, 'revisit_later', { nextAt: input.nextAt }, input.words)
}

function putOff(visit: RevisitRow, at: Date): void {
  Object.assign(visit, { state: 'planned', planned_at: at, next_at: at, due_at: null })
}

function addTry(desk: Desk, visit: RevisitRow, tried: Omit<StoredTry, 'at' | 'by'>): void {
  const one: StoredTry = { at: desk.now.toISOString(), by: staffOf(desk.ctx).name, ...tried }
  visit.tries = [...(visit.tries as StoredTry[]), one]
}

async function answered(
  desk: Desk,
  visit: RevisitRow,
  input: Extract<RecordRevisit, { outcome: 'content' | 'not_content' }>,
): Promise<void> {
  if (input.outcome === 'not_content') {
    checkReason(desk, input.reason)
    addEntry(desk, { kind: 'note', text: input.words, data: { revisit: visit.id } })
  }
  await settleVisit(desk, visit, { ...input, content: input.outcome === 'content', via: 'phone' })
  listenTo(desk, { text: input.words, stars: input.stars })
}

/** Errors: revisit.reasonUnknown. */
export function checkReason(desk: Desk, reason: string): void {
  if (!desk.playbook.playbook.closing.rejectReasons.some((r) => r.key === reason))
    throw revisitErrors.reasonUnknown({}, 'reason')
}

type Said = {
  content: boolean
  via: 'phone' | 'written'
  words: string
  stars?: number | undefined
  reason?: string | undefined
}

/** The customer's answer, told to somebody of ours or written on the page; stars become the judgement of this cycle (F3). */
export async function settleVisit(desk: Desk, visit: RevisitRow, said: Said): Promise<void> {
  const { content, via, words, stars } = said
  end(desk, visit, {
    state: 'done',
    result: content ? 'content' : 'not_content',
    words,
    stars: stars ?? null,
  })
  if (stars) await keepRating(desk, { stars, reasons: [], words, via })
  const data = { via, stars, ...(said.reason ? { reason: said.reason } : {}) }
  addFact(desk, content ? 'revisit_content' : 'revisit_not_content', data, content ? words : '')
  tell(desk, revisitAnswered)
  touch(desk)
}

function end(desk: Desk, visit: RevisitRow, set: Partial<RevisitRow>): void {
  const { actor } = desk.ctx
  Object.assign(visit, set, {
    next_at: null,
    due_at: null,
    done_at: desk.now,
    done_by: actor.kind === 'staff' ? actor.staffId : null,
  })
}

/** Handled again by somebody higher; the managers of the shop hear of it at once. */
export async function notSolved(
  desk: Desk,
  data: { by: 'staff' | 'customer'; reason?: string },
): Promise<void> {
  await beginAgain(desk, { ...data, revisit: true })
  const { roster, ticket } = desk
  const managers = holders({ roster, shopId: ticket.shop_id }, 'shop_manager')
  notify(
    desk,
    managers.filter((p) => p.id !== ticket.accused_id && p.id !== ticket.assignee_id).map((p) => p.id),
    'revisit_bad',
  )
}
