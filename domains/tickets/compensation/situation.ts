import { DateTime } from 'luxon'
import type { CompensationPolicy, CustomerValue, Kind } from '#contracts/playbook'
import { customerValue, familyOf } from '#domains/customers'
import { refundsGiven } from '#domains/orders'
import type { Roster, RosterPerson } from '#domains/people'
import type { PlaybookInForce } from '#domains/playbook'
import type { Tx } from '#platform/db/database'
import { declaredActions } from '#platform/permissions'
import type { TicketRow } from '../handling/desk-data.ts'
import type { StepToAsk } from './approval-steps.ts'
import { type Approver, chooseApprover, rolesAbove } from './choose-approver.ts'
import type { Subject } from './compensation-data.ts'
import type { OfferFacts } from './suggest.ts'

/** The parts of a ticket and its surroundings that compensation looks at. */
export type Situation = {
  ticket: TicketRow
  policy: CompensationPolicy
  roster: Roster
  playbook: PlaybookInForce
}

/** What may still be given after the end, but not on what was merged away, set aside or has nobody yet. */
export function mayCompensate(status: string): boolean {
  return !['new', 'triaged', 'merged', 'set_aside'].includes(status)
}

export function situationOf({ ticket, roster, playbook }: Omit<Situation, 'policy'>): Situation {
  return { ticket, roster, playbook, policy: playbook.playbook.compensation }
}

export async function subjectOf(tx: Tx, ticket: TicketRow): Promise<Subject> {
  const { orderNumber = '' } = ticket.fields as { orderNumber?: string }
  return {
    customerId: ticket.customer_id,
    family: ticket.customer_id ? await familyOf(tx, ticket.customer_id) : [],
    orderNumber: orderNumber.replace(/\s+/g, '').toUpperCase(),
  }
}

export async function offerFacts(
  tx: Tx,
  ticket: TicketRow,
): Promise<OfferFacts & { customer: CustomerValue }> {
  return {
    kind: ticket.kind as Kind,
    categories: ticket.categories,
    severity: ticket.severity,
    customer: ticket.customer_id ? await customerValue(tx, ticket.customer_id) : 'regular',
  }
}

type At = Pick<Situation, 'ticket' | 'roster'>

/** The month whose budget bears it, counted on the shop's clock: `2026-11-01`. */
export function monthOf(given: At, at: Date): string {
  return DateTime.fromJSDate(at, { zone: zoneOf(given) })
    .startOf('month')
    .toISODate()!
}

function zoneOf({ ticket, roster }: At): string {
  return roster.shops.find((s) => s.id === ticket.shop_id)?.zone ?? roster.zone
}

/** What the shop has given back straight on its orders in this month, beside its compensations. */
export async function givenOnOrders(tx: Tx, given: At, month: string): Promise<number> {
  const shopId = given.ticket.shop_id
  if (!shopId) return 0
  const from = DateTime.fromISO(month, { zone: zoneOf(given) })
  const to = from.plus({ months: 1 })
  const here = { shops: [shopId], own: false, staffId: null }
  const sums = await refundsGiven(tx, here, { from: from.toJSDate(), to: to.toJSDate() })
  return sums[0]?.amountMinor ?? 0
}

export type Asking = {
  proposerId: string
  loads: ReadonlyMap<string, number>
  /** Asked before and absent or silent. */
  passed?: readonly string[]
  /** Have decided an earlier step, or are about to. */
  rather?: readonly string[]
}

/** Whom one step goes to; null when nobody may decide. */
export function approverFor(
  given: Situation,
  step: Pick<StepToAsk, 'role'>,
  asking: Asking,
): Approver | null {
  const { ticket, policy, roster, playbook } = given
  const chain = playbook.playbook.responsibility[ticket.rule_index]?.chain ?? []
  const barred = [asking.proposerId, ticket.accused_id, ...(asking.passed ?? [])]
  return chooseApprover({
    roster,
    role: step.role,
    shopId: ticket.shop_id,
    above: rolesAbove(policy, chain, step.role),
    not: barred.filter((id) => id !== null),
    rather: asking.rather ?? [],
    loads: asking.loads,
    mayDecide,
  })
}

/** Everybody of a chain at once, each step another person as far as there is one. */
export function approversFor(
  given: Situation,
  steps: readonly StepToAsk[],
  asking: Asking,
): (StepToAsk & { approver: Approver | null })[] {
  const asked: string[] = []
  return steps.map((step) => {
    const approver = approverFor(given, step, { ...asking, rather: asked })
    if (approver) asked.push(approver.person.id)
    return { ...step, approver }
  })
}

function mayDecide(person: RosterPerson): boolean {
  const { roles } = declaredActions()['tickets.doTasks'] ?? { roles: {} }
  return person.roles.some(({ role }) => role in roles)
}
