import type { TicketStatus } from '#contracts/tickets'
import type { LinkedTicket, MergeVerdict, SameMatter, TicketLinks } from '#contracts/tickets/links'
import { SearchQuery } from '#contracts/tickets/search'
import { familyOf, identifiedCustomers } from '#domains/customers'
import { findShops, findStaffNames } from '#domains/people'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { covers, scopeOf } from '#platform/permissions'
import { ticketErrors } from '../errors.ts'
import { findTicket } from '../handling/desk-data.ts'
import { mattersOf } from '../same-matter/matter-data.ts'
import { searchTickets } from '../search/search-tickets.ts'
import { judgedOf } from './lend-urgency.ts'
import * as data from './links-data.ts'
import { type MergeSide, mergeVerdict } from './merge-rules.ts'

/** Merged, mergeable and related tickets, each list in the reader's scope. Errors: tickets.notFound. */
export function readLinks(ctx: Ctx, id: string): Promise<TicketLinks> {
  return ctx.transaction(async (tx) => {
    const { own, scope } = await ownLine(tx, ctx, id)
    const [into, from, relations, matters] = await Promise.all([
      data.mergeOf(tx, id),
      data.mergesInto(tx, id),
      data.relationsOf(tx, id),
      mattersOf(tx, id),
    ])
    const otherOf = (row: { ticket_id: string; other_id: string }) =>
      row.ticket_id === id ? row.other_id : row.ticket_id
    const [customers, orders, named] = await Promise.all([
      own.customer_id ? data.openOfCustomer(tx, scope, await familyOf(tx, own.customer_id), id) : [],
      own.order_number ? data.ofOrder(tx, scope, own.order_number, id) : [],
      data.linksById(tx, scope, [
        ...(into ? [into.target_id] : []),
        ...from.map((m) => m.source_id),
        ...relations.map(otherOf),
        ...matters.map(otherOf),
      ]),
    ])
    const lines = await viewLines(tx, ctx, own, [...customers, ...orders, ...named])
    const people = await findStaffNames(
      tx,
      [...from, ...(into ? [into] : [])]
        .flatMap((m) => m.merged_by ?? [])
        .concat(relations.flatMap((r) => r.by_id ?? [])),
    )
    const joined = (otherId: string, said: { reason: string; by: string | null; at: Date }) => {
      const line = lines.get(otherId)
      return line
        ? [{ ...line, reason: said.reason, by: people.get(said.by ?? '') ?? '', at: said.at.toISOString() }]
        : []
    }
    const mergeSaid = (m: data.MergeRow) => ({ reason: m.reason, by: m.merged_by, at: m.merged_at })
    const inCustomer = new Set(customers.map((row) => row.id))
    const elsewhere = new Set([...from.map((m) => m.source_id), into?.target_id])
    return {
      mergedInto: into ? (joined(into.target_id, mergeSaid(into))[0] ?? null) : null,
      merged: from.flatMap((m) => joined(m.source_id, mergeSaid(m))),
      sameMatter: matters.flatMap((m) => {
        const line = lines.get(otherOf(m))
        const state = m.state as SameMatter['state']
        return line ? [{ ...line, probability: m.probability, reasons: m.reasons, state }] : []
      }),
      sameCustomer: customers.flatMap((row) => (elsewhere.has(row.id) ? [] : (lines.get(row.id) ?? []))),
      sameOrder: orders.flatMap((row) =>
        inCustomer.has(row.id) || elsewhere.has(row.id) ? [] : (lines.get(row.id) ?? []),
      ),
      related: relations.flatMap((r) => joined(otherOf(r), { reason: r.note, by: r.by_id, at: r.at })),
      can: deedsOf(ctx, own),
    }
  })
}

const FOUND = 10

/** Tickets to merge or relate, found as the search of the inbox finds them. */
export async function searchLinked(ctx: Ctx, id: string, q: string): Promise<LinkedTicket[]> {
  const { rows } = await searchTickets(ctx, SearchQuery.parse({ q, limit: FOUND + 1 }))
  const ids = rows.map((row) => row.id).filter((found) => found !== id)
  return ctx.transaction(async (tx) => {
    const { own, scope } = await ownLine(tx, ctx, id)
    const lines = await viewLines(tx, ctx, own, await data.linksById(tx, scope, ids))
    return ids.flatMap((found) => lines.get(found) ?? []).slice(0, FOUND)
  })
}

async function ownLine(tx: Tx, ctx: Ctx, id: string) {
  const scope = scopeOf(ctx.actor, 'tickets.read')
  if (!(await findTicket(tx, scope, id))) throw ticketErrors.notFound()
  const [own] = await data.linksById(tx, { shops: 'all', own: false, staffId: null }, [id])
  return { own: own!, scope }
}

async function viewLines(
  tx: Tx,
  ctx: Ctx,
  own: data.LinkRow,
  rows: data.LinkRow[],
): Promise<Map<string, LinkedTicket>> {
  const [shops, names, known] = await Promise.all([
    findShops(tx, [...new Set(rows.flatMap((r) => r.shop_id ?? []))]),
    findStaffNames(tx, [...new Set(rows.flatMap((r) => r.assignee_id ?? []))]),
    identifiedCustomers(tx, [...new Set([own, ...rows].flatMap((r) => r.customer_id ?? []))]),
  ])
  const verdict = (source: data.LinkRow, target: data.LinkRow): MergeVerdict =>
    reaches(ctx, source) && reaches(ctx, target)
      ? mergeVerdict(sideOf(source, known), sideOf(target, known))
      : 'out_of_reach'
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        number: `HY-${row.number}`,
        title: row.title,
        status: row.status as TicketStatus,
        kind: row.kind as 'complaint',
        priority: row.priority as 'P1',
        customerName: row.customer_name,
        orderNumber: row.order_number,
        shop: row.shop_id ? { id: row.shop_id, name: shops.get(row.shop_id)?.name ?? '' } : null,
        assignee: row.assignee_id ? { id: row.assignee_id, name: names.get(row.assignee_id) ?? '' } : null,
        openedAt: row.opened_at.toISOString(),
        here: verdict(row, own),
        there: verdict(own, row),
      },
    ]),
  )
}

function sideOf(row: data.LinkRow, known: ReadonlyMap<string, string>): MergeSide {
  return {
    id: row.id,
    status: row.status as TicketStatus,
    customer: known.get(row.customer_id ?? '') ?? null,
    hasMerged: row.has_merged,
    ...judgedOf(row),
  }
}

/** Merging decides: not on a ticket of another's reach, and never on one that is about oneself. */
function reaches(ctx: Ctx, row: data.LinkRow, action = 'tickets.merge'): boolean {
  const self = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null
  if (row.accused_id !== null && row.accused_id === self) return false
  return covers(scopeOf(ctx.actor, action), { shopId: row.shop_id, ownerId: row.assignee_id })
}

function deedsOf(ctx: Ctx, own: data.LinkRow): TicketLinks['can'] {
  const merges = reaches(ctx, own)
  return [
    ...(merges && own.status !== 'merged' ? (['merge'] as const) : []),
    ...(merges ? (['split'] as const) : []),
    ...(reaches(ctx, own, 'tickets.tag') ? (['relate'] as const) : []),
  ]
}
