import type { Tx } from '#platform/db/database'
import { findIncident } from '../desk/desk-data.ts'
import { anyWaiting, findSeal } from './seal-data.ts'

/** What may be said of a seal outside of the program. */
export type SealFacts = {
  /** 红豆 · B-0301 */
  what: string
  /** One of the shops in question is still asked; none is once it is lifted or the room is closed. */
  waiting: boolean
}

/** `shopIds`: the shops in question; all of the seal when there are none. */
export async function sealFacts(
  tx: Tx,
  sealId: string,
  shopIds: readonly string[],
): Promise<SealFacts | null> {
  const seal = await findSeal(tx, sealId)
  if (!seal) return null
  const room = await findIncident(tx, seal.incident_id)
  const over = seal.lifted_at !== null || room?.status === 'closed'
  return { what: seal.what, waiting: !over && (await anyWaiting(tx, sealId, shopIds)) }
}
