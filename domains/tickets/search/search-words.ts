import { foldText } from '#platform/fold-text'

/** Of one text; longer ones are found by what stands at their beginning. */
const MOST_WORDS = 3000
const MOST_SIGNS = 40

/** One unbroken piece of a text: Chinese signs (and kana, hangul), or a Latin word or number. */
export type Run = { text: string; han: boolean }

const CJK_SIGNS = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}`
const RUNS = new RegExp(`[${CJK_SIGNS}]+|[[\\p{L}\\p{N}]--[${CJK_SIGNS}]]+`, 'gv')
const CJK = new RegExp(`^[${CJK_SIGNS}]`, 'v')
const ACCENTED = /[\u00c0-\u024f]/g

/**
 * Text as it is looked for: half-width, lower case, simplified, without accents.
 * Shape: as long as the input, so that a place found in it is the place in the original.
 */
export function foldForSearch(text: string): string {
  return foldText(text).replace(ACCENTED, (sign) => {
    const [base = sign] = sign.normalize('NFD')
    return base
  })
}

/** The runs of a text that is folded already, in order. */
export function runsOf(folded: string): Run[] {
  return (folded.match(RUNS) ?? []).map((text) => ({ text, han: CJK.test(text) }))
}

/**
 * What a text is found by: single Chinese signs and pairs, Latin words and numbers whole.
 * Shape: distinct, at most 3000; the same runs make the index and the question, so 异物 and 冰 are both found.
 */
export function searchWords(text: string): string[] {
  const words = new Set<string>()
  for (const run of runsOf(foldForSearch(text))) {
    if (words.size >= MOST_WORDS) break
    if (run.han) addSigns(words, run.text)
    else words.add(run.text.slice(0, MOST_SIGNS))
  }
  return [...words]
}

function addSigns(words: Set<string>, run: string): void {
  const signs = [...run]
  for (let i = 0; i < signs.length; i++) {
    words.add(signs[i]!)
    if (i + 1 < signs.length) words.add(signs[i]! + signs[i + 1]!)
  }
}

/** A run's pairs; of a single sign the sign itself. */
export function pairsOf(run: string): string[] {
  const signs = [...run]
  if (signs.length === 1) return signs
  return signs.slice(1).map((sign, i) => signs[i]! + sign)
}

/** An order number is found whole, by its parts, without its hyphens, by its digits, and by the four or six at its end. */
export function orderWords(orderNumber: string): string[] {
  const folded = foldForSearch(orderNumber)
  const joined = runsOf(folded)
    .map((run) => run.text)
    .join('')
  const digits = joined.replace(/\D/g, '')
  const ends = digits.length >= 8 ? [digits.slice(-4), digits.slice(-6)] : []
  const all = [...searchWords(orderNumber), joined, digits, ...ends]
  return [...new Set(all.map((word) => word.slice(0, MOST_SIGNS)).filter(Boolean))]
}
