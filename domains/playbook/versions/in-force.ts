import { Playbook } from '#contracts/playbook'
import type { Tx } from '#platform/db/database'
import { readPublishedId, readVersion } from './version-data.ts'

export type PlaybookInForce = { versionId: string; number: number; playbook: Playbook }

const MOST_KEPT = 200
/** Published documents never change, so each is read once per process. */
const kept = new Map<string, PlaybookInForce>()

/** The version that new tickets begin with (P3). Throws when the brand has none: set-up publishes the first. */
export async function playbookInForce(tx: Tx): Promise<PlaybookInForce> {
  const row = await readPublishedId(tx)
  if (!row) throw new Error('this brand has no published playbook')
  return playbookVersion(tx, row.id)
}

/** The version a running ticket began with. */
export async function playbookVersion(tx: Tx, versionId: string): Promise<PlaybookInForce> {
  const known = kept.get(versionId)
  if (known) return known
  const row = await readVersion(tx, versionId)
  if (!row) throw new Error(`this brand has no playbook version ${versionId}`)
  // Parsed, so that a version older than a section has that section's defaults.
  const version = { versionId, number: row.number, playbook: Playbook.parse(row.document) }
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(versionId, version)
  return version
}
