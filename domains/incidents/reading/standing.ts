import type { IncidentStanding, RoomWant, WantingRoom } from '#contracts/incidents/standing'
import type { Locale } from '#contracts/kit'
import { say } from '#domains/playbook'
import { type Ctx, staffOf } from '#platform/context'
import { may, type Scope, scopeOf } from '#platform/permissions'
import { holdersOf } from '../checklist/view-step.ts'
import { numberOf } from '../desk/moves.ts'
import { reaches, readsAll } from '../desk/reach.ts'
import { keptStanding } from './kept-standing.ts'
import { roomTitlesFor } from './room-title.ts'
import type { StandingRoom } from './standing-data.ts'
import * as data from './standing-data.ts'

/** A step is due now when so much time is left, or none. */
const NOW_MS = 2 * 3_600_000
const ORDER: RoomWant[] = ['call', 'law', 'step', 'work']

type TimedStep = StandingRoom['steps'][number]

/**
 * How emergencies stand for the reader, for the page of the day and the navigation.
 * Shape: a duty by law that is late concerns the team and whoever may lead the room; work only the team, until it is contained. A drill never counts.
 *        Of a room that is read for the sake of a shop only the own shops' seals count.
 */
export async function readStanding(ctx: Ctx): Promise<IncidentStanding> {
  const { staffId } = staffOf(ctx)
  const scope = scopeOf(ctx.actor, 'incidents.read')
  const reach = scope?.shops === 'all' ? 'brand' : scope?.shops.length ? 'shop' : 'own'
  const found = await ctx.transaction((tx) => data.openRooms(tx, { staffId, scope }))
  const rooms = await keptStanding(ctx, found)
  if (!rooms.length) return { reach, open: 0, sealed: null, law: null, rooms: [] }
  const isPlain = may(ctx.actor, 'incidents.readNames') || !rooms.some((room) => room.title_of_ticket)
  const titleOf = isPlain
    ? ({ title }: StandingRoom) => title
    : await ctx.transaction((tx) => roomTitlesFor(ctx, tx, rooms))
  const laws = rooms.flatMap((room) => room.steps.filter((s) => s.law).map((step) => ({ room, step })))
  const law = laws.toSorted((a, b) => a.step.dueAt.getTime() - b.step.dueAt.getTime())[0]
  return {
    reach,
    open: rooms.length,
    sealed: await countSealed(ctx, scope, rooms),
    law: law ? { incidentId: law.room.id, ...viewStep(law.step, ctx.locale) } : null,
    rooms: rooms
      .flatMap((room) => wantOf(ctx, room, titleOf) ?? [])
      .sort(
        (a, b) =>
          ORDER.indexOf(a.want) - ORDER.indexOf(b.want) || (a.dueAt ?? '~').localeCompare(b.dueAt ?? '~'),
      ),
  }
}

async function countSealed(
  ctx: Ctx,
  scope: Scope | null,
  rooms: readonly StandingRoom[],
): Promise<IncidentStanding['sealed']> {
  const sealing = rooms.filter(({ seals }) => seals)
  if (!sealing.length) return null
  const shops = scope?.shops ?? []
  const isWhole = (room: StandingRoom) =>
    shops === 'all' || readsAll(ctx.actor, { incident: room, members: room.members })
  const ids = (whole: boolean) => sealing.filter((room) => isWhole(room) === whole).map(({ id }) => id)
  const of = { whole: ids(true), others: ids(false), shops: shops === 'all' ? [] : shops }
  const sealed = await ctx.transaction((tx) => data.countSealed(tx, of))
  return sealed.of ? sealed : null
}

/** The most urgent thing that one room wants of the reader; null: nothing. */
function wantOf(ctx: Ctx, room: StandingRoom, titleOf: (room: StandingRoom) => string): WantingRoom | null {
  const { steps, members } = room
  const { staffId } = staffOf(ctx)
  const now = ctx.now().getTime()
  const states = members.filter((m) => m.staff_id === staffId).map((m) => m.state)
  const called = states.includes('called')
  const team =
    states.includes('acknowledged') ||
    states.includes('joined') ||
    [room.leader_id, room.spokesperson_id].includes(staffId)
  const leads = reaches(ctx.actor, 'incidents.lead', { incident: room, members })
  const late = steps.filter((step) => step.law && step.dueAt.getTime() <= now)
  const mine = steps.filter(
    (step) => step.dueAt.getTime() - now <= NOW_MS && holdersOf(members, step.post).includes(staffId),
  )
  const found: [RoomWant, boolean, TimedStep[]][] = [
    ['call', called, []],
    ['law', (team || leads) && late.length > 0, late],
    ['step', team && mine.length > 0, mine],
    ['work', team && room.status === 'open', steps.slice(0, 1)],
  ]
  const first = found.find(([, wanted]) => wanted)
  if (!first) return null
  const [want, , [step, ...more]] = first
  return {
    id: room.id,
    number: numberOf(room),
    title: titleOf(room),
    openedAt: room.opened_at.toISOString(),
    want,
    count: 1 + more.length,
    ...(step ? viewStep(step, ctx.locale) : { step: '', dueAt: null }),
  }
}

function viewStep({ title, dueAt }: TimedStep, locale: Locale) {
  return { step: typeof title === 'string' ? title : say(title, locale), dueAt: dueAt.toISOString() }
}
