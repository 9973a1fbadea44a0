import type { Playbook } from '#contracts/playbook'
import { foldText } from '#platform/fold-text'

const pairsOfRisks = new WeakMap<Playbook, Set<string>[]>()

/**
 * Which of the playbook's risks a danger without any of its words resembles: most pairs of signs in common with the risk's words; rare pairs count more.
 * Shape: place in `risks`; −1 when it shares nothing with any.
 */
export function nearestRisk(playbook: Playbook, text: string): number {
  const risks = pairsOf(playbook)
  const said = pairs(foldText(text))
  let best = -1
  let most = 0
  for (const [index, own] of risks.entries()) {
    let sum = 0
    for (const pair of said) if (own.has(pair)) sum += 1 / risks.filter((other) => other.has(pair)).length
    if (sum > most) {
      most = sum
      best = index
    }
  }
  return best
}

function pairsOf(playbook: Playbook): Set<string>[] {
  const known = pairsOfRisks.get(playbook)
  if (known) return known
  const made = playbook.risks.map(({ words }) => new Set(words.flatMap((word) => [...pairs(foldText(word))])))
  pairsOfRisks.set(playbook, made)
  return made
}

function pairs(text: string): Set<string> {
  const found = new Set<string>()
  for (let i = 0; i + 1 < text.length; i++)
    if (/^[\p{L}\p{N}]{2}$/u.test(text.slice(i, i + 2))) found.add(text.slice(i, i + 2))
  return found
}
