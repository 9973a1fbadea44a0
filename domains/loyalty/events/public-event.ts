import type { Locale } from '#contracts/kit'
import type { EventQuestion, PublicEvent } from '#contracts/loyalty/events'
import { channelOfKind, customerContext } from '#domains/channels'
import { findBrandName, findShops } from '#domains/people'
import { playbookInForce, say } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { loyaltyErrors } from './errors.ts'
import * as data from './event-data.ts'
import { askedNews, type Words } from './event-view.ts'
import { phaseOf } from './phase.ts'

export const EVERYWHERE = { shops: 'all' as const, own: false, staffId: null }

/** The brand and event behind an address. Errors: loyalty.eventUnknown. */
export async function eventDoor(outer: Ctx, slug: string, locale: Locale): Promise<{ ctx: Ctx; id: string }> {
  const key = await data.eventBySlug(outer.db.open, slug)
  if (!key) throw loyaltyErrors.eventUnknown()
  return { ctx: customerContext(outer, key.brand_id, locale, outer.requestId), id: key.event_id }
}

/** Everything that the page and a sign-up look at. Errors: loyalty.eventUnknown, also for a draft. */
export async function loadOpen(tx: Tx, ctx: Ctx, id: string) {
  const row = await data.findEventInScope(tx, EVERYWHERE, id)
  if (!row || row.state === 'draft') throw loyaltyErrors.eventUnknown()
  const [consents, shops, channel] = await Promise.all([
    data.newestConsents(tx, [id]),
    findShops(tx, row.shop_ids),
    channelOfKind(tx, 'event'),
  ])
  const on = channel?.on ?? false
  return {
    row,
    on,
    phase: phaseOf(row, on, ctx.now()),
    consent: consents.find((c) => c.purpose === 'event')!,
    news: askedNews(consents),
    shops: row.shop_ids.flatMap((shopId) => {
      const shop = shops.get(shopId)
      return shop ? [{ id: shopId, code: shop.code, name: shop.name }] : []
    }),
    questions: row.questions as EventQuestion[],
  }
}

export async function readPublicEvent(outer: Ctx, slug: string, locale: Locale): Promise<PublicEvent> {
  const { ctx, id } = await eventDoor(outer, slug, locale)
  return ctx.transaction(async (tx) => {
    const { row, phase, consent, news, shops, questions } = await loadOpen(tx, ctx, id)
    const { playbook } = await playbookInForce(tx)
    const told = (text: unknown) => (text ? say(text as Words, locale) : '')
    return {
      brand: await findBrandName(tx),
      name: told(row.name),
      description: told(row.description),
      phase,
      startsAt: row.starts_at.toISOString(),
      endsAt: row.ends_at.toISOString(),
      left: row.capacity === null ? null : Math.max(0, row.capacity - row.taken),
      shops: shops.map(({ code, name }) => ({ code, name })),
      reward: row.reward_kind
        ? {
            kind: row.reward_kind as 'coupon' | 'points',
            amountMinor: row.reward_kind === 'coupon' ? row.reward_amount : 0,
            points: row.reward_kind === 'points' ? row.reward_amount : 0,
            currency: playbook.compensation.currency,
            days: row.reward_days,
            left: row.reward_spent + row.reward_amount <= row.reward_budget,
          }
        : null,
      questions: questions.map(({ ask, required, options }) => ({
        ask: told(ask),
        required,
        options: options.map(told),
      })),
      opinion: told(row.opinion),
      consent: { version: consent.version, text: told(consent.text) },
      news: news ? { version: news.version, text: told(news.text) } : null,
    }
  })
}
