import type { Role } from '#contracts/people'
import type {
  ChannelKind,
  Kind,
  Playbook,
  Priority,
  ResponsibilityRule,
  SlaMetric,
} from '#contracts/playbook'

export type Team = Playbook['teams'][number]
export type SlaTarget = Playbook['sla']['P1']['respond']

export type RouteFacts = {
  kind: Kind
  /** `parent.child`, the main one first. */
  categories: readonly string[]
  priority: Priority
  channel: ChannelKind
  /** Null for a message about the brand as a whole. */
  shopCode: string | null
}

export type Responsible = {
  rule: ResponsibilityRule
  team: Team
  role: Role
  chain: Role[]
  together: Team[]
}

/**
 * Who answers for a ticket: the first rule of the responsibility matrix that fits, from the top.
 * Shape:  every condition that a rule names must hold; a category `parent` also fits its children, and one of the ticket's
 *         categories is enough. A published playbook ends with a rule for everything.
 * Source: requirement R1.
 */
export function responsible(playbook: Playbook, facts: RouteFacts): Responsible {
  const rule = playbook.responsibility.find((r) => fits(r, facts))
  if (!rule) throw new Error('The last responsibility rule does not fit everything')
  return {
    rule,
    team: teamOf(playbook, rule.team),
    role: rule.role,
    chain: rule.chain,
    together: rule.together.map((key) => teamOf(playbook, key)),
  }
}

/**
 * The clocks that run for a ticket; a metric that is absent has no clock.
 * Shape: a kind with a row of its own (praise: only an answer is owed) uses exactly that row, whatever the priority.
 */
export function slaFor(
  playbook: Playbook,
  kind: Kind,
  priority: Priority,
): Partial<Record<SlaMetric, SlaTarget>> {
  return playbook.sla.kinds[kind] ?? playbook.sla[priority]
}

/** T3: severity × impact. Severity 0 (praise, a question) counts as 1. */
export function priorityOf(playbook: Playbook, severity: number, impact: number): Priority {
  const row = playbook.matrix[level(severity)]
  const priority = row?.[level(impact)]
  if (!priority) throw new Error('The priority matrix is not 4 × 4')
  return priority
}

function fits({ when }: ResponsibilityRule, facts: RouteFacts): boolean {
  return (
    (!when.kinds || when.kinds.includes(facts.kind)) &&
    (!when.priorities || when.priorities.includes(facts.priority)) &&
    (!when.channels || when.channels.includes(facts.channel)) &&
    (!when.shops || (facts.shopCode !== null && when.shops.includes(facts.shopCode))) &&
    (!when.categories || facts.categories.some((c) => isWithin(c, when.categories ?? [])))
  )
}

function isWithin(category: string, named: readonly string[]): boolean {
  return named.some((name) => category === name || category.startsWith(`${name}.`))
}

function teamOf(playbook: Playbook, key: string): Team {
  const team = playbook.teams.find((t) => t.key === key)
  if (!team) throw new Error(`The playbook has no team "${key}"`)
  return team
}

function level(value: number): number {
  return Math.min(4, Math.max(1, Math.round(value))) - 1
}
