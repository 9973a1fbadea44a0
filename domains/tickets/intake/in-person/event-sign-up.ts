import type { Confirmation, SignUp } from '#contracts/loyalty/events'
import { type EventVoice, signUp } from '#domains/loyalty'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { openWithin } from '../open-within.ts'

/** Signs somebody up; what they wrote becomes a ticket in the same transaction. Errors: those of loyalty's signUp. */
export function acceptSignUp(ctx: Ctx, slug: string, input: SignUp): Promise<Confirmation> {
  return signUp(ctx, slug, input, openVoice)
}

function openVoice(tx: Tx, ctx: Ctx, voice: EventVoice): Promise<string> {
  return openWithin(tx, ctx, {
    channelId: voice.channelId,
    channelKind: 'event',
    externalId: voice.externalId,
    shopId: voice.shopId,
    place: voice.event,
    locale: voice.locale,
    body: { content: voice.content, contact: voice.contact, name: voice.name, photos: [] },
    photoOwner: '',
  })
}
