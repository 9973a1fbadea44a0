import { foldForSearch, pairsOf, runsOf } from '../search/search-words.ts'

const MOST = 40

/** The words of the index that a condition's text needs, all of them; empty when there is nothing in it to look for. */
export function wantedWords(text: string): string[] {
  const words = runsOf(foldForSearch(text)).flatMap((run) =>
    run.han ? pairsOf(run.text) : [run.text.slice(0, MOST)],
  )
  return [...new Set(words)].slice(0, MOST)
}

/** Whether a ticket with these words is found by the text; a text without a word finds nothing. */
export function isFound(text: string, words: ReadonlySet<string>): boolean {
  const wanted = wantedWords(text)
  return wanted.length > 0 && wanted.every((word) => words.has(word))
}

/** The same as a tsquery; null when the text has no word. */
export function wantedQuery(text: string): string | null {
  const wanted = wantedWords(text)
  return wanted.length ? wanted.map((word) => `'${word.replaceAll("'", '')}'`).join(' & ') : null
}
