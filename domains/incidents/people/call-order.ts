import type { Role } from '#contracts/people'
import type { PlanPost } from '#contracts/playbook/emergency'
import type { Roster, RosterPerson } from '#domains/people'

/** Called when nobody of a post's chain has answered: somebody must know. */
const IN_THE_END: readonly Role[] = ['executive', 'admin']

/**
 * In which order the people of a post are called: one group after the other, until somebody answers.
 * Shape:  of each role of the chain as many as the plan says, present ones of every role before absent ones; then the rest of the roles in the
 *         same way; then executives and administrators. Nobody is in two groups. `last` is where the plan's own chain ends.
 * Source: requirement E4.
 */
export function callOrder(
  post: Pick<PlanPost, 'chain' | 'people'>,
  roster: Pick<Roster, 'people'>,
  shopIds: readonly string[],
): { groups: string[][]; last: number } {
  const seen = new Set<string>()
  const take = (chain: readonly Role[], present: boolean): string[][] => {
    const queues = chain.map((role) =>
      roster.people
        .filter((p) => p.onDuty === present && !seen.has(p.id) && holds(p, role, shopIds))
        .map((p) => p.id),
    )
    const groups: string[][] = []
    while (queues.some((queue) => queue.length)) {
      for (const queue of queues) {
        const group = queue.splice(0, post.people).filter((id) => !seen.has(id))
        for (const id of group) seen.add(id)
        if (group.length) groups.push(group)
      }
    }
    return groups
  }
  const own = [...take(post.chain, true), ...take(post.chain, false)]
  return { groups: [...own, ...take(IN_THE_END, true), ...take(IN_THE_END, false)], last: own.length }
}

/** Whether somebody holds the role for one of these shops; what has no shop belongs to holders of the whole brand. */
export function holds(person: RosterPerson, role: Role, shopIds: readonly string[]): boolean {
  return person.roles.some(
    (r) => r.role === role && (r.shops === 'all' || shopIds.some((id) => r.shops.includes(id))),
  )
}
