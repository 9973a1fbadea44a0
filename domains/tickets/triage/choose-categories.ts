import type { Kind, Playbook } from '#contracts/playbook'
import type { Evidence, RiskSign } from './evidence.ts'
import { matcherOf } from './matcher.ts'

const MOST = 3
/** A second category needs this share of the first one's weight. */
const NEARLY = 0.6

/**
 * The categories a feedback is about, the main one first, with the words that speak for each.
 * Shape: what the customer chose comes first, except that danger leads to its own category; then the playbook's words, then what a model heard;
 *        nothing found gives the playbook's fallback. Praise is about no danger and nothing that a text says there is not (没有少送), unless the customer chose it.
 */
export function chooseCategories(
  playbook: Playbook,
  kind: Kind,
  evidence: Evidence,
  dangers: readonly RiskSign[],
  chosen: string | null | undefined,
  /** What a model heard besides, the surest first. */
  heard: readonly { key: string; words: string[] }[] = [],
): { key: string; reasons: string[] }[] {
  const known = matcherOf(playbook).categories
  const found = new Map<string, string[]>()
  const unlikely = new Set(kind === 'praise' ? playbook.risks.map(({ category }) => category) : [])
  const isMeant = (key: string) => kind !== 'praise' || (evidence.affirmed.has(key) && !unlikely.has(key))
  const put = (key: string, words: string[]) => {
    if (known.has(key)) found.set(key, [...(found.get(key) ?? []), ...words])
  }
  if (kind === 'emergency') {
    for (const risk of dangers) put(playbook.risks[risk.index]?.category ?? '', [risk.shown])
  }
  if (chosen) put(chosen, [])
  for (const [key, words] of byWeight(evidence.categories)) if (isMeant(key)) put(key, words)
  for (const { key, words } of heard) if (!found.has(key) && !unlikely.has(key)) put(key, words)
  if (found.size === 0) put(playbook.fallbackCategory, [])
  return [...found].slice(0, MOST).map(([key, reasons]) => ({ key, reasons: [...new Set(reasons)] }))
}

function byWeight(categories: Evidence['categories']): [string, string[]][] {
  const weighed = [...categories].map(([key, words]) => ({
    key,
    words: [...words.keys()],
    weight: [...words.values()].reduce((sum, weight) => sum + weight, 0),
  }))
  weighed.sort((a, b) => b.weight - a.weight)
  const least = (weighed[0]?.weight ?? 0) * NEARLY
  return weighed.filter((c) => c.weight >= least).map((c) => [c.key, c.words])
}
