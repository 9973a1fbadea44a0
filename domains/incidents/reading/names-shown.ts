import type { Actor } from '#platform/context'
import { may } from '#platform/permissions'
import { MASK } from '../sheet/view-sheet.ts'

/** A customer's name for this reader: covered for whoever holds no role that may know who it is (G1). */
export function nameFor(actor: Actor): (name: string) => string {
  return may(actor, 'incidents.readNames') ? (name) => name : (name) => name && MASK
}
