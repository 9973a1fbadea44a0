import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import {
  type ChosenMeans,
  NoticeGroup,
  type NoticePreferences,
  type SaveNoticePreferences,
  type SubscribePush,
} from '#contracts/notify'
import { staffCallChannel } from '#domains/channels'
import { findStaffPhones, maskPhone } from '#domains/people'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { isPrivateHost } from '#platform/outside/public-address'
import { notifyErrors } from '../errors.ts'
import { DEFAULT_MEANS } from '../hear/notice-groups.ts'
import { renewWanted } from '../hear/wanted.ts'
import { pushKeys } from '../means/browser-push.ts'
import { meansOn } from '../means/sender-data.ts'
import { addressesOf, wishesOf } from './addresses.ts'
import * as data from './preference-data.ts'

export function readOwn(ctx: Ctx): Promise<NoticePreferences> {
  return ctx.transaction((tx) => ownView(ctx, tx))
}

async function ownView(ctx: Ctx, tx: Tx): Promise<NoticePreferences> {
  const { staffId } = staffOf(ctx)
  const keys = await pushKeys(ctx, tx)
  const [stored, on, browsers, phones, callsBy] = await Promise.all([
    data.readPreferences(tx, [staffId]),
    meansOn(tx),
    data.subscriptionsOf(tx, staffId),
    findStaffPhones(tx, ctx, [staffId]),
    staffCallChannel(tx),
  ])
  const row = stored.get(staffId)
  const { means, quiet } = wishesOf(row)
  return {
    means: Object.fromEntries(
      NoticeGroup.options.map((group) => [group, means[group] ?? DEFAULT_MEANS[group]]),
    ) as Record<NoticeGroup, ChosenMeans[]>,
    quiet,
    ...addressesOf(ctx, row),
    phone: maskPhone(phones.get(staffId) ?? ''),
    available: on.filter((means) => means !== 'call' || callsBy),
    browsers: browsers.map((b) => ({ id: b.id, device: b.device, createdAt: b.created_at.toISOString() })),
    pushKey: keys.publicKey,
  }
}

export function saveOwn(ctx: Ctx, input: z.infer<typeof SaveNoticePreferences>): Promise<NoticePreferences> {
  return ctx.transaction(async (tx) => {
    const { means, quiet, ...addresses } = input
    const brand_id = ctx.actor.brandId
    await data.savePreference(tx, {
      brand_id,
      staff_id: staffOf(ctx).staffId,
      means,
      quiet,
      addresses_enc: ctx.keys.seal(brand_id, JSON.stringify(addresses)),
      updated_at: ctx.now(),
    })
    return ownView(ctx, tx)
  })
}

const MOST_BROWSERS = 20

export function subscribe(ctx: Ctx, input: z.infer<typeof SubscribePush>): Promise<NoticePreferences> {
  return ctx.transaction(async (tx) => {
    const { staffId, brandId } = staffOf(ctx)
    const { device, ...subscription } = input
    refuseAddress(ctx, subscription.endpoint)
    if ((await data.subscriptionsOf(tx, staffId)).length >= MOST_BROWSERS) throw notifyErrors.tooMany()
    await data.saveSubscription(tx, {
      brand_id: brandId,
      id: uuidv7(),
      staff_id: staffId,
      endpoint_index: ctx.keys.blindIndex(brandId, 'push', subscription.endpoint),
      subscription_enc: ctx.keys.seal(brandId, JSON.stringify(subscription))!,
      device,
      created_at: ctx.now(),
    })
    await renewWanted(tx, ctx)
    return ownView(ctx, tx)
  })
}

/** Errors: notify.notFound for a browser that is not one's own. */
export function unsubscribe(ctx: Ctx, id: string): Promise<NoticePreferences> {
  return ctx.transaction(async (tx) => {
    if (!(await data.deleteSubscription(tx, id, staffOf(ctx).staffId))) throw notifyErrors.notFound()
    await renewWanted(tx, ctx)
    return ownView(ctx, tx)
  })
}

/** A browser names the push service itself: only public ones are called. */
function refuseAddress(ctx: Ctx, endpoint: string): void {
  const { protocol, hostname } = new URL(endpoint)
  if (ctx.privateHooks) return
  if (protocol !== 'https:' || isPrivateHost(hostname)) throw notifyErrors.endpointPrivate({}, 'endpoint')
}
