import { setPriority } from 'node:os'

/** As a Unix process is nice to the others on its machine: half way to the least. */
const BEHIND = 10

/** A worker beside a web process lets people's requests go first; on a machine of its own it gets all there is. */
export function giveWay(role: 'web' | 'worker' | 'all'): void {
  if (role !== 'worker') return
  try {
    setPriority(BEHIND)
  } catch {
    // Where the system does not allow it, both are equal.
  }
}
