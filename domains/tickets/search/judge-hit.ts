import type { MatchField } from '#contracts/tickets/search'
import { isPrefix, type Question, type Term } from './question.ts'
import { foldForSearch, orderWords, pairsOf, type Run } from './search-words.ts'

/** Something a hit may stand in. */
export type Piece = { field: MatchField; at: Date; by: string; text: string }
export type Place = { from: number; to: number }
export type Found = { piece: Piece; places: Place[] }
export type Candidate = {
  title: string
  /** What the customer first wrote, and the order's number. */
  first: Piece[]
  said: Piece[]
  /** Hidden words of the customer that the question named and this reader may ask. */
  personal: ReadonlySet<string>
}
/** 3: everything in the first text, order number or customer; 2: also in messages; 1: only in bits and pieces. */
export type Rank = 1 | 2 | 3
export type Marks = {
  /** The piece with most of the question first, then the first text, then the newest. */
  found: Found[]
  title: Place[]
  byCustomer: boolean
}

/** So long a run may also be found in bits and pieces; a shorter one would find what nobody meant. */
const SCATTERED_FROM = 4

/**
 * Whether a candidate of the index really holds what was asked, and how well (the index knows pairs, not phrases).
 * Shape: null when a pair of two words met by chance.
 * Source: issue 3: exact phrase in the first text above messages above scattered pairs.
 */
export function rankHit(candidate: Candidate, question: Question): Rank | null {
  if (holds(candidate, question.personal)) return 3
  const pieces = lazily(candidate)
  const ranks = question.terms.map((term) => rankOf(term, candidate, pieces))
  const worst = Math.min(3, ...ranks)
  return worst ? (worst as Rank) : null
}

/** Where the question stands in a hit. */
export function markHit(candidate: Candidate, question: Question): Marks {
  const all = lazily(candidate).all()
  const runs = question.terms.flatMap((term) => term.runs)
  const scattered = runs.filter((run) => scatters(run) && !inAny(run, all)).flatMap(pairRuns)
  const wanted = [...runs, ...scattered]
  const found = all.flatMap(({ piece, text }, order) => {
    const perRun = wanted.map((run) => placesOf(run, text, piece.field)).filter((places) => places.length > 0)
    return perRun.length ? [{ piece, places: merged(perRun.flat()), order, runs: perRun.length }] : []
  })
  found.sort((a, b) => b.runs - a.runs || a.order - b.order)
  const title = foldForSearch(candidate.title)
  return {
    found: found.map(({ piece, places }) => ({ piece, places })),
    title: merged(wanted.flatMap((run) => placesOf(run, title, 'text'))),
    byCustomer: [question, ...question.terms].some(({ personal }) => holds(candidate, personal)),
  }
}

type Folded = { piece: Piece; text: string }
type Pieces = { first: Folded[]; all: () => Folded[] }

/** Most hits are told by their first text: what was said later is folded only when it is needed. */
function lazily(candidate: Candidate): Pieces {
  const folded = (piece: Piece): Folded => ({ piece, text: foldForSearch(piece.text) })
  const first = candidate.first.map(folded)
  let all: Folded[] | undefined
  return {
    first,
    all: () => {
      all ??= [...first, ...candidate.said.map(folded)]
      return all
    },
  }
}

function rankOf(term: Term, candidate: Candidate, { first, all }: Pieces): 0 | Rank {
  if (holds(candidate, term.personal) || term.runs.every((run) => inAny(run, first))) return 3
  if (term.runs.every((run) => inAny(run, all()))) return 2
  const inPieces = (run: Run) => scatters(run) && pairRuns(run).every((pair) => inAny(pair, all()))
  return term.runs.every((run) => inAny(run, all()) || inPieces(run)) ? 1 : 0
}

const holds = (candidate: Candidate, personal: string[]): boolean =>
  personal.some((word) => candidate.personal.has(word))
const scatters = (run: Run): boolean => run.han && [...run.text].length >= SCATTERED_FROM
const pairRuns = (run: Run): Run[] => pairsOf(run.text).map((text) => ({ text, han: true }))
const inAny = (run: Run, pieces: Folded[]): boolean =>
  pieces.some(({ piece, text }) => placesOf(run, text, piece.field).length > 0)

/** Where a run stands in a folded text: Chinese anywhere, a Latin word or number as a whole or as far as it is typed. */
export function placesOf(run: Run, text: string, field: MatchField): Place[] {
  if (field === 'order' && !run.han) return inOrder(run, text)
  const places: Place[] = []
  for (let at = text.indexOf(run.text); at >= 0; at = text.indexOf(run.text, at + run.text.length)) {
    const to = at + run.text.length
    if (run.han || (!isLetter(text[at - 1]) && (isPrefix(run) || !isLetter(text[to]))))
      places.push({ from: at, to })
  }
  return places
}

function inOrder(run: Run, text: string): Place[] {
  const fits = orderWords(text).some((word) =>
    isPrefix(run) ? word.startsWith(run.text) : word === run.text,
  )
  return fits ? [{ from: 0, to: text.length }] : []
}

function isLetter(sign: string | undefined): boolean {
  return (
    sign !== undefined &&
    /[\p{L}\p{N}]/u.test(sign) &&
    !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(sign)
  )
}

function merged(places: Place[]): Place[] {
  const sorted = places.toSorted((a, b) => a.from - b.from || b.to - a.to)
  const out: Place[] = []
  for (const place of sorted) {
    const last = out.at(-1)
    if (last && place.from <= last.to) last.to = Math.max(last.to, place.to)
    else out.push({ ...place })
  }
  return out
}
