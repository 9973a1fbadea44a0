import type { Tx } from '#platform/db/database'
import { findIncident } from '../desk/desk-data.ts'
import { findSeal, shopsOf } from './seal-data.ts'

/** What may be said of a seal outside of the program. */
export type SealFacts = {
  /** 红豆 · B-0301 */
  what: string
  /** Shops that are still asked; none once it is lifted or the room is closed. */
  waiting: string[]
}

export async function sealFacts(tx: Tx, sealId: string): Promise<SealFacts | null> {
  const seal = await findSeal(tx, sealId)
  if (!seal) return null
  const room = await findIncident(tx, seal.incident_id)
  const over = seal.lifted_at !== null || room?.status === 'closed'
  const shops = over ? [] : await shopsOf(tx, [sealId])
  return { what: seal.what, waiting: shops.filter((s) => s.state === 'waiting').map((s) => s.shop_id) }
}
