import { ticketChanged } from '#contracts/tickets'
import { familyOf, likelySame } from '#domains/customers'
import { playbookInForce } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { AppError } from '#platform/errors'
import { foldText } from '#platform/fold-text'
import { atDesk } from '../handling/desk.ts'
import { addFact, tell } from '../handling/desk-moves.ts'
import { mergeTicket } from '../links/merge-tickets.ts'
import { type Judged, judgeMatter, type MatterSide } from './judge-matter.ts'
import * as data from './matter-data.ts'

/**
 * T4: a ticket that has just come in, and once more some minutes later, is compared with what the same people, the same order and the same shop have open. What is likely is
 * proposed; what is as good as certain, and of one customer whom the channel or a colleague knows, is merged by itself, as reversible as a merge by hand.
 */
export async function findSameMatter(ctx: Ctx, ticketId: string): Promise<void> {
  const found = await ctx.transaction(async (tx) =>
    (await data.takeDue(tx, ticketId, ctx.now())) ? propose(ctx, tx, ticketId) : [],
  )
  const [first] = found
  if (!first) return
  if (first.certain && (await mergeAtOnce(ctx, ticketId, first.id))) return
  if (!first.told)
    await atDesk(ctx, ticketId, 'tickets.read', async (desk) => {
      const data = {
        number: `HY-${first.number}`,
        id: first.id,
        percent: Math.round(first.probability * 100),
      }
      addFact(desk, 'same_matter', data)
      tell(desk, ticketChanged)
    })
}

/** What keeps them apart (the other one has ended, is settled, is of somebody else) leaves the proposal to a person. */
async function mergeAtOnce(ctx: Ctx, ticketId: string, targetId: string): Promise<boolean> {
  try {
    await mergeTicket(ctx, ticketId, { targetId, reason: '' })
    return true
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}

/** `told`: the ticket's timeline says so already. */
type Found = { id: string; number: string; probability: number; certain: boolean; told: boolean }

/**
 * Stores what is likely; returns what was not known before, the surest first.
 * Shape: what was found before and is still undecided is returned once more, where it is certain or nobody was told: whoever found it may have died before the merge.
 */
async function propose(ctx: Ctx, tx: Tx, ticketId: string): Promise<Found[]> {
  const [own, { playbook }] = await Promise.all([data.findOne(tx, ticketId), playbookInForce(tx)])
  if (!own || own.closed || own.status === 'merged' || own.status === 'set_aside') return []
  const { proposeFrom, mergeFrom, withinHours } = playbook.matching
  const [family, likely] = own.customer_id
    ? await Promise.all([familyOf(tx, own.customer_id), likelySame(tx, own.customer_id)])
    : [[], new Map<string, number>()]
  const since = new Date(own.opened_at.getTime() - withinHours * 3_600_000)
  const others = await data.findCandidates(tx, own, [...family, ...likely.keys()], since)
  const found = others
    .map((other) => ({ other, judged: judge(own, other, new Set(family), likely) }))
    .filter(({ judged }) => judged.probability >= proposeFrom)
    .sort((a, b) => b.judged.probability - a.judged.probability)
    .slice(0, 3)
  const fresh: Found[] = []
  for (const { other, judged } of found) {
    const row = { brandId: ctx.actor.brandId, ticketId, otherId: other.id, at: ctx.now(), ...judged }
    const isNew = await data.insertMatter(tx, row)
    if (!isNew && !(await data.isUndecided(tx, ticketId, other.id))) continue
    const sameKnown = other.customer_id !== null && family.includes(other.customer_id)
    // The customer's link of one opens the other: a number that anybody may have typed is never enough.
    const certain = sameKnown && own.proven && other.proven && judged.probability >= mergeFrom
    const told = !isNew && (await data.isTold(tx, ticketId, other.id))
    if (told && !certain) continue
    fresh.push({ id: other.id, number: other.number, probability: judged.probability, certain, told })
  }
  return fresh
}

function judge(
  own: data.MatterTicket,
  other: data.MatterTicket,
  family: ReadonlySet<string>,
  likely: ReadonlyMap<string, number>,
): Judged {
  const one = sideOf(own)
  const same = other.customer_id !== null && family.has(other.customer_id)
  const side = { ...sideOf(other), customer: same ? own.customer_id : other.customer_id }
  return judgeMatter(one, side, likely.get(other.customer_id ?? '') ?? null)
}

function sideOf(row: data.MatterTicket): MatterSide {
  return {
    customer: row.customer_id,
    shop: row.shop_id,
    order: row.order_number,
    channel: row.channel_kind,
    kind: row.kind,
    category: row.category,
    text: foldText(row.content),
    at: row.opened_at,
  }
}
