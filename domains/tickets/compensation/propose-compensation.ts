import { ticketChanged } from '#contracts/tickets'
import type { CompensationWarning, ProposeCompensation } from '#contracts/tickets/compensation'
import { orderToRefund } from '#domains/orders'
import { say } from '#domains/playbook'
import { type Ctx, staffOf } from '#platform/context'
import { rolesAt, scopeOf } from '#platform/permissions'
import { atDesk, type Desk, newId } from '../handling/desk.ts'
import { addFact, record, tell, touch } from '../handling/desk-moves.ts'
import { refuseOwnCase } from '../investigation/own-case.ts'
import { approvalSteps, type StepToAsk } from './approval-steps.ts'
import { askNext } from './ask-approver.ts'
import * as data from './compensation-data.ts'
import { doublesSince, viewEarlier } from './earlier.ts'
import { compensationErrors } from './errors.ts'
import { issue } from './issue.ts'
import { toldOf } from './money-words.ts'
import { refuseBeyond } from './order-refund.ts'
import {
  approversFor,
  givenOnOrders,
  mayCompensate,
  monthOf,
  offerFacts,
  situationOf,
  subjectOf,
} from './situation.ts'
import { type Fitting, suggest } from './suggest.ts'

const SHORTEST_REASON = 4

/**
 * Proposes a compensation (H5): issued at once within the own limit, else the first approver is asked. Sending the same id again changes
 * nothing.
 * Errors: compensation.maybeDouble unless confirmed, amountMissing, itemMissing, reasonMissing (an amount of one's own), customerUnknown
 *         (points need a customer), beyondOrder, nobodyApproves, notOpen, idTaken, investigation.ownCase.
 */
export function proposeCompensation(ctx: Ctx, ticketId: string, input: ProposeCompensation): Promise<void> {
  return atDesk(ctx, ticketId, 'tickets.compensate', async (desk) => {
    refuseOwnCase(desk)
    const known = await data.findCompensation(desk.tx, input.id)
    if (!known) return propose(desk, input)
    if (known.ticket_id !== ticketId || known.proposed_by !== staffOf(ctx).staffId)
      throw compensationErrors.idTaken()
  })
}

async function propose(desk: Desk, input: ProposeCompensation): Promise<void> {
  const { ctx, tx, ticket, now } = desk
  if (!mayCompensate(ticket.status)) throw compensationErrors.notOpen()
  const given = situationOf(desk)
  const { policy } = given
  const fitting = suggest(policy, await offerFacts(tx, ticket))
  const wanted = wantedOf(desk, input, fitting)
  if (input.kind === 'refund')
    refuseBeyond(ctx, await orderToRefund(tx, { ticketId: ticket.id, shopId: ticket.shop_id }), {
      amountMinor: wanted.amount_minor,
      currency: policy.currency,
    })
  const subject = await subjectOf(tx, ticket)
  await data.lockSubject(tx, ticket.brand_id, subject)
  const seen = (await data.earlierOnes(tx, subject, doublesSince(policy, now))).map((row) =>
    viewEarlier(row, subject, scopeOf(ctx.actor, 'tickets.read')),
  )
  if (seen.length && !input.confirmed)
    throw compensationErrors.maybeDouble({ count: seen.length, earlier: seen })

  const month = monthOf(given, now)
  const ofTickets = ticket.shop_id ? await data.lockBudget(tx, ticket.brand_id, ticket.shop_id, month) : 0
  const usedMinor = ofTickets + (await givenOnOrders(tx, given, month))
  const limitMinor = ticket.shop_id ? policy.shopMonthMinor : undefined
  const budget = limitMinor === undefined ? null : { limitMinor, usedMinor }
  const steps = approvalSteps(policy, {
    amountMinor: wanted.amount_minor,
    alreadyMinor: await data.liveSum(tx, ticket.id),
    roles: rolesAt(ctx.actor, ticket.shop_id),
    budget,
  })
  const self = staffOf(ctx)
  const asking = { proposerId: self.staffId, loads: await data.approvalLoads(tx) }
  if (approversFor(given, steps, asking).some((s) => !s.approver)) throw compensationErrors.nobodyApproves()

  const overBudget = steps.some((s) => s.why !== 'amount')
  const warnings: CompensationWarning[] = [
    ...(seen.length ? [{ kind: 'double' as const, earlier: seen.map(({ ticketId, ...rest }) => rest) }] : []),
    ...abovePolicy(wanted.amount_minor, fitting),
    ...(overBudget && budget ? [{ kind: 'over_budget' as const, ...budget }] : []),
  ]
  const row: data.CompensationRow = {
    brand_id: ticket.brand_id,
    id: input.id,
    ticket_id: ticket.id,
    cycle: ticket.cycle,
    customer_id: subject.customerId,
    order_number: subject.orderNumber,
    shop_id: ticket.shop_id,
    month: now,
    kind: input.kind,
    currency: policy.currency,
    ...wanted,
    warnings,
    state: 'waiting',
    proposed_by: self.staffId,
    proposed_at: now,
    decided_at: null,
    issued_at: null,
    reference: '',
    settled_by: null,
    settled_at: null,
  }
  if (!(await data.insertCompensation(tx, { ...row, month }))) throw compensationErrors.idTaken()
  if (ticket.shop_id) await data.addToBudget(tx, ticket.shop_id, month, wanted.amount_minor)
  const approvals = steps.map((step, i) => approvalOf(desk, input.id, i + 1, step))
  await data.saveApprovals(tx, approvals)
  const told = toldOf(row)
  addFact(desk, 'compensation_proposed', told, row.reason)
  record(desk, 'tickets.proposeCompensation', { id: row.id, ...told, warnings: warnings.map((w) => w.kind) })
  tell(desk, ticketChanged)
  touch(desk)
  if (approvals.length) await askNext(desk, row, approvals)
  else await issue(desk, row)
}

type Wanted = Pick<data.CompensationRow, 'amount_minor' | 'points' | 'item' | 'reason' | 'suggestion'>

/** The amount, item and reason that count: an offer of the policy brings its own, anything else must be explained. */
function wantedOf(desk: Desk, input: ProposeCompensation, fitting: Fitting[]): Wanted {
  const { policy } = situationOf(desk)
  const { locale } = desk.ctx
  const byPoints = input.kind === 'points'
  const points = byPoints ? input.points : 0
  const amount = byPoints ? points * policy.pointMinor : input.amountMinor
  if (amount <= 0) throw compensationErrors.amountMissing({}, byPoints ? 'points' : 'amountMinor')
  if (byPoints && !desk.ticket.customer_id) throw compensationErrors.customerUnknown({}, 'kind')
  const followed = fitting.find(
    (f) => f.offer.key === input.offer && f.offer.kind === input.kind && f.amountMinor === amount,
  )
  const needsItem = input.kind === 'replacement' || input.kind === 'gift'
  const offered = followed?.offer.item ? say(followed.offer.item, locale) : ''
  const item = needsItem ? input.item || offered : ''
  if (needsItem && !item) throw compensationErrors.itemMissing({}, 'item')
  const reason = input.reason || (followed ? say(followed.offer.reason, locale) : '')
  if (reason.length < SHORTEST_REASON) throw compensationErrors.reasonMissing({}, 'reason')
  const suggestion = followed ? { key: followed.offer.key, name: followed.offer.name } : null
  return { amount_minor: amount, points, item, reason, suggestion }
}

function abovePolicy(amountMinor: number, fitting: Fitting[]): CompensationWarning[] {
  const offeredMinor = Math.max(0, ...fitting.map((f) => f.amountMinor))
  return amountMinor > offeredMinor ? [{ kind: 'above_policy', offeredMinor }] : []
}

function approvalOf(
  { ticket }: Desk,
  compensationId: string,
  step: number,
  { role, why }: StepToAsk,
): data.ApprovalRow {
  return {
    brand_id: ticket.brand_id,
    id: newId(),
    compensation_id: compensationId,
    step,
    role,
    why,
    approver_id: null,
    for_id: null,
    state: 'todo',
    decided_by: null,
    note: '',
    asked_at: null,
    due_at: null,
    decided_at: null,
    passed: [],
  }
}
