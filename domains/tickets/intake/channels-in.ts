import type { z } from 'zod'
import type { ApiFeedback, CounterFeedback, PublicFeedback, Receipt } from '#contracts/channels'
import { channelOfKind, customerContext, openCode, slipOf } from '#domains/channels'
import { loadRoster } from '#domains/people'
import { type Ctx, staffOf } from '#platform/context'
import { covers, scopeOf } from '#platform/permissions'
import { ticketErrors } from '../errors.ts'
import { acceptFeedback } from './accept-feedback.ts'
import type { Incoming } from './decide-opening.ts'
import { earlierOfSlip } from './slip-data.ts'

/** A customer's form: every required field must be there. Errors: channels.codeUnknown/codeOff, tickets.fieldRequired with the field. */
export async function acceptPublicForm(
  ctx: Ctx,
  slug: string,
  input: z.infer<typeof PublicFeedback>,
): Promise<Receipt> {
  const code = await openCode(ctx, slug)
  const customer = customerContext(ctx, code.brandId, input.locale, ctx.requestId)
  const { submissionId, locale, shopCode, slip: link, ...fields } = input
  const slip = await slipOf(ctx, code, link)
  const earlier = slip ? await customer.transaction((tx) => earlierOfSlip(tx, code.shopId, slip.number)) : []
  const body = slip
    ? { ...fields, orderNumber: slip.number, purchasedAt: slip.at ?? fields.purchasedAt }
    : fields
  const incoming: Incoming = {
    channelId: code.channelId,
    channelKind: code.kind,
    externalId: submissionId,
    shopId: code.shopId,
    shopCode: code.shopId ? undefined : shopCode,
    place: code.place === 'table' ? code.label : '',
    locale,
    body,
    photoOwner: `code:${code.codeId}`,
    slip: slip ? { proven: slip.proven, amountMinor: slip.amountMinor, earlier } : undefined,
  }
  const receipt = await acceptFeedback(customer, incoming)
  // A form sent once more finds its own ticket here.
  const others = earlier.filter((number) => number !== receipt.number)
  return slip?.proven && others.length > 0 ? { ...receipt, sameSlip: true } : receipt
}

/** Counter entry: whatever was said is saved; what is missing is flagged (I2). Errors: tickets.shopUnknown outside the person's shops. */
export async function acceptCounterEntry(ctx: Ctx, input: z.infer<typeof CounterFeedback>): Promise<Receipt> {
  const { submissionId, shopId, ...body } = input
  const staff = staffOf(ctx)
  if (!covers(scopeOf(staff, 'tickets.enter'), { shopId })) throw ticketErrors.shopUnknown({}, 'shopId')
  if (!body.content && !body.photos.length && !body.category) throw ticketErrors.nothingSaid({}, 'content')
  const channel = await ctx.transaction(async (tx) => {
    const roster = await loadRoster(tx, ctx.now())
    if (!roster.shops.some((s) => s.id === shopId)) throw ticketErrors.shopUnknown({}, 'shopId')
    return channelOfKind(tx, 'counter')
  })
  if (!channel?.on) throw ticketErrors.channelOff()
  return acceptFeedback(ctx, {
    channelId: channel.id,
    channelKind: 'counter',
    externalId: submissionId,
    shopId,
    place: '',
    locale: 'zh-CN',
    body,
    photoOwner: `staff:${staff.staffId}`,
    enteredBy: { id: staff.staffId, name: staff.name },
  })
}

/** Public API: the Idempotency-Key is the message's id within the key. Photos are its own uploads. Errors: tickets.idempotencyKey, tickets.shopUnknown, tickets.fieldRequired, channels.photoUnknown. */
export async function acceptFromApi(
  ctx: Ctx,
  input: z.infer<typeof ApiFeedback>,
  idempotencyKey: unknown,
): Promise<Receipt> {
  if (ctx.actor.kind !== 'api_key') throw new Error('the public API is called with a key')
  if (typeof idempotencyKey !== 'string' || !/^[\x21-\x7e]{8,100}$/.test(idempotencyKey))
    throw ticketErrors.idempotencyKey({}, 'Idempotency-Key')
  const { shopCode, stars, source, locale, ...fields } = input
  const incoming: Incoming = {
    channelId: ctx.actor.channelId,
    channelKind: 'api',
    externalId: `${ctx.actor.keyId}:${idempotencyKey}`,
    shopId: null,
    shopCode,
    place: source ?? '',
    locale,
    stars,
    body: fields,
    photoOwner: `key:${ctx.actor.keyId}`,
  }
  if (!fields.content && !fields.photos.length && stars === undefined)
    throw ticketErrors.fieldRequired({ field: 'content' }, 'content')
  return acceptFeedback(ctx, incoming)
}
