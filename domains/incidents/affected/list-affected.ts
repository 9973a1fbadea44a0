import type {
  AffectedKnownBy,
  AffectedListQuery,
  AffectedPage,
  AffectedRow,
  AffectedState,
} from '#contracts/incidents/affected'
import { contactsOf, customerNames, headsOf, readContact } from '#domains/customers'
import { findShops } from '#domains/people'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { may } from '#platform/permissions'
import { nameFor } from '../reading/names-shown.ts'
import { headInReach } from '../reading/read-room.ts'
import { type PersonRow, peopleIn } from './affected-data.ts'

const PAGE = 50
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** One page of the affected customers, masked. Errors: incidents.notFound, incidents.notAllowed. */
export async function listAffected(ctx: Ctx, id: string, query: AffectedListQuery): Promise<AffectedPage> {
  await headInReach(ctx, id, 'incidents.affected')
  const { state, cursor } = query
  return ctx.transaction(async (tx) => {
    const found = await peopleIn(tx, id, {
      ...(state ? { state } : {}),
      ...(cursor && ID.test(cursor) ? { after: cursor } : {}),
      limit: PAGE + 1,
    })
    const page = found.slice(0, PAGE)
    const [seen, phones] = await Promise.all([viewAffected(tx, ctx, page), maskedPhones(tx, ctx, page)])
    const rows = seen.map((row) => ({ ...row, phoneMasked: phones.get(row.customerId) ?? '' }))
    return { rows, next: found.length > PAGE ? rows.at(-1)!.id : null }
  })
}

/** By customer the number to be rung, masked; of nobody for whoever may not know who it is (G1). */
async function maskedPhones(
  tx: Tx,
  ctx: Ctx,
  people: readonly PersonRow[],
): Promise<ReadonlyMap<string, string>> {
  if (!may(ctx.actor, 'incidents.readNames')) return new Map()
  const heads = await headsOf(
    tx,
    people.map((row) => row.customer_id),
  )
  const contacts = await contactsOf(tx, ctx, [...new Set(heads.values())])
  return new Map(
    [...heads].flatMap(([id, head]) => {
      const phone = contacts.get(head)?.phone
      return phone ? [[id, readContact(phone).masked] as const] : []
    }),
  )
}

/** Affected customers, masked, in the order in which they come; without their numbers. */
export async function viewAffected(tx: Tx, ctx: Ctx, people: readonly PersonRow[]): Promise<AffectedRow[]> {
  const shown = nameFor(ctx.actor)
  const [names, shops] = await Promise.all([
    customerNames(
      tx,
      people.map((row) => row.customer_id),
    ),
    findShops(tx, [...new Set(people.map((row) => row.shop_id))]),
  ])
  return people.map((row) => ({
    id: row.id,
    customerId: row.customer_id,
    customerName: shown(names.get(row.customer_id) ?? ''),
    phoneMasked: '',
    shopName: shops.get(row.shop_id)?.name ?? '',
    what: row.what,
    at: row.at.toISOString(),
    proof: row.proof as AffectedKnownBy,
    way: row.way,
    state: row.state as AffectedState,
    problem: row.problem,
    ticketId: row.ticket_id,
    complaintTicketId: row.complaint_ticket_id,
    repliedAt: row.replied_at?.toISOString() ?? null,
    toldAt: row.told_at?.toISOString() ?? null,
    calledBy: row.called_by_name,
    calledAt: row.called_at?.toISOString() ?? null,
    callNote: row.call_note,
  }))
}
