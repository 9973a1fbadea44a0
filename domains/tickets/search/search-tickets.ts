import type { MatchField, SearchPage, SearchQuery } from '#contracts/tickets/search'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { covers } from '#platform/permissions'
import { askedOf, conditionsOf } from '../filter/asked.ts'
import { viewRows } from '../inbox/list-tickets.ts'
import { type Asking, askFor } from './ask.ts'
import { findHits, type Key } from './hits-data.ts'
import { type Candidate as Judgeable, markHit, type Piece, type Rank, rankHit } from './judge-hit.ts'
import type { Question } from './question.ts'
import { makeCursor, readCursor, stretchFrom } from './search-cursor.ts'
import * as data from './search-data.ts'
import { viewHit, viewNumbered } from './view-hit.ts'

/** So many true hits are ranked against each other. */
const STRETCH = 60
/** So many hits are looked at for one page, when filters that the index does not know leave few of them. */
const MOST_LOOKED_AT = 4000

/** Rank 4 and nothing to mark: found by its own number. */
type Hit = { row: data.CandidateRow; rank: Rank | 4; candidate: Candidate | null }
type Stretch = { hits: Hit[]; next: Key | null }

/**
 * Finds tickets by what was written on them, by number, order number, and, where the reader may know them, by the customer's name and phone.
 * Shape: hits are ranked within stretches of sixty, the newest stretch first; a ticket's own number comes first and mostly alone.
 */
export function searchTickets(ctx: Ctx, query: SearchQuery): Promise<SearchPage> {
  return ctx.transaction(async (tx) => {
    const wanted = await askedOf(tx, ctx, {
      view: query.view ?? 'every',
      conditions: [...(query.conditions ?? []), ...conditionsOf(query)],
    })
    const cursor = query.cursor ? readCursor(query.cursor) : { start: null, skip: 0 }
    const asking = askFor(ctx, query.q, query, cursor.start?.at ?? wanted.reader.now)
    const numbered = query.cursor ? undefined : await byNumber(tx, wanted, asking)
    if (asking.question.number?.only) return page(tx, ctx, asking.question, numbered ? [numbered] : [], null)
    const stretch = await lookThrough(tx, wanted, asking, cursor.start)
    const others = stretch.hits.filter((hit) => hit.row.id !== numbered?.row.id)
    const shown = others.slice(cursor.skip, cursor.skip + query.limit)
    const left = cursor.skip + shown.length < others.length
    const next = left
      ? makeCursor({ start: stretchFrom(cursor.start, newestOf(others)), skip: cursor.skip + shown.length })
      : stretch.next && makeCursor({ start: stretch.next, skip: 0 })
    return page(tx, ctx, asking.question, numbered ? [numbered, ...shown] : shown, next)
  })
}

async function byNumber(tx: Tx, wanted: data.Among, { question }: Asking): Promise<Hit | undefined> {
  if (!question.number) return undefined
  const row = await data.idOfNumber(tx, wanted, question.number.value)
  return row && { row, rank: 4, candidate: null }
}

/** The next hits that are true, best first. Goes on while false or hidden ones leave too few, but not without end. */
async function lookThrough(tx: Tx, wanted: data.Among, asking: Asking, start: Key | null): Promise<Stretch> {
  const { asked } = asking
  if (!asked) return { hits: [], next: null }
  const hits: Hit[] = []
  let after = start
  let most = STRETCH
  for (let looked = 0; hits.length < STRETCH && looked < MOST_LOOKED_AT; looked += most) {
    if (looked) most = nextLook(hits.length, looked)
    const found = await findHits(tx, asked, after, most)
    const ids = found.map((hit) => hit.ticket_id)
    hits.push(...(await judgeAll(tx, wanted, asking, ids)))
    const last = found.at(-1)
    after = last ? { at: last.opened_at, id: last.ticket_id } : null
    if (found.length < most) return { hits: ranked(hits), next: null }
  }
  return { hits: ranked(hits), next: after }
}

/** As many as will fill the stretch if what is left goes on like what was looked at. */
function nextLook(found: number, looked: number): number {
  const share = Math.max(found, 1) / looked
  return Math.min(800, Math.max(STRETCH, Math.ceil(((STRETCH - found) / share) * 1.2)))
}

/**
 * Which of the candidates are hits. Most are told by their first text; only for the others the customer, and then what was said, is read:
 * a page of old tickets lies in many places of the disk.
 */
async function judgeAll(
  tx: Tx,
  wanted: data.Among,
  { question, personalScope }: Asking,
  ids: string[],
): Promise<Hit[]> {
  const rows = ids.length ? await data.candidatesAmong(tx, wanted, ids) : []
  const hits: Hit[] = []
  const keepBest = (candidates: Candidate[]) => {
    const left: Candidate[] = []
    for (const candidate of candidates)
      if (rankHit(candidate, question) === 3) hits.push({ row: candidate.row, rank: 3, candidate })
      else left.push(candidate)
    return left
  }
  const untold = keepBest(rows.map(candidateOf))
  const words = [...question.personal, ...question.terms.flatMap((term) => term.personal)]
  const personal = await data.personalWordsOf(tx, idsOf(untold), words)
  const unknown = keepBest(
    untold.map((candidate) => {
      const { row } = candidate
      const mayKnow = covers(personalScope, { shopId: row.shop_id, ownerId: row.assignee_id })
      return { ...candidate, personal: (mayKnow && personal.get(row.id)) || candidate.personal }
    }),
  )
  const said = Map.groupBy(await data.saidOn(tx, idsOf(unknown)), (entry) => entry.ticket_id)
  for (const candidate of unknown) {
    const later = (said.get(candidate.row.id) ?? []).filter(({ text }) => text !== candidate.row.content)
    const whole = { ...candidate, said: later.map(pieceOf) }
    const rank = rankHit(whole, question)
    if (rank) hits.push({ row: whole.row, rank, candidate: whole })
  }
  return hits
}

type Candidate = Judgeable & { row: data.CandidateRow }

const idsOf = (candidates: Candidate[]): string[] => candidates.map(({ row }) => row.id)

function candidateOf(row: data.CandidateRow): Candidate {
  const at = row.opened_at
  const order = row.order_number ? [{ field: 'order' as const, at, by: '', text: row.order_number }] : []
  const first = [{ field: 'text' as const, at, by: '', text: row.content }, ...order]
  return { row, title: row.title, first, said: [], personal: new Set() }
}

function pieceOf(entry: Awaited<ReturnType<typeof data.saidOn>>[number]): Piece {
  return { field: entry.kind as MatchField, at: entry.at, by: entry.by_name, text: entry.text }
}

function ranked(hits: Hit[]): Hit[] {
  return hits.toSorted(
    (a, b) =>
      b.rank - a.rank ||
      b.row.opened_at.getTime() - a.row.opened_at.getTime() ||
      (a.row.id < b.row.id ? 1 : -1),
  )
}

function newestOf(hits: Hit[]): Key {
  const keys = hits.map(({ row }) => ({ at: row.opened_at, id: row.id }))
  return keys.reduce((a, b) => (b.at > a.at || (b.at.getTime() === a.at.getTime() && b.id > a.id) ? b : a))
}

async function page(
  tx: Tx,
  ctx: Ctx,
  question: Question,
  hits: Hit[],
  next: string | null,
): Promise<SearchPage> {
  if (!hits.length) return { rows: [], next }
  const ids = hits.map((hit) => hit.row.id)
  const views = new Map((await viewRows(tx, ctx, await data.rowsOf(tx, ids))).map((row) => [row.id, row]))
  const rows = hits.flatMap(({ row, candidate }) => {
    const view = views.get(row.id)
    if (!view) return []
    return [candidate ? viewHit(view, candidate, markHit(candidate, question)) : viewNumbered(view)]
  })
  return { rows, next }
}
