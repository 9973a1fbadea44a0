import type { Text } from '#contracts/kit'
import type { EventQuestion, EventReward, EventState, EventView } from '#contracts/loyalty/events'
import { channelOfKind } from '#domains/channels'
import { findShops } from '#domains/people'
import { playbookInForce } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { covers, scopeOf } from '#platform/permissions'
import { type ConsentRow, type EventRow, newestConsents } from './event-data.ts'
import { phaseOf } from './phase.ts'

/** What rows say, as a form edits it; everything that they need is asked for once. */
export async function viewEvents(tx: Tx, ctx: Ctx, rows: EventRow[]): Promise<EventView[]> {
  const [consents, shops, channel, { playbook }] = await Promise.all([
    newestConsents(
      tx,
      rows.map((r) => r.id),
    ),
    findShops(
      tx,
      rows.flatMap((r) => r.shop_ids),
    ),
    channelOfKind(tx, 'event'),
    playbookInForce(tx),
  ])
  const scope = scopeOf(ctx.actor, 'loyalty.manageEvents')
  return rows.map((row) => {
    const own = consents.filter((c) => c.event_id === row.id)
    const news = askedNews(own)
    const consent = own.find((c) => c.purpose === 'event')!
    return {
      id: row.id,
      state: row.state as EventState,
      phase: phaseOf(row, channel?.on ?? false, ctx.now()),
      url: `${ctx.origin}/e/${row.slug}`,
      name: row.name as Words,
      description: row.description as Words | null,
      shops: row.shop_ids.map((id) => ({ id, name: shops.get(id)?.name ?? '' })),
      startsAt: row.starts_at.toISOString(),
      endsAt: row.ends_at.toISOString(),
      capacity: row.capacity,
      questions: row.questions as EventQuestion[],
      opinion: row.opinion as Words | null,
      reward: rewardOf(row),
      consent: consent.text as Words,
      consentVersion: consent.version,
      news: news ? (news.text as Words) : null,
      newsVersion: news?.version ?? 0,
      taken: row.taken,
      spent: row.reward_spent,
      currency: playbook.compensation.currency,
      createdAt: row.created_at.toISOString(),
      mayManage:
        row.shop_ids.length > 0
          ? row.shop_ids.every((shopId) => covers(scope, { shopId }))
          : covers(scope, { shopId: null }),
    }
  })
}

export type Words = Exclude<Text, string>

/** The wording that is asked now: an empty newest one says that it is asked no longer. */
export function askedNews(consents: ConsentRow[]): ConsentRow | undefined {
  const newest = consents.find((c) => c.purpose === 'news')
  return newest && newest.text !== null && Object.keys(newest.text as object).length > 0 ? newest : undefined
}

export function rewardOf(row: EventRow): EventReward | null {
  if (row.reward_kind === 'coupon')
    return {
      kind: 'coupon',
      amountMinor: row.reward_amount,
      days: row.reward_days,
      budgetMinor: row.reward_budget,
    }
  if (row.reward_kind === 'points')
    return { kind: 'points', points: row.reward_amount, budgetPoints: row.reward_budget }
  return null
}
