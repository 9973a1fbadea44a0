import { v7 as uuidv7 } from 'uuid'
import type { AffectedQuery } from '#contracts/incidents/affected'
import { headsOf } from '#domains/customers'
import type { Ctx } from '#platform/context'
import { atIncident } from '../desk/change-room.ts'
import { addFact, record } from '../desk/moves.ts'
import { incidentErrors } from '../errors.ts'
import {
  type AffectedRow,
  findAffected,
  insertPeople,
  knownCustomers,
  saveAffected,
} from './affected-data.ts'
import { approveAnew, complaintsOf, holdComplainants } from './complainants.ts'
import { lookFor, NO_WAY } from './look-for.ts'

/**
 * Looks for the affected customers and keeps them, each once however many orders; found again only new ones are added (E3).
 * Shape:  when a message stands already, somebody else approves anew that it goes to the new ones too, also to those who only find it on their
 *         order's page.
 * Errors: incidents.notInPlan, incidents.stillSending; those of lookFor.
 */
export function findAffectedCustomers(ctx: Ctx, id: string, query: AffectedQuery): Promise<void> {
  return atIncident(ctx, id, 'incidents.affected', async (desk) => {
    const { incident, plan, tx } = desk
    if (!plan.affected) throw incidentErrors.notInPlan()
    const row = (await findAffected(tx, id)) ?? newSearch(incident)
    if (row.state === 'approved' || row.state === 'sending') throw incidentErrors.stillSending()
    const { people, unknown, more } = await lookFor(tx, ctx, query)
    const known = new Set((await headsOf(tx, await knownCustomers(tx, id))).values())
    const fresh = people.filter(({ customer }) => !known.has(customer.id))
    row.query = query as AffectedRow['query']
    const complaints = await complaintsOf(tx, id)
    const complained = fresh.filter(({ customer }) => complaints.has(customer.id)).length
    const told = row.complainants ? fresh.length : fresh.length - complained
    if (told > 0 && row.text !== '') await approveAnew(desk, row)
    await saveAffected(tx, row)
    await insertPeople(
      tx,
      fresh.map(({ customer, had, way, problem }) => ({
        brand_id: incident.brand_id,
        id: uuidv7(),
        incident_id: id,
        customer_id: customer.id,
        order_id: had.orderId,
        conversation_id: had.conversationId,
        shop_id: had.shopId,
        what: had.what,
        at: had.at,
        proof: had.proof,
        way,
        state: way === NO_WAY ? 'no_way' : 'found',
        problem,
      })),
    )
    await holdComplainants(desk, row)
    addFact(desk, 'affected_found', {
      count: people.length,
      fresh: fresh.length,
      unknown,
      more,
      ...(complained ? { complained } : {}),
    })
    record(desk, 'findAffected', { query, customers: people.length, fresh: fresh.length, unknown })
  })
}

function newSearch({ brand_id, id }: { brand_id: string; id: string }): AffectedRow {
  return {
    brand_id,
    incident_id: id,
    query: {},
    state: 'found',
    version: 1,
    text: '',
    also: {},
    writers: [],
    written_by_name: '',
    approved_by: null,
    approved_by_name: '',
    approved_at: null,
    approved_text: '',
    approved_also: {},
    refused_why: '',
    complainants: false,
    next_at: null,
  }
}
