import { insertOutbound } from '#domains/channels'
import { playbookVersion } from '#domains/playbook'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { publish } from '#platform/events/publish'
import type { World } from '../intake/decide-opening.ts'
import { queueChanged } from '../rules/rule-data.ts'
import { addSearchWords } from '../search/hits-data.ts'
import { wordsSince } from '../search/ticket-words.ts'
import { type Desk, deskOn, noticedEvent, saveDesk } from './desk.ts'
import { insertNotices, type TicketRow } from './desk-data.ts'
import { insertEntriesOf, loadBeside, lockTickets, touchTickets } from './many-desks-data.ts'

/** A desk, and the ticket as it was when it was laid there. */
export type OpenedDesk = { desk: Desk; before: string }

/** What a message changes of a ticket that goes on as it was. */
const LIGHT = ['updated_at', 'conversation_id', 'customer_id', 'customer_name', 'token_hash']

/**
 * The desks of several tickets, locked and loaded together; the program's own reach, no person's.
 * Shape: by the ticket's id; one that is not there is absent. Roster and holidays are those of `world`.
 */
export async function openDesks(
  ctx: Ctx,
  tx: Tx,
  ids: readonly string[],
  world: World,
): Promise<Map<string, OpenedDesk>> {
  if (!ids.length) return new Map()
  const tickets = await lockTickets(tx, ids)
  if (!tickets.length) return new Map()
  const beside = await loadBeside(
    tx,
    tickets.map((t) => t.id),
  )
  const clocks = Map.groupBy(beside.clocks, (c) => c.ticket_id)
  const pauses = Map.groupBy(beside.pauses, (p) => p.ticket_id)
  const alarms = new Map(beside.alarms.map((a) => [a.ticket_id, a]))
  const opened = new Map<string, OpenedDesk>()
  for (const ticket of tickets) {
    const desk = deskOn(
      {
        ...{ ctx, tx, now: ctx.now(), ticket, roster: world.roster },
        clocks: clocks.get(ticket.id) ?? [],
        pauses: (pauses.get(ticket.id) ?? []).map(({ from, to }) => ({ from, to })),
        alarm: alarms.get(ticket.id),
        playbook: await playbookVersion(tx, ticket.playbook_version_id),
      },
      world.holidays,
    )
    opened.set(ticket.id, { desk, before: weightOf(desk) })
  }
  return opened
}

/** Saves several desks: those on which only something was said together, the others one by one. */
export async function saveDesks(tx: Tx, ctx: Ctx, opened: readonly OpenedDesk[]): Promise<void> {
  const light = opened.filter(isLight).map(({ desk }) => desk)
  for (const one of opened) if (!isLight(one)) await saveDesk(one.desk)
  if (!light.length) return
  const { brandId } = ctx.actor
  const now = ctx.now()
  await touchTickets(
    tx,
    light.map(({ ticket }) => pick(ticket)),
  )
  const entries = light.flatMap((d) => d.entries.map((e) => ({ ...e, ticket_id: d.ticket.id })))
  await insertEntriesOf(tx, brandId, entries)
  await addSearchWords(
    tx,
    light.map((d) => wordsSince(d.ticket, d.entries)),
  )
  await insertNotices(
    tx,
    brandId,
    light.flatMap((d) => d.notices),
  )
  await insertOutbound(
    tx,
    ctx,
    now,
    light.flatMap((d) => d.outbound),
  )
  await publish(tx, ctx, ...light.flatMap((d) => [...d.events, ...noticedEvent(d.ticket.id, d.notices)]))
  await audit(tx, ctx, ...light.flatMap((d) => d.audits))
  const changed = light.filter((d) => d.events.length).map((d) => d.ticket.id)
  await queueChanged(tx, brandId, changed, [], now)
}

/** Nothing but its timeline has changed. */
export function isLight({ desk, before }: OpenedDesk): boolean {
  const { tasks } = desk
  return (
    !desk.before.length &&
    !tasks.added.length &&
    !tasks.changed.length &&
    !desk.pauseFrom &&
    !desk.pauseEnd &&
    !desk.alarmChanged &&
    weightOf(desk) === before
  )
}

/** Everything of a ticket and its clocks that saying something does not change. */
function weightOf({ ticket, clocks }: Desk): string {
  return JSON.stringify([ticket, clocks], (key, value) => (LIGHT.includes(key) ? undefined : value))
}

const pick = ({ id, updated_at, conversation_id, customer_id, customer_name }: TicketRow) => ({
  ...{ id, updated_at, conversation_id, customer_id, customer_name },
})
