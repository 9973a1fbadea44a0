import type { Role } from '#contracts/people'
import type { CompensationPolicy } from '#contracts/playbook'
import type { ApprovalWhy } from '#contracts/tickets/compensation'
import { ownLimit } from '#domains/playbook'

export type StepToAsk = { role: Role; why: ApprovalWhy }
export type ApprovalFacts = {
  amountMinor: number
  /** What the same ticket has got or waits for already: splitting an amount does not pass under the limit. */
  alreadyMinor: number
  /** Roles that the proposer holds for this shop. */
  roles: readonly Role[]
  /** Null when the shop has no budget, or the ticket no shop. */
  budget: { limitMinor: number; usedMinor: number } | null
}

/**
 * Who has to say yes before it is issued, in order; nobody when it lies within the own limit and the month's budget has room.
 * Shape:  beyond the own limit every row of the policy below the amount is asked, and the lowest row when none is below (a role
 *         without a limit asks for the smallest amount too); beyond the budget `overBudgetRole` is asked last, once.
 * Units:  minor units; limit and rows see the amount together with what the ticket has got already.
 * Source: requirement H5.
 */
export function approvalSteps(policy: CompensationPolicy, facts: ApprovalFacts): StepToAsk[] {
  const total = facts.amountMinor + facts.alreadyMinor
  const limit = ownLimit(policy, facts.roles)
  const steps: StepToAsk[] = []
  if (limit === null || total > limit) {
    const rows = policy.approvals.filter((row) => row.overMinor < total)
    for (const { role } of rows.length ? rows : policy.approvals.slice(0, 1))
      if (!steps.some((s) => s.role === role)) steps.push({ role, why: 'amount' })
  }
  if (facts.budget && facts.budget.usedMinor + facts.amountMinor > facts.budget.limitMinor) {
    const same = steps.find((s) => s.role === policy.overBudgetRole)
    if (same) same.why = 'both'
    else steps.push({ role: policy.overBudgetRole, why: 'budget' })
  }
  return steps
}

/** The stretches of amounts that need the same approvals, from the smallest; the last one has no end. */
export function approvalPaths(
  policy: CompensationPolicy,
  facts: Omit<ApprovalFacts, 'amountMinor'>,
): { upToMinor: number | null; steps: StepToAsk[] }[] {
  const limit = ownLimit(policy, facts.roles)
  const ends = [
    ...(limit === null ? [] : [limit - facts.alreadyMinor]),
    ...policy.approvals.map((row) => row.overMinor - facts.alreadyMinor),
    ...(facts.budget ? [facts.budget.limitMinor - facts.budget.usedMinor] : []),
  ]
  const sorted = [...new Set(ends.filter((end) => end >= 0))].sort((a, b) => a - b)
  const stretches = [
    ...sorted.map((end) => ({ upToMinor: end as number | null, at: end })),
    { upToMinor: null, at: (sorted.at(-1) ?? 0) + 1 },
  ].map(({ upToMinor, at }) => ({ upToMinor, steps: approvalSteps(policy, { ...facts, amountMinor: at }) }))
  return stretches.filter((s, i) => !sameSteps(s.steps, stretches[i + 1]?.steps))
}

function sameSteps(a: StepToAsk[], b: StepToAsk[] | undefined): boolean {
  return b !== undefined && a.map((s) => s.role + s.why).join() === b.map((s) => s.role + s.why).join()
}
