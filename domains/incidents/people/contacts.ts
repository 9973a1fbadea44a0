import type { RoomContacts } from '#contracts/incidents/contacts'
import {
  findShopPhones,
  findStaffPhones,
  loadRoster,
  maskPhone,
  type Roster,
  type RosterPerson,
} from '#domains/people'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { numberOf } from '../desk/moves.ts'
import { reaches } from '../desk/reach.ts'
import { incidentErrors } from '../errors.ts'
import type { Head } from '../reading/personal.ts'
import { headInReach } from '../reading/read-room.ts'
import { sealsOf, shopsOf } from '../seal/seal-data.ts'
import { peopleOf } from '../seal/told-people.ts'

/**
 * Whom somebody of the room can ring when its own calls go unanswered: its people and those of shops whose seal waits; whoever leads, everybody, but in a drill.
 * Errors: incidents.notFound, incidents.notAllowed.
 */
export async function readContacts(ctx: Ctx, id: string): Promise<RoomContacts> {
  const head = await headInReach(ctx, id, 'incidents.work')
  return ctx.transaction(async (tx) => {
    const roster = await loadRoster(tx, ctx.now())
    const waiting = await waitingShops(tx, id)
    const people = callable(ctx, head, roster, waiting)
    const numbers = await findStaffPhones(
      tx,
      ctx,
      people.map((p) => p.id),
    )
    const lines = await findShopPhones(tx, waiting)
    const names = new Map(roster.shops.map((shop) => [shop.id, shop.name]))
    return {
      people: people.map((person) => ({
        staffId: person.id,
        name: person.name,
        onDuty: person.onDuty,
        roles: person.roles.map(({ role, shops }) => ({
          role,
          shops: shops === 'all' ? [] : shops.flatMap((shopId) => names.get(shopId) ?? []),
        })),
        phoneMasked: maskPhone(numbers.get(person.id) ?? ''),
      })),
      waiting: waiting.map((shopId) => ({
        shopId,
        name: names.get(shopId) ?? '',
        phone: lines.get(shopId) ?? '',
        staffIds: peopleOf(roster, shopId),
      })),
    }
  })
}

/** A colleague's number in the clear, to be dialled at once; the audit keeps who asked for whose. Errors: those of readContacts, incidents.closed, incidents.staffUnknown. */
export async function revealNumber(ctx: Ctx, id: string, staffId: string): Promise<string> {
  const head = await headInReach(ctx, id, 'incidents.work')
  if (head.incident.status === 'closed') throw incidentErrors.closed()
  return ctx.transaction(async (tx) => {
    const roster = await loadRoster(tx, ctx.now())
    const person = callable(ctx, head, roster, await waitingShops(tx, id)).find((p) => p.id === staffId)
    const number = person && (await findStaffPhones(tx, ctx, [staffId])).get(staffId)
    if (!number) throw incidentErrors.staffUnknown()
    await audit(tx, ctx, {
      action: 'incidents.revealNumber',
      subjectKind: 'incident',
      subjectId: id,
      subject: numberOf(head.incident),
      data: { staff: staffId },
    })
    return number
  })
}

function callable(ctx: Ctx, head: Head, roster: Roster, waiting: readonly string[]): RosterPerson[] {
  if (!head.incident.drill && reaches(ctx.actor, 'incidents.lead', head)) return roster.people
  const near = new Set([
    ...head.members.map((member) => member.staff_id),
    ...waiting.flatMap((shopId) => peopleOf(roster, shopId)),
  ])
  return roster.people.filter((person) => near.has(person.id))
}

/** Shops asked by a seal that still holds and has not been confirmed there. */
async function waitingShops(tx: Tx, id: string): Promise<string[]> {
  const seals = (await sealsOf(tx, id)).filter((seal) => !seal.lifted_at)
  const asked = await shopsOf(
    tx,
    seals.map((seal) => seal.id),
  )
  return [...new Set(asked.filter((one) => one.state === 'waiting').map((one) => one.shop_id))]
}
