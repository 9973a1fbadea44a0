import type { Role } from '#contracts/people'

/**
 * Who is asked when a ticket is handled again (F1): one step up the chain for each handling, and always above whoever had it last.
 * Shape: `chain` upwards; `cycle` is the new handling, 2 or more; `held` are the roles of its last holder. Never empty for a chain
 *        that is not: at the top it stays there.
 */
export function rolesAbove(chain: readonly Role[], cycle: number, held: readonly Role[]): Role[] {
  const reached = held.map((role) => chain.indexOf(role)).reduce((a, b) => Math.max(a, b), -1)
  const from = Math.max(cycle - 2, reached + 1)
  return chain.slice(Math.min(from, Math.max(0, chain.length - 1)))
}
