import type { Role } from '#contracts/people'
import type { CompensationPolicy } from '#contracts/playbook'

/** Up to so much somebody with these roles gives without asking; null when none of them may: then everything is asked. Units: minor. */
export function ownLimit(policy: CompensationPolicy, roles: readonly Role[]): number | null {
  const limits = policy.limits.filter((l) => roles.includes(l.role)).map((l) => l.upToMinor)
  return limits.length ? Math.max(...limits) : null
}
