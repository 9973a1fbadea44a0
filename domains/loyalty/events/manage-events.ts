import { isDeepStrictEqual } from 'node:util'
import QRCode from 'qrcode'
import { v7 as uuidv7 } from 'uuid'
import type { EventReward, EventState, EventView, SaveEvent } from '#contracts/loyalty/events'
import { channelForImport, newSlug } from '#domains/channels'
import { findShops } from '#domains/people'
import { audit } from '#platform/audit/audit'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { covers, scopeOf } from '#platform/permissions'
import { loyaltyErrors } from './errors.ts'
import * as data from './event-data.ts'
import { viewEvents } from './event-view.ts'
import { mayBecome } from './phase.ts'

const MANAGE = 'loyalty.manageEvents'
const READ = 'loyalty.readEvents'

export function listEvents(ctx: Ctx): Promise<EventView[]> {
  return ctx.transaction(async (tx) =>
    viewEvents(tx, ctx, await data.listEvents(tx, scopeOf(ctx.actor, READ))),
  )
}

export function readEvent(ctx: Ctx, id: string): Promise<EventView> {
  return ctx.transaction(async (tx) => viewOne(tx, ctx, await eventInReach(tx, ctx, id, READ)))
}

/** A draft; the brand's channel for events is made with the first. Errors: loyalty.shopUnknown beyond the own reach, endsTooEarly. */
export function createEvent(ctx: Ctx, input: SaveEvent): Promise<EventView> {
  return ctx.transaction(async (tx) => {
    await checkShops(tx, ctx, input.shopIds)
    checkPeriod(input)
    const channel = await channelForImport(tx, ctx, 'event')
    const id = uuidv7()
    await data.insertEvent(tx, {
      brand_id: ctx.actor.brandId,
      id,
      slug: newSlug(),
      channel_id: channel.id,
      state: 'draft',
      created_by: staffOf(ctx).staffId,
      created_at: ctx.now(),
      ...columnsOf(input),
    })
    await keepWordings(tx, ctx, id, input)
    await record(tx, ctx, 'loyalty.createEvent', id, input)
    return viewOne(tx, ctx, await eventInReach(tx, ctx, id, MANAGE))
  })
}

/**
 * Errors: loyalty.notFound out of reach, shopUnknown, endsTooEarly; capacityTaken and budgetGiven below what is given already,
 * rewardFixed for another kind of reward once one was given.
 */
export function saveEvent(ctx: Ctx, id: string, input: SaveEvent): Promise<EventView> {
  return ctx.transaction(async (tx) => {
    const row = await data.lockEventInScope(tx, scopeOf(ctx.actor, MANAGE), id)
    if (!row) throw loyaltyErrors.notFound()
    await checkShops(tx, ctx, input.shopIds)
    checkPeriod(input)
    const columns = columnsOf(input)
    if (input.capacity !== null && input.capacity < row.taken)
      throw loyaltyErrors.capacityTaken({ taken: row.taken }, 'capacity')
    if (row.reward_spent > 0 && columns.reward_kind !== row.reward_kind)
      throw loyaltyErrors.rewardFixed({}, 'reward')
    if (columns.reward_budget < row.reward_spent) throw loyaltyErrors.budgetGiven({}, 'reward')
    await data.updateEvent(tx, id, columns)
    await keepWordings(tx, ctx, id, input)
    await record(tx, ctx, 'loyalty.saveEvent', id, input)
    return viewOne(tx, ctx, await eventInReach(tx, ctx, id, MANAGE))
  })
}

/** Errors: loyalty.notFound out of reach, moveRefused. */
export function setEventState(ctx: Ctx, id: string, state: EventState): Promise<EventView> {
  return ctx.transaction(async (tx) => {
    const row = await data.lockEventInScope(tx, scopeOf(ctx.actor, MANAGE), id)
    if (!row) throw loyaltyErrors.notFound()
    if (!mayBecome(row.state, state)) throw loyaltyErrors.moveRefused()
    await data.updateEvent(tx, id, { state })
    await audit(tx, ctx, {
      action: 'loyalty.setEventState',
      subjectKind: 'event',
      subjectId: id,
      subject: (row.name as { 'zh-CN': string })['zh-CN'],
      data: { from: row.state, to: state },
    })
    return viewOne(tx, ctx, await eventInReach(tx, ctx, id, MANAGE))
  })
}

/** The event's address as a picture: SVG, error correction Q so that a poster in the rain still works. */
export function eventQr(ctx: Ctx, id: string): Promise<string> {
  return ctx.transaction(async (tx) => {
    const row = await eventInReach(tx, ctx, id, READ)
    return QRCode.toString(`${ctx.origin}/e/${row.slug}`, {
      type: 'svg',
      errorCorrectionLevel: 'Q',
      margin: 2,
      color: { dark: '#23211d', light: '#ffffff' },
    })
  })
}

/** Errors: loyalty.notFound, also out of reach. */
export async function eventInReach(tx: Tx, ctx: Ctx, id: string, action: string): Promise<data.EventRow> {
  const row = await data.findEventInScope(tx, scopeOf(ctx.actor, action), id)
  if (!row) throw loyaltyErrors.notFound()
  return row
}

async function viewOne(tx: Tx, ctx: Ctx, row: data.EventRow): Promise<EventView> {
  return (await viewEvents(tx, ctx, [row]))[0]!
}

/** An event of the whole brand needs a reach over all of it. */
async function checkShops(tx: Tx, ctx: Ctx, shopIds: string[]): Promise<void> {
  const scope = scopeOf(ctx.actor, MANAGE)
  const known = await findShops(tx, shopIds)
  const wrong = shopIds.some((shopId) => !known.has(shopId) || !covers(scope, { shopId }))
  if (wrong || (!shopIds.length && !covers(scope, { shopId: null })))
    throw loyaltyErrors.shopUnknown({}, 'shopIds')
}

function checkPeriod({ startsAt, endsAt }: SaveEvent): void {
  if (Date.parse(endsAt) <= Date.parse(startsAt)) throw loyaltyErrors.endsTooEarly({}, 'endsAt')
}

function columnsOf(input: SaveEvent) {
  return {
    name: JSON.stringify(input.name),
    description: input.description && JSON.stringify(input.description),
    shop_ids: [...new Set(input.shopIds)],
    starts_at: new Date(input.startsAt),
    ends_at: new Date(input.endsAt),
    capacity: input.capacity,
    questions: JSON.stringify(input.questions),
    opinion: input.opinion && JSON.stringify(input.opinion),
    ...rewardColumns(input.reward),
  }
}

function rewardColumns(reward: EventReward | null) {
  if (!reward) return { reward_kind: null, reward_amount: 0, reward_days: 0, reward_budget: 0 }
  return reward.kind === 'coupon'
    ? {
        reward_kind: 'coupon',
        reward_amount: reward.amountMinor,
        reward_days: reward.days,
        reward_budget: reward.budgetMinor,
      }
    : {
        reward_kind: 'points',
        reward_amount: reward.points,
        reward_days: 0,
        reward_budget: reward.budgetPoints,
      }
}

/** A wording that differs from the newest one becomes a version; `{}` stands for "asked no longer". */
async function keepWordings(tx: Tx, ctx: Ctx, eventId: string, input: SaveEvent): Promise<void> {
  const newest = await data.newestConsents(tx, [eventId])
  for (const [purpose, text] of [
    ['event', input.consent],
    ['news', input.news ?? {}],
  ] as const) {
    const known = newest.find((c) => c.purpose === purpose)
    if (known ? isDeepStrictEqual(known.text, text) : !Object.keys(text).length) continue
    await data.insertConsent(tx, {
      brand_id: ctx.actor.brandId,
      event_id: eventId,
      purpose,
      version: (known?.version ?? 0) + 1,
      text: JSON.stringify(text),
      created_at: ctx.now(),
    })
  }
}

function record(tx: Tx, ctx: Ctx, action: string, id: string, input: SaveEvent): Promise<void> {
  return audit(tx, ctx, {
    action,
    subjectKind: 'event',
    subjectId: id,
    subject: input.name['zh-CN'],
    data: {
      shops: input.shopIds,
      startsAt: input.startsAt,
      endsAt: input.endsAt,
      capacity: input.capacity,
      reward: input.reward,
    },
  })
}
