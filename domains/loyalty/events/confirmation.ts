import { v7 as uuidv7 } from 'uuid'
import type { Locale } from '#contracts/kit'
import type { Confirmation } from '#contracts/loyalty/events'
import { customerContext } from '#domains/channels'
import { findBrandName, findShops } from '#domains/people'
import { say } from '#domains/playbook'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import { hashSecret } from '#platform/crypto/keys'
import type { Tx } from '#platform/db/database'
import { loyaltyErrors } from './errors.ts'
import { countUp, type EventRow, findEventInScope, lockEventInScope } from './event-data.ts'
import type { Words } from './event-view.ts'
import { EVERYWHERE } from './public-event.ts'
import { findGiven } from './reward-data.ts'
import * as data from './sign-up-data.ts'

/** Errors: loyalty.notFound; whether a link ever existed is not told. */
async function signUpDoor(outer: Ctx, token: string, locale: Locale): Promise<{ ctx: Ctx; id: string }> {
  const found = await data.signUpByToken(outer.db.open, hashSecret(token))
  if (!found) throw loyaltyErrors.notFound()
  return { ctx: customerContext(outer, found.brand_id, locale, outer.requestId), id: found.sign_up_id }
}

/** The private page of one sign-up: what was agreed to, what was given, and the way back. Errors: loyalty.notFound. */
export async function readConfirmation(outer: Ctx, token: string, locale: Locale): Promise<Confirmation> {
  const { ctx, id } = await signUpDoor(outer, token, locale)
  return ctx.transaction(async (tx) => viewConfirmation(tx, ctx, (await data.findSignUp(tx, id))!))
}

/** Takes back an agreement, by one tap; doing it twice changes nothing. Errors: loyalty.notFound. */
export async function withdraw(
  outer: Ctx,
  token: string,
  locale: Locale,
  purpose: 'event' | 'news',
): Promise<Confirmation> {
  const { ctx, id } = await signUpDoor(outer, token, locale)
  return ctx.transaction(async (tx) => {
    const row = (await data.findSignUp(tx, id))!
    const event = (await lockEventInScope(tx, EVERYWHERE, row.event_id))!
    await takeBack(tx, ctx, event, id, { purpose, via: 'page' })
    return viewConfirmation(tx, ctx, (await data.findSignUp(tx, id))!)
  })
}

/**
 * `event` frees the place and empties the row, and takes the news back as well; what was given stays theirs.
 * Shape: the event's row is locked by the caller; returns false when there was nothing to take back.
 */
export async function takeBack(
  tx: Tx,
  ctx: Ctx,
  event: EventRow,
  id: string,
  how: { purpose: 'event' | 'news'; via: 'page' | 'staff'; reason?: string },
): Promise<boolean> {
  const row = await data.findSignUp(tx, id, true)
  if (!row || row.event_id !== event.id) throw loyaltyErrors.notFound()
  const agreed = (await data.newestAgreements(tx, [id])).filter((a) => a.given)
  const back = how.purpose === 'event' ? agreed : agreed.filter((a) => a.purpose === 'news')
  if (row.state === 'withdrawn' || !back.length) return false
  await data.addAgreements(
    tx,
    back.map((a) => ({
      brand_id: ctx.actor.brandId,
      id: uuidv7(),
      sign_up_id: id,
      event_id: event.id,
      purpose: a.purpose,
      version: a.version,
      given: false,
      via: how.via,
      channel_id: event.channel_id,
      at: ctx.now(),
    })),
  )
  if (how.purpose === 'event') {
    await data.emptySignUp(tx, id, ctx.now())
    await countUp(tx, event.id, { taken: -1, spent: 0 })
  }
  await audit(tx, ctx, {
    action: how.purpose === 'event' ? 'loyalty.withdrawSignUp' : 'loyalty.withdrawNews',
    subjectKind: 'event',
    subjectId: event.id,
    subject: (event.name as { 'zh-CN': string })['zh-CN'],
    data: { signUpId: id, ...(how.reason ? { reason: how.reason } : {}) },
  })
  return true
}

export async function viewConfirmation(tx: Tx, ctx: Ctx, row: data.SignUpStored): Promise<Confirmation> {
  const event = (await findEventInScope(tx, EVERYWHERE, row.event_id))!
  const [brand, shops, agreements, given] = await Promise.all([
    findBrandName(tx),
    findShops(tx, row.shop_id ? [row.shop_id] : []),
    data.newestAgreements(tx, [row.id]),
    row.reward_source ? findGiven(tx, row.reward_source) : undefined,
  ])
  const told = (text: unknown) => say(text as Words, ctx.locale)
  const agreed = (purpose: string) => {
    const found = agreements.find((a) => a.purpose === purpose)!
    return { version: found.version, text: told(found.text), at: found.at.toISOString() }
  }
  return {
    path: `/s/${ctx.keys.tokenFor('sign-up', row.id)}`,
    brand,
    event: told(event.name),
    shop: shops.get(row.shop_id ?? '')?.name ?? '',
    startsAt: event.starts_at.toISOString(),
    endsAt: event.ends_at.toISOString(),
    state: row.state as Confirmation['state'],
    name: row.name_masked,
    phone: row.phone_masked,
    at: row.created_at.toISOString(),
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
    rewardState: row.reward as Confirmation['rewardState'],
    reward: given
      ? {
          kind: given.kind,
          amountMinor: given.amount_minor,
          points: given.points,
          currency: given.currency,
          code: given.code,
          expiresAt: given.expires_at?.toISOString() ?? null,
        }
      : null,
    consent: agreed('event'),
    news: agreements.some((a) => a.purpose === 'news' && a.given) ? agreed('news') : null,
    progress: row.ticket_id ? `/t/${ctx.keys.tokenFor('progress', row.ticket_id)}` : '',
  }
}
