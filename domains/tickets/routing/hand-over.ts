import type { HandedOver, HandOver, HandOverState } from '#contracts/tickets/hand-over'
import { loadRoster, nextDutyAt, type Roster, type RosterPerson } from '#domains/people'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { Scope } from '#platform/permissions'
import { ticketErrors } from '../errors.ts'
import { type Desk, openDesk, saveDesk } from '../handling/desk.ts'
import { openLoads, openTicketsOf } from '../handling/desk-data.ts'
import { addEntry, notify } from '../handling/desk-moves.ts'
import { moveTask } from '../tasks/give-task.ts'
import { findTask } from '../tasks/task-data.ts'
import { canHandle, giveTo, pickFor } from './assign-ticket.ts'
import { heldTasks, heldTickets } from './hand-over-data.ts'

const AT_ONCE = 100
const MOST = 1000
const EVERYTHING: Scope = { shops: 'all', own: false, staffId: null }

/** When somebody is at work again: after the absence, at the start of the next duty; null when nothing says so (away, or no duty at all). */
export function backAt(person: RosterPerson, zone: string, now: Date): Date | null {
  if (person.away) return null
  return nextDutyAt(
    person.duty,
    zone,
    person.absentUntil && person.absentUntil > now ? person.absentUntil : now,
  )
}

/** What the person holds, and who could take it. */
export function readHandOver(ctx: Ctx): Promise<HandOverState> {
  return ctx.transaction(async (tx) => {
    const { staffId } = staffOf(ctx)
    const roster = await loadRoster(tx, ctx.now())
    const back = whenBack(roster, staffId, ctx.now())
    const [open, due, tasks, people] = await Promise.all([
      heldTickets(tx, staffId, null, MOST),
      back ? heldTickets(tx, staffId, back, MOST) : heldTickets(tx, staffId, null, MOST),
      heldTasks(tx, staffId, back, MOST),
      presentColleagues(tx, roster, staffId),
    ])
    return {
      open: open.length,
      dueBefore: due.length,
      tasks: tasks.length,
      backAt: back?.toISOString() ?? null,
      people,
    }
  })
}

function whenBack(roster: Roster, staffId: string, now: Date): Date | null {
  const self = roster.people.find((p) => p.id === staffId)
  return self ? backAt(self, roster.zone, now) : null
}

async function presentColleagues(tx: Tx, roster: Roster, staffId: string): Promise<HandOverState['people']> {
  const self = roster.people.find((p) => p.id === staffId)
  const shops = self?.roles.flatMap((r) => (r.shops === 'all' ? [null] : r.shops)) ?? []
  const fit = roster.people.filter(
    (p) => p.id !== staffId && p.onDuty && shops.some((shop) => canHandle(p, shop)),
  )
  const loads = await openLoads(
    tx,
    fit.map((p) => p.id),
  )
  return fit
    .map((p) => ({ id: p.id, name: p.name, openTickets: loads.get(p.id) ?? 0, capacity: p.capacity }))
    .sort((a, b) => a.openTickets - b.openTickets)
}

/**
 * 交班: what the person holds goes to a colleague with a note (R2), each ticket in a transaction of its own.
 * Shape: a ticket that the chosen colleague may not hold, or for which nobody is present, stays and is named in the answer.
 * Errors: tickets.assigneeUnknown, tickets.assigneeAbsent for a chosen colleague.
 */
export async function handOver(ctx: Ctx, input: HandOver): Promise<HandedOver> {
  const { staffId } = staffOf(ctx)
  const plan = await ctx.transaction(async (tx) => {
    const roster = await loadRoster(tx, ctx.now())
    const colleague = input.toId ? roster.people.find((p) => p.id === input.toId) : undefined
    if (input.toId && (!colleague || colleague.id === staffId)) throw ticketErrors.assigneeUnknown({}, 'toId')
    if (colleague && !colleague.onDuty) throw ticketErrors.assigneeAbsent({ name: colleague.name }, 'toId')
    const before = input.what === 'due' ? whenBack(roster, staffId, ctx.now()) : null
    return {
      colleague,
      tickets: await heldTickets(tx, staffId, before, MOST),
      tasks: await heldTasks(tx, staffId, before, MOST),
    }
  })
  const left: HandedOver['left'] = []
  let tickets = 0
  for (const held of plan.tickets) {
    const moved = await onDesk(ctx, held.id, async (desk) => {
      if (desk.ticket.assignee_id !== staffId) return true
      const next = await successor(desk, staffId, plan.colleague)
      if (!next) return false
      addEntry(desk, { kind: 'note', text: input.note, data: { handOver: true } })
      giveTo(desk, next, { handedOver: true })
      notify(desk, [next.id], 'handed_over')
      return true
    })
    if (moved) tickets += 1
    else left.push({ id: held.id, number: `HY-${held.number}`, title: held.title })
  }
  let tasks = 0
  for (const { id, ticket_id } of plan.tasks) {
    const moved = await onDesk(ctx, ticket_id, async (desk) => {
      const task = await findTask(desk.tx, id)
      if (task?.state !== 'open' || task.owner_id !== staffId) return false
      const next = await successor(desk, staffId, plan.colleague)
      if (next) moveTask(desk, task, next, { handedOver: true })
      return next !== null
    })
    if (moved) tasks += 1
  }
  return { tickets, tasks, left }
}

async function successor(
  desk: Desk,
  staffId: string,
  colleague: RosterPerson | undefined,
): Promise<{ id: string; name: string } | null> {
  if (colleague) return canHandle(colleague, desk.ticket.shop_id) ? colleague : null
  const rule = desk.playbook.playbook.responsibility[desk.ticket.rule_index]!
  const picked = await pickFor(desk, [rule.role, ...rule.chain], [staffId])
  return picked?.onDuty ? picked.person : null
}

async function onDesk(ctx: Ctx, id: string, work: (desk: Desk) => Promise<boolean>): Promise<boolean> {
  return ctx.transaction(async (tx) => {
    const desk = await openDesk(ctx, tx, id, EVERYTHING)
    if (!desk) return false
    const did = await work(desk)
    if (did) await saveDesk(desk)
    return did
  })
}

/** Nothing stays with a leaver: every open ticket goes to the next fitting person present. Repeating it finds none left. */
export async function handOverFrom(ctx: Ctx, staffId: string): Promise<void> {
  for (let round = 0; round < 1000; round++) {
    const rows = await ctx.transaction((tx) => openTicketsOf(tx, staffId, AT_ONCE))
    for (const { id } of rows) {
      await onDesk(ctx, id, async (desk) => {
        if (desk.ticket.assignee_id !== staffId) return false
        const rule = desk.playbook.playbook.responsibility[desk.ticket.rule_index]!
        const picked = await pickFor(desk, [rule.role, ...rule.chain], [staffId])
        if (picked) giveTo(desk, picked.person, { leaver: true })
        else desk.ticket.assignee_id = null
        return true
      })
    }
    if (rows.length < AT_ONCE) return
  }
}
