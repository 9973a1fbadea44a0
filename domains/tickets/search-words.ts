import { foldText } from './triage/fold-text.ts'

const MOST = 600

/**
 * What a text is found by: single Chinese characters and pairs, Latin words and numbers whole.
 * Shape: distinct, at most 600; the same function makes the index and the question, so 异物 and 冰 are both found.
 */
export function searchWords(text: string): string[] {
  const words = new Set<string>()
  for (const run of foldText(text).match(/\p{Script=Han}+|[a-z0-9]+/gu) ?? []) {
    if (words.size >= MOST) break
    if (/^[a-z0-9]/.test(run)) {
      words.add(run.slice(0, 40))
      continue
    }
    const signs = [...run]
    for (let i = 0; i < signs.length; i++) {
      words.add(signs[i]!)
      if (i + 1 < signs.length) words.add(signs[i]! + signs[i + 1]!)
    }
  }
  return [...words]
}

/** A question needs its pairs, and single characters only where a run is one character long. */
export function questionWords(text: string): string[] {
  const words: string[] = []
  for (const run of foldText(text).match(/\p{Script=Han}+|[a-z0-9]+/gu) ?? []) {
    const signs = [...run]
    if (/^[a-z0-9]/.test(run) || signs.length === 1) words.push(run.slice(0, 40))
    else for (let i = 0; i + 1 < signs.length; i++) words.push(signs[i]! + signs[i + 1]!)
  }
  return words.slice(0, 40)
}
