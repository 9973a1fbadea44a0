import type { Tx } from '#platform/db/database'
import type { Field } from '../corrections/judged.ts'
import { type Layer, unpackLayer } from './layer.ts'
import { layerOnId, readLayer } from './layer-data.ts'

const MOST_KEPT = 100
/** A version never changes what it has learnt, so each is read once per process. */
const kept = new Map<string, Layer>()

/** What the brand's corrections have taught, if a version is in use. */
export async function layerInForce(tx: Tx): Promise<Layer | null> {
  const id = await layerOnId(tx)
  if (!id) return null
  const known = kept.get(id)
  if (known) return known
  const row = await readLayer(tx, id)
  if (!row) return null
  const layer = { id, parts: row.parts as Field[], weights: unpackLayer(row.weights) }
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(id, layer)
  return layer
}
