import { foldForSearch, pairsOf, type Run, runsOf } from './search-words.ts'

/** One word of a question: what must be found of it in the text, or instead of that in the customer's file. */
export type Term = { runs: Run[]; personal: string[] }
export type Question = {
  terms: Term[]
  /** The question as a whole may be a name of several words. */
  personal: string[]
  /** It reads as a ticket's number; `only` when it says so itself (HY-100482). */
  number: { value: number; only: boolean } | null
}

const MOST_TERMS = 8
const MOST_PAIRS = 40
const TICKET_NUMBER = /^(hy)?[-\s]*(\d{4,12})$/
/** From so many on, a Latin word or a number that is still being typed finds what begins with it. */
const PREFIX_LETTERS = 3
const PREFIX_DIGITS = 8

/** What somebody typed, folded and taken apart. `personalOf` gives the hidden words of a name or number; none for readers who may not ask. */
export function readQuestion(text: string, personalOf: (words: string) => string[]): Question {
  const folded = foldForSearch(text).trim()
  const number = TICKET_NUMBER.exec(folded)
  const terms = folded
    .split(/\s+/)
    .map((term) => ({ term, runs: runsOf(term) }))
    .filter(({ runs }) => runs.length > 0)
    .slice(0, MOST_TERMS)
    .map(({ term, runs }) => ({ runs, personal: personalOf(term) }))
  return {
    terms,
    personal: terms.length > 1 ? personalOf(folded) : [],
    number: number ? { value: Number(number[2]), only: Boolean(number[1]) } : null,
  }
}

/** A run that also finds what it is only the beginning of. */
export function isPrefix({ text, han }: Run): boolean {
  if (han) return false
  return /^\d+$/.test(text) ? text.length >= PREFIX_DIGITS : text.length >= PREFIX_LETTERS
}

/**
 * The question in the words of the index.
 * Shape: text of a tsquery; `within` are the alternatives of which a personal word needs one (the reach in which names may be asked).
 */
export function indexQuestion(question: Question, within: string[] | null): string | null {
  if (!question.terms.length) return null
  let left = MOST_PAIRS
  const personally = (words: string[]) =>
    words.length ? [allOf([anyOf(words), anyOf((within ?? []).map(quoted))])] : []
  const terms = question.terms.map((term) => {
    const words = term.runs.flatMap((run) => {
      if (!run.han) return [`${quoted(run.text.slice(0, 40))}${isPrefix(run) ? ':*' : ''}`]
      const pairs = pairsOf(run.text).slice(0, left)
      left -= pairs.length
      return pairs.map(quoted)
    })
    return anyOf([allOf(words), ...personally(term.personal.map(quoted))])
  })
  return anyOf([allOf(terms), ...personally(question.personal.map(quoted))])
}

/** All of these words, each one of the alternatives in a list. */
export function narrowedBy(...lists: (string[] | null)[]): string {
  return allOf(lists.map((words) => anyOf((words ?? []).map(quoted))))
}

export const allWords = (words: string[]): string => allOf(words.map(quoted))

const quoted = (word: string): string => `'${word.replaceAll("'", '')}'`
const allOf = (parts: string[]): string => joined(parts, ' & ')
const anyOf = (parts: string[]): string => joined(parts, ' | ')

function joined(parts: string[], by: string): string {
  const said = parts.filter(Boolean)
  return said.length > 1 ? `(${said.join(by)})` : (said[0] ?? '')
}
