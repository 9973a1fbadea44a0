import { v7 as uuidv7 } from 'uuid'
import { staffNoticed, tasksChanged } from '#contracts/tickets'
import { insertOutbound, type NewOutbound } from '#domains/channels'
import { loadRoster, type Roster } from '#domains/people'
import { holidaysOf, type PlaybookInForce, playbookVersion } from '#domains/playbook'
import { type AuditFact, audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { type EventRow, eventRow, publish } from '#platform/events/publish'
import { type Scope, scopeOf } from '#platform/permissions'
import { type ClockRow, type ClockRules, calendarsFor, nextDue } from '../clocks/ticket-clocks.ts'
import { ticketErrors } from '../errors.ts'
import { callsFollowTasks } from '../revisits/revisit-data.ts'
import { queueChanged } from '../rules/rule-data.ts'
import { keepFindable } from '../search/ticket-words.ts'
import { contactsToAssignee, endTasks, saveTasks, type TaskChanges } from '../tasks/task-data.ts'
import * as data from './desk-data.ts'

/**
 * One ticket on somebody's desk for the length of one deed: loaded and locked once, changed in memory by the moves in
 * desk-moves.ts, then saved with its timeline, clocks, notices, events and audit in the same transaction.
 */
export type Desk = {
  ctx: Ctx
  tx: Tx
  now: Date
  ticket: data.TicketRow
  clocks: ClockRow[]
  pauses: data.PauseRow[]
  alarm: data.AlarmRow | undefined
  playbook: PlaybookInForce
  roster: Roster
  rules: () => ClockRules
  /** What will be saved. */
  entries: data.NewEntry[]
  notices: data.NewNotice[]
  events: EventRow[]
  audits: AuditFact[]
  outbound: NewOutbound[]
  pauseFrom: boolean
  pauseEnd: boolean
  alarmChanged: boolean
  tasks: TaskChanges
  /** Done by a rule: whoever runs the rules decides which are asked next. */
  byRule?: boolean
  /** What a deed still has to do with the database before it is saved. */
  before: ((desk: Desk) => Promise<void>)[]
}

/**
 * Does one deed on one ticket within the actor's reach for `action`; with `partakes` also for those asked to take part in it.
 * Errors: tickets.notFound when it is out of reach.
 */
export function atDesk<T>(
  ctx: Ctx,
  id: string,
  action: string,
  work: (desk: Desk) => Promise<T>,
  more: { partakes?: boolean } = {},
): Promise<T> {
  return ctx.transaction(async (tx) => {
    const desk = await openDesk(ctx, tx, id, scopeOf(ctx.actor, action), more)
    if (!desk) throw ticketErrors.notFound()
    const result = await work(desk)
    await saveDesk(desk)
    return result
  })
}

/** Null when there is no such ticket in the scope, or somebody else holds it and `skipLocked` says not to wait. */
export async function openDesk(
  ctx: Ctx,
  tx: Tx,
  id: string,
  scope: Scope | null,
  more: { skipLocked?: boolean; partakes?: boolean } = {},
): Promise<Desk | null> {
  const ticket = await data.lockTicket(tx, scope, id, more)
  if (!ticket) return null
  const now = ctx.now()
  const [clocks, pauses, alarm, playbook, roster, holidays] = await Promise.all([
    data.loadClocks(tx, id),
    data.loadPauses(tx, id),
    data.loadAlarm(tx, id),
    playbookVersion(tx, ticket.playbook_version_id),
    loadRoster(tx, now),
    holidaysOf(tx),
  ])
  return deskOn({ ctx, tx, now, ticket, clocks, pauses, alarm, playbook, roster }, holidays)
}

type Laid = 'ctx' | 'tx' | 'now' | 'ticket' | 'clocks' | 'pauses' | 'alarm' | 'playbook' | 'roster'

/** A desk with what was loaded on it, before anything is done. */
export function deskOn(laid: Pick<Desk, Laid>, holidays: Awaited<ReturnType<typeof holidaysOf>>): Desk {
  const { playbook, roster } = laid
  const desk: Desk = {
    ...laid,
    rules: () => ({
      playbook: playbook.playbook,
      kind: desk.ticket.kind as ClockRules['kind'],
      priority: desk.ticket.priority as ClockRules['priority'],
      calendars: calendarsFor(
        playbook.playbook,
        roster.shops.find((s) => s.id === desk.ticket.shop_id),
        holidays,
        roster.zone,
      ),
    }),
    entries: [],
    notices: [],
    events: [],
    audits: [],
    outbound: [],
    pauseFrom: false,
    pauseEnd: false,
    alarmChanged: false,
    tasks: { added: [], changed: [] },
    before: [],
  }
  return desk
}

export async function saveDesk(desk: Desk): Promise<void> {
  const { ctx, tx, ticket, now } = desk
  for (const work of desk.before) await work(desk)
  await saveTasks(tx, ticket.brand_id, desk.tasks)
  await callsFollowTasks(tx, desk.tasks.changed)
  if (ticket.open_tasks > 0) await settleTasks(desk)
  const due = nextDue(desk.clocks)
  const { id, brand_id, number, token_hash, opened_at, ...rest } = ticket
  await data.updateTicket(tx, id, {
    ...rest,
    due_at: due?.due_at ?? null,
    due_metric: due?.due_metric ?? null,
  })
  await data.saveClocks(tx, brand_id, id, desk.clocks)
  if (desk.pauseEnd) await data.endPauses(tx, id, now)
  if (desk.pauseFrom) await data.startPause(tx, brand_id, id, now)
  await data.insertEntries(tx, brand_id, id, desk.entries)
  await keepFindable(tx, ticket, desk.entries)
  await data.insertNotices(tx, brand_id, desk.notices)
  const noticed = noticedEvent(ticket.id, desk.notices)
  if (desk.alarm && desk.alarmChanged) await data.saveAlarm(tx, desk.alarm)
  await insertOutbound(tx, ctx, now, desk.outbound)
  await publish(tx, ctx, ...desk.events, ...noticed)
  await audit(tx, ctx, ...desk.audits)
  if (desk.events.length && !desk.byRule) await queueChanged(tx, ticket.brand_id, [ticket.id], [], now)
}

/** Whoever tells people outside of the console hears of their notices; browsers learn of them by the events of the deed. */
export function noticedEvent(ticketId: string, notices: readonly data.NewNotice[]): EventRow[] {
  const told = notices.filter((n) => n.kind !== 'alarm')
  if (!told.length) return []
  const body = {
    ticketId,
    notices: told.map((n) => ({ id: n.id, staffId: n.staff_id, kind: n.kind })),
  }
  return [eventRow(staffNoticed, body, { ticketId, staffIds: told.map((n) => n.staff_id) })]
}

const OVER = ['closed', 'set_aside']

/** What the ticket's own fate means for its open tasks: its end is theirs, and the next contact is always the assignee's. */
async function settleTasks({ tx, ticket, now, events }: Desk): Promise<void> {
  if (!OVER.includes(ticket.status)) return contactsToAssignee(tx, ticket.id, ticket.assignee_id)
  const owners = await endTasks(tx, ticket.id, ticket.closed_at ?? now)
  ticket.open_tasks = Math.max(0, ticket.open_tasks - owners.length)
  if (owners.length) {
    const about = { ticketId: ticket.id, shopId: ticket.shop_id, staffIds: owners }
    events.push(eventRow(tasksChanged, { ticketId: ticket.id }, about))
  }
}

export function newId(): string {
  return uuidv7()
}
