import { type TicketStatus, ticketMerged } from '#contracts/tickets'
import type { MergeTicket, MergeVerdict } from '#contracts/tickets/links'
import { identifiedCustomers } from '#domains/customers'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { scopeOf } from '#platform/permissions'
import { type Desk, newId } from '../handling/desk.ts'
import {
  addFact,
  cancelClocks,
  notify,
  numberOf,
  record,
  resumeClocks,
  setStatus,
  tell,
  touch,
} from '../handling/desk-moves.ts'
import { snapshotOf } from '../handling/snapshot.ts'
import { refuseOwnCase } from '../investigation/own-case.ts'
import { decideMatter } from '../same-matter/matter-data.ts'
import { partake } from '../tasks/give-task.ts'
import { addDangers, heardDangers } from '../triage/heard-dangers.ts'
import type { BeforeMerge } from './before-merge.ts'
import { linkErrors } from './errors.ts'
import { judgedOf, type Lender, lendUrgency } from './lend-urgency.ts'
import { insertMerge, mergesInto, moveOpenTasks } from './links-data.ts'
import { type MergeSide, mergeVerdict } from './merge-rules.ts'
import { atTwoDesks } from './two-desks.ts'

/** What is owed whatever the number on it; an opinion, a statement or an approval stays where its own record is. */
const GOES_ALONG = ['step', 'question', 'contact']

/**
 * T4, by hand or by itself (same-matter): the source's words stand in the target from now on, its clocks and alarm stop, what is owed goes along, and the customer's
 * link of the source opens the target. Everything it was is kept for the split.
 * Errors: links.* by the verdict (merge-rules.ts); links.confirmCustomer unless `sameCustomer` when one of the two is of nobody known.
 */
export function mergeTicket(ctx: Ctx, id: string, input: MergeTicket): Promise<void> {
  if (id === input.targetId) throw linkErrors.sameTicket({}, 'targetId')
  const scope = scopeOf(ctx.actor, 'tickets.merge')
  return atTwoDesks(ctx, { id, scope }, { id: input.targetId, scope }, async (source, target) => {
    refuseOwnCase(source)
    refuseOwnCase(target)
    await refuseUnfit(source, target, input.sameCustomer === true)
    const before: BeforeMerge = {
      dangers: addDangers(target.ticket, heardDangers(source.ticket)),
      source: snapshotOf(source),
      customer: lendCustomer(source, target),
      lent: await lendUrgency(target, lenderOf(source)),
      ...(await takeTasksAlong(source, target)),
    }
    rest(source)
    source.ticket.merged_into = target.ticket.id
    const by = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null
    await insertMerge(source.tx, source.ticket.brand_id, {
      id: newId(),
      source_id: source.ticket.id,
      target_id: target.ticket.id,
      reason: input.reason,
      before,
      merged_by: by,
      merged_at: source.now,
    })
    await decideMatter(source.tx, [source.ticket.id, target.ticket.id], ['proposed'], {
      state: 'merged',
      at: source.now,
      by,
    })
    tellBoth(source, target, input.reason)
  })
}

async function refuseUnfit(source: Desk, target: Desk, confirmed: boolean): Promise<void> {
  const [one, other] = await sidesOf(source.tx, [source, target])
  const verdict = mergeVerdict(one!, other!)
  if (verdict === 'yes' || (verdict === 'confirm' && confirmed)) return
  const merged = await mergesInto(source.tx, source.ticket.id)
  throw REFUSALS[verdict]({
    number: numberOf(source.ticket),
    target: numberOf(target.ticket),
    count: merged.length,
  })
}

const REFUSALS: Record<
  Exclude<MergeVerdict, 'yes'>,
  (data: Record<string, unknown>) => ReturnType<typeof linkErrors.sameTicket>
> = {
  confirm: (data) => linkErrors.confirmCustomer(data, 'sameCustomer'),
  same_ticket: (data) => linkErrors.sameTicket(data, 'targetId'),
  source_ended: (data) => linkErrors.sourceEnded(data),
  source_merged: (data) => linkErrors.sourceMerged(data),
  source_has_merged: (data) => linkErrors.sourceHasMerged(data),
  target_merged: (data) => linkErrors.targetMerged(data, 'targetId'),
  target_closed: (data) => linkErrors.targetClosed(data, 'targetId'),
  target_set_aside: (data) => linkErrors.targetSetAside(data, 'targetId'),
  target_settled: (data) => linkErrors.targetSettled(data, 'targetId'),
  different_customers: (data) => linkErrors.differentCustomers(data, 'targetId'),
  out_of_reach: (data) => linkErrors.otherUnknown(data, 'targetId'),
}

/** Both sides as the rule reads them; a customer with a name but no number could be anybody. */
async function sidesOf(tx: Tx, desks: readonly Desk[]): Promise<MergeSide[]> {
  const known = await identifiedCustomers(
    tx,
    desks.flatMap(({ ticket }) => ticket.customer_id ?? []),
  )
  return Promise.all(
    desks.map(async ({ ticket }) => ({
      id: ticket.id,
      status: ticket.status as TicketStatus,
      customer: known.get(ticket.customer_id ?? '') ?? null,
      hasMerged: (await mergesInto(tx, ticket.id)).length > 0,
      ...judgedOf(ticket),
    })),
  )
}

function lenderOf({ ticket, alarm }: Desk): Lender {
  return {
    dangers: heardDangers(ticket),
    id: ticket.id,
    number: numberOf(ticket),
    categories: ticket.categories,
    judged: judgedOf(ticket),
    assignee_id: ticket.assignee_id,
    alarm,
  }
}

/** A target of nobody known belongs to the source's customer from now on, so that somebody can phone. */
function lendCustomer({ ticket: source }: Desk, { ticket: target }: Desk): BeforeMerge['customer'] {
  if (target.customer_id || !source.customer_id) return null
  const was = target.customer_name
  Object.assign(target, { customer_id: source.customer_id, customer_name: source.customer_name || was })
  return { id: source.customer_id, name: target.customer_name, was }
}

async function takeTasksAlong(source: Desk, target: Desk): Promise<Pick<BeforeMerge, 'tasks' | 'joined'>> {
  const moved = await moveOpenTasks(source.tx, source.ticket.id, target.ticket.id, GOES_ALONG)
  source.ticket.open_tasks -= moved.length
  target.ticket.open_tasks += moved.length
  const owners = new Set(moved.flatMap((task) => task.owner_id ?? []))
  const joined = [...owners].filter((owner) => !target.ticket.participants.includes(owner))
  for (const owner of joined) partake(target, owner)
  return { tasks: moved.map((task) => task.id), joined }
}

/** Nothing of it is due any more. */
function rest(desk: Desk): void {
  resumeClocks(desk)
  setStatus(desk, 'merged')
  cancelClocks(desk)
  Object.assign(desk.ticket, { closes_at: null, remind_at: null })
  if (desk.alarm && !desk.alarm.taken_at) {
    desk.alarm.next_at = null
    desk.alarmChanged = true
  }
}

function tellBoth(source: Desk, target: Desk, reason: string): void {
  const [number, into] = [numberOf(source.ticket), numberOf(target.ticket)]
  addFact(source, 'merged_into', { id: target.ticket.id, number: into }, reason)
  addFact(target, 'merged_from', { id: source.ticket.id, number, title: source.ticket.title }, reason)
  record(source, 'tickets.merge', { into, reason })
  record(target, 'tickets.takeMerged', { from: number, reason })
  notify(source, [source.ticket.assignee_id], 'merged')
  notify(target, [target.ticket.assignee_id], 'merged')
  tell(source, ticketMerged)
  tell(target, ticketMerged)
  touch(source)
  touch(target)
}
