import { isDeepStrictEqual } from 'node:util'
import { ticketSplit } from '#contracts/tickets'
import { type Ctx, staffOf } from '#platform/context'
import { type Scope, scopeOf } from '#platform/permissions'
import { ticketErrors } from '../errors.ts'
import type { Desk } from '../handling/desk.ts'
import { findTicket, loadAlarm } from '../handling/desk-data.ts'
import { addFact, notify, numberOf, record, tell, touch } from '../handling/desk-moves.ts'
import { restore } from '../handling/snapshot.ts'
import { refuseOwnCase } from '../investigation/own-case.ts'
import { giveTo, pickFor } from '../routing/assign-ticket.ts'
import { decideMatter } from '../same-matter/matter-data.ts'
import { customerEntries } from '../told/words-of-customer-data.ts'
import { listenTo } from '../triage/hear-words.ts'
import { forgetDangers, heardDangers } from '../triage/heard-dangers.ts'
import type { BeforeMerge } from './before-merge.ts'
import { linkErrors } from './errors.ts'
import { judgedOf, lendUrgency, takeUrgencyBack } from './lend-urgency.ts'
import { endMerge, type MergeRow, mergeOf, mergesInto, moveTasksBack, saveBefore } from './links-data.ts'
import { atTwoDesks } from './two-desks.ts'

const EVERYTHING: Scope = { shops: 'all', own: false, staffId: null }

/**
 * Takes a merge back: the source is what it was, with its own clocks, owner, pause, alarm and tasks; the target loses what it was only
 * lent. What was written meanwhile stays in the target; timeline and audit of both keep both moves.
 * Errors: links.notMerged.
 */
export async function splitTicket(ctx: Ctx, id: string, reason: string): Promise<void> {
  const scope = scopeOf(ctx.actor, 'tickets.merge')
  const targetId = await ctx.transaction(async (tx) => {
    if (!(await findTicket(tx, scope, id))) throw ticketErrors.notFound()
    return (await mergeOf(tx, id))?.target_id
  })
  if (!targetId) throw linkErrors.notMerged()
  await atTwoDesks(ctx, { id, scope }, { id: targetId, scope: EVERYTHING }, async (source, target) => {
    refuseOwnCase(source)
    const merge = await mergeOf(source.tx, id)
    if (merge?.target_id !== targetId) throw linkErrors.notMerged()
    const { before } = merge
    await takeTasksBack(source, target, before)
    await takeBack(source, target, merge)
    await restore(source, before.source, { split: true, number: numberOf(target.ticket) })
    await giveToSomebodyThere(source)
    const end = { split_by: staffOf(ctx).staffId, split_at: source.now, split_reason: reason }
    await endMerge(source.tx, merge.id, end)
    const apart = { state: 'split', at: end.split_at, by: end.split_by }
    await decideMatter(source.tx, [id, targetId], ['merged'], apart)
    await lendOfOthers(target)
    await hearAgain(target, merge)
    tellBoth(source, target, reason)
  })
}

async function takeTasksBack(source: Desk, target: Desk, before: BeforeMerge): Promise<void> {
  const back = await moveTasksBack(source.tx, target.ticket.id, source.ticket.id, before.tasks)
  target.ticket.open_tasks -= back.length
  source.ticket.open_tasks += back.length
  target.ticket.participants = target.ticket.participants.filter((id) => !before.joined.includes(id))
}

/** What the target was lent: customer and urgency. An alarm that was taken there counts as taken here. */
async function takeBack(source: Desk, target: Desk, { id, before }: MergeRow): Promise<void> {
  const { customer, lent } = before
  if (customer && target.ticket.customer_id === customer.id)
    Object.assign(target.ticket, { customer_id: null, customer_name: customer.was })
  if (!lent) return
  await forgetLoan(target, id, before)
  const taken = await takeUrgencyBack(target, lent, numberOf(source.ticket))
  if (!taken || !source.alarm || source.alarm.taken_by) return
  Object.assign(source.alarm, { ...taken, next_at: null })
  source.alarmChanged = true
}

/** A later merge that found the target as this one had made it goes back to what this one had found. */
async function forgetLoan(target: Desk, id: string, { lent }: BeforeMerge): Promise<void> {
  for (const later of await mergesInto(target.tx, target.ticket.id)) {
    if (!lent || later.id === id || !later.before.lent) continue
    if (!isDeepStrictEqual(later.before.lent.was, lent.became)) continue
    const { alarm, assignee, ...own } = later.before.lent
    const passed = {
      ...own,
      was: lent.was,
      clocks: lent.clocks,
      alarm: alarm || lent.alarm,
      assignee:
        assignee && lent.assignee ? { ...assignee, was: lent.assignee.was } : (assignee ?? lent.assignee),
    }
    await saveBefore(target.tx, later.id, { ...later.before, lent: passed })
  }
}

/** Whoever had it may have left meanwhile. */
async function giveToSomebodyThere(desk: Desk): Promise<void> {
  const { ticket, roster, playbook } = desk
  if (ticket.assignee_id && roster.people.some((p) => p.id === ticket.assignee_id)) return
  const rule = playbook.playbook.responsibility[ticket.rule_index]!
  const picked = await pickFor(desk, [rule.role, ...rule.chain])
  if (picked) giveTo(desk, picked.person)
}

/** What was said meanwhile stays in the target, and with it a danger that nobody was called about because the source's alarm knew it already. */
async function hearAgain(target: Desk, { before, merged_at }: MergeRow): Promise<void> {
  forgetDangers(target.ticket, before.dangers ?? [])
  for (const { text } of await customerEntries(target.tx, target.ticket.id, merged_at))
    listenTo(target, { text })
}

/** What still stands in the target lends it its urgency again; `anew`: even what has lent it before. */
export async function lendOfOthers(target: Desk, { anew = false } = {}): Promise<void> {
  for (const merge of await mergesInto(target.tx, target.ticket.id)) {
    const row = await findTicket(target.tx, EVERYTHING, merge.source_id)
    const { lent: old } = merge.before
    if (!row || (old && !anew)) continue
    const lent = await lendUrgency(target, {
      id: row.id,
      number: numberOf(row),
      categories: row.categories,
      judged: judgedOf(row),
      dangers: heardDangers(row),
      assignee_id: row.assignee_id,
      alarm: await loadAlarm(target.tx, row.id),
    })
    if (!lent) continue
    const kept = {
      ...lent,
      alarm: lent.alarm || !!old?.alarm,
      assignee: lent.assignee ?? old?.assignee ?? null,
    }
    await saveBefore(target.tx, merge.id, { ...merge.before, lent: kept })
  }
}

function tellBoth(source: Desk, target: Desk, reason: string): void {
  const [number, from] = [numberOf(source.ticket), numberOf(target.ticket)]
  addFact(source, 'split_off', { id: target.ticket.id, number: from }, reason)
  addFact(target, 'split_away', { id: source.ticket.id, number }, reason)
  record(source, 'tickets.split', { from, reason })
  record(target, 'tickets.loseMerged', { number, reason })
  notify(source, [source.ticket.assignee_id], 'assigned')
  tell(source, ticketSplit)
  tell(target, ticketSplit)
  touch(target)
}
