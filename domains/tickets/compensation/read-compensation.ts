import type { Text } from '#contracts/kit'
import type { Role } from '#contracts/people'
import type {
  ApprovalStep,
  Compensation,
  CompensationDesk,
  CompensationWarning,
  FittingOffer,
} from '#contracts/tickets/compensation'
import { orderToRefund } from '#domains/orders'
import { findStaffNames, loadRoster } from '#domains/people'
import { categoryName, ownLimit, playbookVersion, say } from '#domains/playbook'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { covers, rolesAt, scopeOf } from '#platform/permissions'
import { ticketErrors } from '../errors.ts'
import { findTicket, type TicketRow } from '../handling/desk-data.ts'
import { approvalPaths } from './approval-steps.ts'
import type { Approver } from './choose-approver.ts'
import * as data from './compensation-data.ts'
import { doublesSince, viewEarlier } from './earlier.ts'
import {
  approversFor,
  givenOnOrders,
  mayCompensate,
  monthOf,
  offerFacts,
  type Situation,
  situationOf,
  subjectOf,
} from './situation.ts'
import { type Fitting, type OfferFacts, suggest } from './suggest.ts'

/** Everything the compensation part of a ticket shows to this reader. Errors: tickets.notFound out of reach. */
export function readCompensation(ctx: Ctx, ticketId: string): Promise<CompensationDesk> {
  return ctx.transaction(async (tx) => {
    const ticket = await findTicket(tx, scopeOf(ctx.actor, 'tickets.read'), ticketId)
    if (!ticket) throw ticketErrors.notFound()
    const given = situationOf({
      ticket,
      roster: await loadRoster(tx, ctx.now()),
      playbook: await playbookVersion(tx, ticket.playbook_version_id),
    })
    const { policy } = given
    const facts = await offerFacts(tx, ticket)
    const rows = await data.compensationsOf(tx, ticketId)
    const mayPropose =
      covers(scopeOf(ctx.actor, 'tickets.compensate'), {
        shopId: ticket.shop_id,
        ownerId: ticket.assignee_id,
      }) &&
      mayCompensate(ticket.status) &&
      ticket.accused_id !== staffOf(ctx).staffId
    return {
      mayPropose,
      currency: policy.currency,
      pointMinor: policy.pointMinor,
      couponDays: policy.couponDays,
      doubleDays: policy.doubleDays,
      customerKnown: ticket.customer_id !== null,
      customerValue: facts.customer,
      ...(mayPropose ? await whatMayBeGiven(tx, ctx, given, facts) : NOTHING),
      list: await viewCompensations(tx, ctx, ticket, rows),
    }
  })
}

type Givable = Pick<
  CompensationDesk,
  'suggestion' | 'alternatives' | 'limitMinor' | 'alreadyMinor' | 'budget' | 'paths' | 'earlier' | 'order'
>
const NOTHING: Givable = {
  suggestion: null,
  alternatives: [],
  limitMinor: null,
  alreadyMinor: 0,
  budget: null,
  paths: [],
  earlier: [],
  order: null,
}

/** What the policy suggests, who would be asked for which amount, and what was given before. */
async function whatMayBeGiven(tx: Tx, ctx: Ctx, given: Situation, facts: OfferFacts): Promise<Givable> {
  const { ticket, policy } = given
  const [first, ...others] = suggest(policy, facts).map((f) => viewOffer(ctx, given, facts, f))
  const subject = await subjectOf(tx, ticket)
  const earlier = await data.earlierOnes(tx, subject, doublesSince(policy, ctx.now()))
  const month = monthOf(given, ctx.now())
  const budget =
    ticket.shop_id && policy.shopMonthMinor !== undefined
      ? {
          limitMinor: policy.shopMonthMinor,
          usedMinor:
            (await data.readBudget(tx, ticket.shop_id, month)) + (await givenOnOrders(tx, given, month)),
        }
      : null
  const roles = rolesAt(ctx.actor, ticket.shop_id)
  const alreadyMinor = await data.liveSum(tx, ticket.id)
  const asking = { proposerId: staffOf(ctx).staffId, loads: await data.approvalLoads(tx) }
  return {
    suggestion: first ?? null,
    alternatives: others,
    limitMinor: ownLimit(policy, roles),
    alreadyMinor,
    budget: budget && { month, ...budget },
    paths: approvalPaths(policy, { roles, alreadyMinor, budget }).map(({ upToMinor, steps }) => ({
      upToMinor,
      steps: approversFor(given, steps, asking).map(({ role, why, approver }) => ({
        role,
        why,
        ...viewAsked(approver),
      })),
    })),
    order: await orderToRefund(tx, { ticketId: ticket.id, shopId: ticket.shop_id }),
    earlier: earlier.map((row) => viewEarlier(row, subject, scopeOf(ctx.actor, 'tickets.read'))),
  }
}

type Asked = Pick<CompensationDesk['paths'][0]['steps'][0], 'approver' | 'standsInFor'>

function viewAsked(approver: Approver | null): Asked {
  const who = (p: { id: string; name: string } | null | undefined) => (p ? { id: p.id, name: p.name } : null)
  return { approver: who(approver?.person), standsInFor: who(approver?.standsInFor) }
}

function viewOffer(ctx: Ctx, given: Situation, facts: OfferFacts, fitting: Fitting): FittingOffer {
  const { offer, amountMinor, points, category, bySeverity, byCustomer } = fitting
  const { playbook } = given.playbook
  const severity = bySeverity ? playbook.severity[facts.severity - 1] : undefined
  return {
    key: offer.key,
    name: say(offer.name, ctx.locale),
    kind: offer.kind,
    amountMinor,
    points,
    item: offer.item ? say(offer.item, ctx.locale) : '',
    reason: say(offer.reason, ctx.locale),
    because: {
      category: category ? categoryName(playbook, category, ctx.locale) : '',
      severity: severity ? say(severity, ctx.locale) : '',
      customer: byCustomer ? facts.customer : null,
    },
  }
}

/** Rows of one ticket with their chains, and what this reader may do with each. */
export async function viewCompensations(
  tx: Tx,
  ctx: Ctx,
  ticket: TicketRow,
  rows: readonly data.CompensationRow[],
): Promise<Compensation[]> {
  const steps = await data.approvalsOf(
    tx,
    rows.map((r) => r.id),
  )
  const ids = [
    ...rows.map((r) => r.proposed_by),
    ...steps.flatMap((s) => [s.approver_id, s.for_id, s.decided_by].filter((id) => id !== null)),
  ]
  const names = await findStaffNames(tx, [...new Set(ids)])
  const who = (id: string | null) => (id ? { id, name: names.get(id) ?? '' } : null)
  const self = staffOf(ctx).staffId
  const mayCancel = covers(scopeOf(ctx.actor, 'tickets.compensate'), {
    shopId: ticket.shop_id,
    ownerId: ticket.assignee_id,
  })
  const ownCase = ticket.accused_id === self
  return rows.map((row) => {
    const own = steps.filter((s) => s.compensation_id === row.id)
    const asked = own.some((s) => s.state === 'asked' && s.approver_id === self)
    const waiting = row.state === 'waiting' && !ownCase
    const suggestion = row.suggestion as { name: Text } | null
    return {
      id: row.id,
      ticketId: row.ticket_id,
      cycle: row.cycle,
      kind: row.kind as Compensation['kind'],
      amountMinor: row.amount_minor,
      points: row.points,
      currency: row.currency,
      item: row.item,
      reason: row.reason,
      offerName: suggestion ? say(suggestion.name, ctx.locale) : '',
      warnings: row.warnings as CompensationWarning[],
      state: row.state as Compensation['state'],
      proposedBy: who(row.proposed_by)!,
      proposedAt: row.proposed_at.toISOString(),
      decidedAt: row.decided_at?.toISOString() ?? null,
      issuedAt: row.issued_at?.toISOString() ?? null,
      code: row.kind === 'coupon' ? row.reference : '',
      settledAt: row.settled_at?.toISOString() ?? null,
      steps: own.map(
        (s): ApprovalStep => ({
          id: s.id,
          step: s.step,
          role: s.role as Role,
          why: s.why as ApprovalStep['why'],
          state: s.state as ApprovalStep['state'],
          approver: who(s.decided_by ?? s.approver_id),
          standsInFor: who(s.for_id),
          note: s.note,
          askedAt: s.asked_at?.toISOString() ?? null,
          dueAt: s.due_at?.toISOString() ?? null,
          decidedAt: s.decided_at?.toISOString() ?? null,
        }),
      ),
      can: [
        ...(waiting && mayCancel ? (['cancel'] as const) : []),
        ...(waiting && asked && row.proposed_by !== self ? (['decide'] as const) : []),
      ],
    }
  })
}
