import { type RawBuilder, sql } from 'kysely'
import type { Condition, Conditions } from '#contracts/tickets/filter'
import type { Tx } from '#platform/db/database'
import { type Asked as Found, idsOfHits } from '../search/hits-data.ts'
import { brandWord, windowsBack } from '../search/narrowing.ts'
import { back } from './condition-data.ts'
import type { Standpoint } from './matches.ts'
import type { Reader } from './view-data.ts'
import { wantedQuery } from './words.ts'

/** Ids of the tickets that one index finds for a condition: at most `most`, in no order. */
type Anchor = (most: number) => RawBuilder<unknown>

/** So few are gathered and looked at one by one; beyond that the list is walked in its order. */
export const FEW = 3000

type Wanted = { brandId: string; reader: Reader; conditions: Conditions; found?: Found }

/**
 * The narrowest way in that an index offers: ids of at most FEW tickets among which all that fit are found; null when nothing asked is that rare.
 * Shape: the ways are counted to FEW + 1 in one statement, each by its own index.
 */
export async function rarest(tx: Tx, wanted: Wanted, from: Standpoint): Promise<RawBuilder<unknown> | null> {
  const anchors = anchorsOf(wanted, from)
  if (!anchors.length) return null
  const counts = anchors.map((anchor) => sql`(select count(*)::int from (${anchor(FEW + 1)}) x)`)
  const { rows } = await sql<{ counts: number[] }>`select array[${sql.join(counts)}] as counts`.execute(tx)
  const { counts: found } = rows[0]!
  const least = Math.min(...found)
  return least <= FEW ? anchors[found.indexOf(least)]!(FEW) : null
}

/** The best way in without asking the database: for counting many views at once. */
export function likeliest(wanted: Wanted, from: Standpoint): Anchor | null {
  return anchorsOf(wanted, from)[0] ?? null
}

/** Rarest kinds first. */
const RANK: readonly Condition['field'][] = [
  'words',
  'cause',
  'tag',
  'due',
  'overdue',
  'assignee',
  'shop',
  'region',
  'category',
  'opened',
  'closed',
  'updated',
]

function anchorsOf({ brandId, reader, conditions, found }: Wanted, from: Standpoint): Anchor[] {
  const ranked = conditions
    .filter((c) => RANK.includes(c.field))
    .sort((a, b) => RANK.indexOf(a.field) - RANK.indexOf(b.field))
  const anchors = ranked.flatMap((condition) => anchorOf(condition, from, brandId) ?? [])
  if (found) anchors.unshift(ofHits(found))
  return reader.scope && reader.scope.shops !== 'all' ? [...anchors, ofScope(reader.scope)] : anchors
}

const ofHits =
  (found: Found): Anchor =>
  (most) =>
    sql`select ticket_id as id from ${idsOfHits(found, most)} h`

function anchorOf(condition: Condition, from: Standpoint, brandId: string): Anchor | null {
  if (condition.op === 'is_not' || condition.op === 'lack') return null
  switch (condition.field) {
    case 'words': {
      const question = wantedQuery(condition.value)
      if (!question) return () => sql`select null::uuid as id where false`
      return ofHits({
        question: `${question} & '${brandWord(brandId)}'`,
        windows: windowsBack(brandId, from.now),
      })
    }
    case 'cause':
      return idsWhere(sql`t.cause = any(${condition.values}::text[]) and t.cause <> ''`)
    case 'tag':
      return (most) => sql`select id from tickets.ids_tagged(${condition.values}::text[], ${most}::int) id`
    case 'category':
      // A parent stands for children of any version of the playbook: no list of keys that an index could be asked for.
      if (condition.values.some((key) => !key.includes('.'))) return null
      return (most) =>
        sql`select id from tickets.ids_in_categories(${condition.values}::text[], ${most}::int) id`
    case 'due':
      return idsWhere(
        condition.op === 'within'
          ? sql`t.closed_at is null and t.due_at > ${from.now} and t.due_at <= ${back(from.now, { ...condition.span, amount: -condition.span.amount })}`
          : sql`t.closed_at is null and t.due_at <= ${back(from.now, condition.span)}`,
      )
    case 'overdue':
      return condition.value ? idsWhere(sql`t.closed_at is null and t.due_at <= ${from.now}`) : null
    case 'assignee': {
      const ids = condition.values.flatMap((id) => (id === 'me' ? (from.staffId ?? []) : id))
      return ids.includes('none') ? null : openAndClosed(sql`t.assignee_id = any(${ids}::uuid[])`)
    }
    case 'shop':
      if (condition.values.includes('none')) return null
      return openAndClosed(sql`t.shop_id = any(${condition.values}::uuid[])`)
    case 'region': {
      const shops = condition.values.flatMap((id) => [...(from.shopsOf.get(id) ?? [])])
      return openAndClosed(sql`t.shop_id = any(${shops}::uuid[])`)
    }
    case 'opened':
      return condition.op === 'within'
        ? idsWhere(sql`t.opened_at >= ${back(from.now, condition.span)}`)
        : null
    case 'closed':
      return condition.op === 'within'
        ? idsWhere(sql`t.closed_at >= ${back(from.now, condition.span)}`)
        : null
    case 'updated':
      return condition.op === 'within'
        ? idsWhere(sql`t.updated_at >= ${back(from.now, condition.span)}`)
        : null
    default:
      return null
  }
}

/** Whoever sees only some shops and the own tickets. */
function ofScope({ shops, staffId }: { shops: 'all' | string[]; staffId: string | null }): Anchor {
  const byShop = openAndClosed(sql`t.shop_id = any(${shops === 'all' ? [] : shops}::uuid[])`)
  if (!staffId) return byShop
  const own = openAndClosed(sql`t.assignee_id = ${staffId}::uuid`)
  return (most) => sql`select id from ((${byShop(most)}) union (${own(most)})) both_ways limit ${most}`
}

function idsWhere(where: RawBuilder<unknown>): Anchor {
  return (most) => sql`select t.id from tickets.ticket t where ${where} limit ${most}`
}

/** Shops and people have one index over their open and one over their closed tickets. */
function openAndClosed(where: RawBuilder<unknown>): Anchor {
  return (most) => sql`select id from (
    (select t.id from tickets.ticket t where ${where} and t.closed_at is null limit ${most})
    union all (select t.id from tickets.ticket t where ${where} and t.closed_at is not null limit ${most})) parts limit ${most}`
}
