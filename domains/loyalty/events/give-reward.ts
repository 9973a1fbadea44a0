import { playbookInForce } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { givePoints, issueCoupon } from '../issue.ts'
import type { EventRow } from './event-data.ts'
import { findGiven } from './reward-data.ts'
import { customerRewarded } from './sign-up-data.ts'

export type Given = { reward: 'none' | 'issued' | 'had' | 'spent'; source: string | null; spent: number }
type Receiver = { customerId: string | null; phoneIndex: Buffer }

const DAY_MS = 24 * 3600 * 1000

/**
 * The event's reward, once per number and once per known customer, out of its budget. The event's row is locked by the caller.
 * Shape: `had`: this number got it before, for example before it was withdrawn; `spent`: the budget has none left.
 *        The source carries a keyed fingerprint of the number and nothing that could be read back.
 */
export async function giveReward(tx: Tx, ctx: Ctx, event: EventRow, to: Receiver): Promise<Given> {
  if (!event.reward_kind) return { reward: 'none', source: null, spent: 0 }
  const source = `event:${event.id}:${to.phoneIndex.toString('hex').slice(0, 32)}`
  if (await findGiven(tx, source)) return { reward: 'had', source, spent: 0 }
  if (to.customerId && (await customerRewarded(tx, event.id, to.customerId)))
    return { reward: 'had', source: null, spent: 0 }
  if (event.reward_spent + event.reward_amount > event.reward_budget)
    return { reward: 'spent', source: null, spent: 0 }
  const common = { brandId: ctx.actor.brandId, customerId: to.customerId, source }
  const at = ctx.now()
  if (event.reward_kind === 'coupon') {
    const { playbook } = await playbookInForce(tx)
    await issueCoupon(tx, {
      ...common,
      amountMinor: event.reward_amount,
      currency: playbook.compensation.currency,
      issuedAt: at,
      expiresAt: new Date(at.getTime() + event.reward_days * DAY_MS),
    })
  } else {
    await givePoints(tx, {
      ...common,
      points: event.reward_amount,
      reason: (event.name as { 'zh-CN': string })['zh-CN'],
      at,
    })
  }
  return { reward: 'issued', source, spent: event.reward_amount }
}
