import type { SalonAnswers, SalonForm } from '#contracts/channels/salon'
import type { TabletReceipt } from '#contracts/channels/tablet'
import { customerContext, openSalon, salonAnswered } from '#domains/channels'
import type { Ctx } from '#platform/context'
import { ticketErrors } from '../../errors.ts'
import { acceptFeedback } from '../accept-feedback.ts'
import { forTablet } from '../tablet-receipt.ts'

/**
 * The three answers given face to face. Whatever was uncomfortable is a complaint, however good the face; the triage's words of
 * danger make it more (T2). A wish that was tapped is a suggestion unless the face is a bad one; a good face without either is praise.
 * Errors: channels.codeUnknown, codeOff, formUnknown; tickets.consentMissing for a number without its tick.
 */
export async function acceptSalonAnswers(
  outer: Ctx,
  slug: string,
  input: SalonAnswers,
): Promise<TabletReceipt> {
  const { brandId, shopId, channelId } = await openSalon(outer, slug)
  if (input.phone && !input.consent) throw ticketErrors.consentMissing({}, 'consent')
  const ctx = customerContext(outer, brandId, input.locale, outer.requestId)
  const { form, therapist } = await ctx.transaction((tx) =>
    salonAnswered(tx, ctx, { shopId, version: input.version, therapistId: input.therapistId }),
  )
  const { hurt, wishes, content } = saidWith(form, input)
  const receipt = await acceptFeedback(ctx, {
    channelId,
    channelKind: 'salon',
    externalId: input.submissionId,
    shopId,
    place: '',
    locale: input.locale,
    sureKind: kindOf(input, hurt.length > 0),
    body: { content, mood: input.mood, photos: [], contact: input.phone },
    photoOwner: '',
    facts: {
      about: {
        ...(therapist ? { therapist: therapist.name } : {}),
        ...(hurt.length ? { discomfort: hurt.join('、') } : {}),
        ...(wishes.length ? { wish: wishes.join('、') } : {}),
        ...(input.phone ? { agreed: form.consent['zh-CN'] } : {}),
      },
      salon: { version: input.version, therapistId: therapist?.id ?? null, none: input.none },
      ...(input.phone
        ? { consent: { version: input.version, at: ctx.now().toISOString(), via: 'salon' } }
        : {}),
      ...(input.writtenAt ? { saidAt: input.writtenAt } : {}),
    },
  })
  return forTablet(outer, receipt)
}

function kindOf({ mood, wishes }: SalonAnswers, hurt: boolean): 'complaint' | 'suggestion' | undefined {
  if (hurt) return 'complaint'
  return wishes.length && mood !== 'bad' ? 'suggestion' : undefined
}

/** Only what was chosen and written is read by the triage: the questions themselves speak of discomfort. */
function saidWith(form: SalonForm, input: SalonAnswers) {
  const chosen = (chips: { 'zh-CN': string }[], places: number[]) =>
    [...new Set(places)].flatMap((place) => chips[place]?.['zh-CN'] ?? [])
  const chips = input.none ? [] : chosen(form.discomfort.chips, input.discomforts)
  const hurt = [...chips, ...(input.discomfortWords ? [input.discomfortWords] : [])]
  const wishes = [...chosen(form.wish.chips, input.wishes), ...(input.wishWords ? [input.wishWords] : [])]
  return { hurt, wishes, content: [hurt.join('、'), wishes.join('、')].filter(Boolean).join('\n') }
}
