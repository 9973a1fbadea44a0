import { v7 as uuidv7 } from 'uuid'
import type { Confirmation, EventQuestion, SignUp } from '#contracts/loyalty/events'
import { customerOfContact, identifyCustomers, maskName, sealContact } from '#domains/customers'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import { hashSecret } from '#platform/crypto/keys'
import type { Tx } from '#platform/db/database'
import { viewConfirmation } from './confirmation.ts'
import { loyaltyErrors } from './errors.ts'
import { countUp, type EventRow, lockEventInScope } from './event-data.ts'
import { giveReward } from './give-reward.ts'
import { phaseOf } from './phase.ts'
import { EVERYWHERE, eventDoor, loadOpen } from './public-event.ts'
import * as data from './sign-up-data.ts'

/** What somebody wrote beside signing up: a feedback like any other. */
export type EventVoice = {
  channelId: string
  externalId: string
  shopId: string | null
  locale: SignUp['locale']
  event: string
  content: string
  name: string
  contact: string
}
/** Opens its ticket in the same transaction; returns the ticket's id. */
export type HearVoice = (tx: Tx, ctx: Ctx, voice: EventVoice) => Promise<string>

/**
 * Signs somebody up (C3, L4): place, agreements, reward and ticket are committed together, or nothing is.
 * Shape:  the same submission again gets the same confirmation. The event's row is locked last and for a moment, so that the last
 *         place and the last reward go to one person.
 * Errors: loyalty.eventUnknown, eventNotOpen with the phase, eventFull, alreadySignedUp, consentMissing, consentChanged,
 *         shopRequired, answerRequired and answerUnknown with the number of the question.
 */
export async function signUp(
  outer: Ctx,
  slug: string,
  input: SignUp,
  hear: HearVoice,
): Promise<Confirmation> {
  const { ctx, id } = await eventDoor(outer, slug, input.locale)
  const phone = sealContact(ctx, input.phone)
  return ctx.transaction(async (tx) => {
    await data.lockNumber(tx, id, phone.index)
    const repeat = await data.findSubmission(tx, id, input.submissionId)
    if (repeat) return viewConfirmation(tx, ctx, repeat)
    const open = await loadOpen(tx, ctx, id)
    if (await data.isSignedUp(tx, id, phone.index)) throw loyaltyErrors.alreadySignedUp({}, 'phone')
    checkOpen(open.phase)
    checkConsent(input, open.consent.version, open.news?.version ?? 0)
    const answers = checkAnswers(input.answers, open.questions)
    const shopId = shopOf(input, open.shops)
    const signUpId = uuidv7()
    const ticketId = input.opinion
      ? await hear(tx, ctx, {
          channelId: open.row.channel_id,
          externalId: signUpId,
          shopId,
          locale: input.locale,
          event: (open.row.name as { 'zh-CN': string })['zh-CN'],
          content: input.opinion,
          name: input.name,
          contact: input.phone,
        })
      : null
    const customerId = await customerFor(tx, ctx, input, open.row)
    const event = await lockEventInScope(tx, EVERYWHERE, id)
    checkOpen(phaseOf(event!, open.on, ctx.now()))
    const given = await giveReward(tx, ctx, event!, { customerId, phoneIndex: phone.index })
    await countUp(tx, id, { taken: 1, spent: given.spent })
    const { brandId } = ctx.actor
    const row = await data.insertSignUp(tx, {
      brand_id: brandId,
      id: signUpId,
      event_id: id,
      submission_id: input.submissionId,
      token_hash: hashSecret(ctx.keys.tokenFor('sign-up', signUpId)),
      shop_id: shopId,
      locale: input.locale,
      name_enc: ctx.keys.seal(brandId, input.name),
      name_masked: maskName(input.name),
      phone_enc: phone.sealed,
      phone_index: phone.index,
      phone_masked: phone.masked,
      answers_enc: answers.length ? ctx.keys.seal(brandId, JSON.stringify(answers)) : null,
      customer_id: customerId,
      ticket_id: ticketId,
      reward_source: given.source,
      reward: given.reward,
      created_at: ctx.now(),
    })
    await data.addAgreements(
      tx,
      [
        { purpose: 'event', version: open.consent.version, given: true },
        ...(input.news && open.news ? [{ purpose: 'news', version: open.news.version, given: true }] : []),
      ].map((a) => ({
        ...a,
        brand_id: brandId,
        id: uuidv7(),
        sign_up_id: signUpId,
        event_id: id,
        via: 'page' as const,
        channel_id: open.row.channel_id,
        at: ctx.now(),
      })),
    )
    await audit(tx, ctx, {
      action: 'loyalty.signUp',
      subjectKind: 'event',
      subjectId: id,
      subject: (open.row.name as { 'zh-CN': string })['zh-CN'],
      data: { signUpId, reward: given.reward, news: input.news && open.news !== undefined },
    })
    return viewConfirmation(tx, ctx, row)
  })
}

function checkOpen(phase: ReturnType<typeof phaseOf>): void {
  if (phase === 'full') throw loyaltyErrors.eventFull()
  if (phase !== 'open') throw loyaltyErrors.eventNotOpen({ phase })
}

/** Nobody agrees to a wording that was not on the screen. */
function checkConsent(input: SignUp, version: number, newsVersion: number): void {
  if (!input.consent) throw loyaltyErrors.consentMissing({}, 'consent')
  if (input.consentVersion !== version) throw loyaltyErrors.consentChanged({}, 'consent')
  if (input.news && newsVersion > 0 && input.newsVersion !== newsVersion)
    throw loyaltyErrors.consentChanged({}, 'news')
}

/** Questions with the answers, in the words of the day, so that a later change of the event keeps them readable. */
function checkAnswers(answers: string[], questions: EventQuestion[]): { ask: string; answer: string }[] {
  return questions.flatMap(({ ask, required, options }, i) => {
    const answer = answers[i] ?? ''
    if (!answer && required) throw loyaltyErrors.answerRequired({ number: i + 1 }, 'answers')
    if (!answer) return []
    const chosen = options.length
      ? options.find((o) => Object.values(o).includes(answer) || o['zh-CN'] === answer)
      : undefined
    if (options.length && !chosen) throw loyaltyErrors.answerUnknown({ number: i + 1 }, 'answers')
    return [{ ask: ask['zh-CN'], answer: chosen?.['zh-CN'] ?? answer }]
  })
}

function shopOf(input: SignUp, shops: { id: string; code: string }[]): string | null {
  if (shops.length <= 1) return shops[0]?.id ?? null
  const chosen = shops.find((s) => s.code === input.shopCode)
  if (!chosen) throw loyaltyErrors.shopRequired({}, 'shopCode')
  return chosen.id
}

/** A file is made only where one is needed: for points, and for news. Whoever is known already is recognised. */
async function customerFor(tx: Tx, ctx: Ctx, input: SignUp, event: EventRow): Promise<string | null> {
  if (event.reward_kind !== 'points' && !input.news)
    return customerOfContact(tx, sealContact(ctx, input.phone))
  const [who] = await identifyCustomers(tx, ctx, [{ contact: input.phone, name: input.name }])
  return who?.customerId ?? null
}
