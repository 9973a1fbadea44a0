import type { Role } from '#contracts/people'
import type { Playbook } from '#contracts/playbook'
import type { Roster } from '#domains/people'
import type { Responsible } from '#domains/playbook'
import { holders } from './pick-person.ts'

/**
 * Who is called the second a P1 comes in (T3): the assignee, the shop's managers by the playbook's risk groups, the teams that
 * work along, and the first of the chain. Present people first; roles of which nobody is on duty are called all the same.
 */
export function alarmAudience(
  roster: Roster,
  playbook: Playbook,
  who: Pick<Responsible, 'role' | 'chain' | 'together'>,
  shopId: string | null,
  riskKeys: readonly string[],
  assigneeId: string | null,
): string[] {
  const roles = new Set<Role>([who.role, ...who.chain.slice(0, 1), ...who.together.flatMap((t) => t.roles)])
  for (const risk of playbook.risks)
    if (riskKeys.includes(risk.key)) for (const role of risk.notify) roles.add(role)
  const called = new Set<string>(assigneeId ? [assigneeId] : [])
  for (const role of roles) for (const id of present(roster, role, shopId)) called.add(id)
  return [...called]
}

/** Present holders of a role for the shop, or all of them when nobody is present. */
export function present(roster: Roster, role: Role, shopId: string | null): string[] {
  const all = holders({ roster, shopId }, role)
  const here = all.filter((p) => p.onDuty)
  return (here.length ? here : all).map((p) => p.id)
}
