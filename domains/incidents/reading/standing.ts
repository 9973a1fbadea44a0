import type { IncidentStanding, RoomWant, WantingRoom } from '#contracts/incidents/standing'
import type { Locale } from '#contracts/kit'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { say } from '#domains/playbook'
import { type Ctx, staffOf } from '#platform/context'
import { scopeOf } from '#platform/permissions'
import { holdersOf } from '../checklist/view-step.ts'
import type { MemberRow } from '../desk/desk-data.ts'
import { numberOf } from '../desk/moves.ts'
import { reaches } from '../desk/reach.ts'
import * as data from './standing-data.ts'

/** A step is due now when so much time is left, or none. */
const NOW_MS = 2 * 3_600_000
const ORDER: RoomWant[] = ['call', 'law', 'step', 'work']

/**
 * How emergencies stand for the reader, for the page of the day and the navigation.
 * Shape: a duty by law that is late concerns the team and whoever may lead the room; work only the team, until it is contained. A drill never counts.
 */
export function readStanding(ctx: Ctx): Promise<IncidentStanding> {
  return ctx.transaction(async (tx) => {
    const { staffId } = staffOf(ctx)
    const scope = scopeOf(ctx.actor, 'incidents.read')
    const reach = scope?.shops === 'all' ? 'brand' : scope?.shops.length ? 'shop' : 'own'
    const rooms = await data.openRooms(tx, { staffId, scope })
    if (!rooms.length) return { reach, open: 0, sealed: null, law: null, rooms: [] }
    const ids = rooms.map(({ id }) => id)
    const [steps, members, sealed] = await Promise.all([
      data.timedSteps(tx, ids),
      data.teamsOf(tx, ids),
      data.countSealed(tx, ids),
    ])
    const law = steps.find((step) => step.law)
    const lawOf = law && rooms.find(({ id }) => id === law.incident_id)
    return {
      reach,
      open: rooms.length,
      sealed: sealed.of ? sealed : null,
      law: law && lawOf ? { incidentId: lawOf.id, ...viewStep(lawOf, law, ctx.locale) } : null,
      rooms: rooms
        .flatMap((room) => {
          const isOf = (row: { incident_id: string }) => row.incident_id === room.id
          return wantOf(ctx, { room, steps: steps.filter(isOf), members: members.filter(isOf) }) ?? []
        })
        .sort(
          (a, b) =>
            ORDER.indexOf(a.want) - ORDER.indexOf(b.want) || (a.dueAt ?? '~').localeCompare(b.dueAt ?? '~'),
        ),
    }
  })
}

type Seen = { room: data.OpenRoom; steps: data.TimedStep[]; members: MemberRow[] }

/** The most urgent thing that one room wants of the reader; null: nothing. */
function wantOf(ctx: Ctx, { room, steps, members }: Seen): WantingRoom | null {
  const { staffId } = staffOf(ctx)
  const now = ctx.now().getTime()
  const states = members.filter((m) => m.staff_id === staffId).map((m) => m.state)
  const called = states.includes('called')
  const team =
    states.includes('acknowledged') ||
    states.includes('joined') ||
    [room.leader_id, room.spokesperson_id].includes(staffId)
  const leads = reaches(ctx.actor, 'incidents.lead', { incident: room, members })
  const late = steps.filter((step) => step.law && step.due_at!.getTime() <= now)
  const mine = steps.filter(
    (step) => step.due_at!.getTime() - now <= NOW_MS && holdersOf(members, step.post).includes(staffId),
  )
  const found: [RoomWant, boolean, data.TimedStep[]][] = [
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
    title: room.title,
    openedAt: room.opened_at.toISOString(),
    want,
    count: 1 + more.length,
    ...(step ? viewStep(room, step, ctx.locale) : { step: '', dueAt: null }),
  }
}

function viewStep({ plan }: data.OpenRoom, { key, added_title, due_at }: data.TimedStep, locale: Locale) {
  const planned = (plan as EmergencyPlan).steps.find((step) => step.key === key)
  return { step: planned ? say(planned.title, locale) : added_title, dueAt: due_at!.toISOString() }
}
