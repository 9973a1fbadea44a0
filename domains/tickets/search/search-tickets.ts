import type { MatchField, SearchPage, SearchQuery, SearchRow } from '#contracts/tickets/search'
import { maskNumbersIn } from '#domains/customers'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { covers } from '#platform/permissions'
import { readerOf } from '../filter/asked.ts'
import type { Reader } from '../filter/view-data.ts'
import { viewRows } from '../inbox/list-tickets.ts'
import { type Asking, askFor } from './ask.ts'
import { findHits, type Key } from './hits-data.ts'
import { type Candidate, type Judged, judgeHit } from './judge-hit.ts'
import { makeCursor, readCursor, stretchFrom } from './search-cursor.ts'
import * as data from './search-data.ts'
import { segmentsOf, snippetOf } from './snippet.ts'

/** So many true hits are ranked against each other. */
const STRETCH = 100
/** So many hits are looked at for one page, when filters that the index does not know leave few of them. */
const MOST_LOOKED_AT = 4000
const MATCHES_SHOWN = 3

type Hit = { row: data.CandidateRow; judged: Judged | null }
type Stretch = { hits: Hit[]; next: Key | null }

/**
 * Finds tickets by what was written on them, by number, order number, and, where the reader may know them, by the customer's name and phone.
 * Shape: hits are ranked within stretches of a hundred, the newest stretch first; a ticket's own number comes first and mostly alone.
 */
export function searchTickets(ctx: Ctx, query: SearchQuery): Promise<SearchPage> {
  return ctx.transaction(async (tx) => {
    const reader = await readerOf(tx, ctx)
    const cursor = query.cursor ? readCursor(query.cursor) : { start: null, skip: 0 }
    const asking = askFor(ctx, query.q, query, cursor.start?.at ?? reader.now)
    const numbered = query.cursor ? undefined : await byNumber(tx, reader, query, asking)
    if (asking.question.number?.only) return page(tx, ctx, numbered ? [numbered] : [], null)
    const stretch = await lookThrough(tx, reader, query, asking, cursor.start)
    const others = stretch.hits.filter((hit) => hit.row.id !== numbered?.row.id)
    const shown = others.slice(cursor.skip, cursor.skip + query.limit)
    const left = cursor.skip + shown.length < others.length
    const next = left
      ? makeCursor({ start: stretchFrom(cursor.start, newestOf(others)), skip: cursor.skip + shown.length })
      : stretch.next && makeCursor({ start: stretch.next, skip: 0 })
    return page(tx, ctx, numbered ? [numbered, ...shown] : shown, next)
  })
}

async function byNumber(
  tx: Tx,
  reader: Reader,
  query: SearchQuery,
  { question }: Asking,
): Promise<Hit | undefined> {
  if (!question.number) return undefined
  const row = await data.idOfNumber(tx, reader, query, question.number.value)
  return row && { row, judged: null }
}

/** The next hits that are true, best first. Goes on while false or hidden ones leave too few, but not without end. */
async function lookThrough(
  tx: Tx,
  reader: Reader,
  query: SearchQuery,
  asking: Asking,
  start: Key | null,
): Promise<Stretch> {
  const { asked } = asking
  if (!asked) return { hits: [], next: null }
  const hits: Hit[] = []
  let after = start
  let most = STRETCH
  for (let looked = 0; hits.length < STRETCH && looked < MOST_LOOKED_AT; looked += most) {
    most = looked ? Math.min(STRETCH * 10, MOST_LOOKED_AT - looked) : STRETCH
    const found = await findHits(tx, asked, after, most)
    if (found.length)
      hits.push(
        ...(await judgeAll(
          tx,
          reader,
          query,
          asking,
          found.map((hit) => hit.ticket_id),
        )),
      )
    const last = found.at(-1)
    after = last ? { at: last.opened_at, id: last.ticket_id } : null
    if (found.length < most) return { hits: ranked(hits), next: null }
  }
  return { hits: ranked(hits), next: after }
}

async function judgeAll(
  tx: Tx,
  reader: Reader,
  query: SearchQuery,
  { question, personalScope }: Asking,
  ids: string[],
): Promise<Hit[]> {
  const rows = await data.candidatesAmong(tx, reader, query, ids)
  if (!rows.length) return []
  const known = rows.map((row) => row.id)
  const words = [...question.personal, ...question.terms.flatMap((term) => term.personal)]
  const [said, personal] = await Promise.all([data.saidOn(tx, known), data.personalWordsOf(tx, known, words)])
  const saidBy = Map.groupBy(said, (entry) => entry.ticket_id)
  return rows.flatMap((row) => {
    const mayKnow = covers(personalScope, { shopId: row.shop_id, ownerId: row.assignee_id })
    const candidate = candidateOf(
      row,
      saidBy.get(row.id) ?? [],
      (mayKnow && personal.get(row.id)) || new Set(),
    )
    const judged = judgeHit(candidate, question)
    return judged ? [{ row, judged }] : []
  })
}

type Said = Awaited<ReturnType<typeof data.saidOn>>[number]

function candidateOf(row: data.CandidateRow, said: Said[], personal: ReadonlySet<string>): Candidate {
  const at = row.opened_at
  const order = row.order_number ? [{ field: 'order' as const, at, by: '', text: row.order_number }] : []
  return {
    title: row.title,
    first: [{ field: 'text', at, by: '', text: row.content }, ...order],
    said: said
      .filter((entry) => entry.text !== row.content || entry.kind !== 'message_in')
      .map((entry) => ({
        field: entry.kind as MatchField,
        at: entry.at,
        by: entry.by_name,
        text: entry.text,
      })),
    personal,
  }
}

function ranked(hits: Hit[]): Hit[] {
  const rank = (hit: Hit) => hit.judged?.rank ?? 0
  return hits.toSorted(
    (a, b) =>
      rank(b) - rank(a) ||
      b.row.opened_at.getTime() - a.row.opened_at.getTime() ||
      (a.row.id < b.row.id ? 1 : -1),
  )
}

function newestOf(hits: Hit[]): Key {
  const keys = hits.map(({ row }) => ({ at: row.opened_at, id: row.id }))
  return keys.reduce((a, b) => (b.at > a.at || (b.at.getTime() === a.at.getTime() && b.id > a.id) ? b : a))
}

async function page(tx: Tx, ctx: Ctx, hits: Hit[], next: string | null): Promise<SearchPage> {
  if (!hits.length) return { rows: [], next }
  const ids = hits.map((hit) => hit.row.id)
  const views = new Map((await viewRows(tx, ctx, await data.rowsOf(tx, ids))).map((row) => [row.id, row]))
  return {
    rows: hits.flatMap(({ row, judged }) => {
      const view = views.get(row.id)
      return view ? [{ ...view, ...viewMatches(view, row, judged) }] : []
    }),
    next,
  }
}

/** Mobiles in what is shown are masked; that keeps every place where it was. */
function viewMatches(
  view: { number: string; customerName: string },
  row: data.CandidateRow,
  judged: Judged | null,
): Pick<SearchRow, 'titleParts' | 'matches'> {
  const at = row.opened_at.toISOString()
  if (!judged)
    return {
      titleParts: segmentsOf(row.title, []),
      matches: [{ field: 'number', at, by: '', parts: [{ text: view.number, hit: true }] }],
    }
  const told = judged.found
    .filter(({ piece }) => piece.field !== 'text' || !isAllInTitle(row))
    .map(({ piece, places }) => ({
      field: piece.field,
      at: piece.at.toISOString(),
      by: piece.by,
      parts: snippetOf(maskNumbersIn(piece.text), places),
    }))
  const matches = judged.byCustomer
    ? [{ field: 'customer' as const, at, by: '', parts: [{ text: view.customerName, hit: true }] }, ...told]
    : told
  return { titleParts: segmentsOf(row.title, judged.title), matches: matches.slice(0, MATCHES_SHOWN) }
}

/** A short text is its own title: shown once. */
function isAllInTitle({ title, content }: data.CandidateRow): boolean {
  return content.trim().length <= title.length + 1
}
