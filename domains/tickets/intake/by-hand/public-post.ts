import { createHash } from 'node:crypto'
import type { PublicPost, Registered } from '#contracts/tickets/by-hand'
import { storedPayloads } from '#domains/channels'
import { type Ctx, staffOf } from '#platform/context'
import { acceptFeedback } from '../accept-feedback.ts'
import { ticketByNumber } from './authority-case-data.ts'
import { handChannel } from './hand-channel.ts'

/**
 * What a colleague has seen on a public platform (I1). The same address again is the same post.
 * Errors: those of handChannel and acceptFeedback.
 */
export async function registerPost(ctx: Ctx, input: PublicPost): Promise<Registered> {
  const staff = staffOf(ctx)
  const { site, author, shopId, content, photos } = input
  const url = plainAddress(input.url)
  const externalId = createHash('sha256').update(url).digest('hex')
  const { channelId, known } = await ctx.transaction(async (tx) => {
    const id = await handChannel(tx, ctx, 'public_post', shopId)
    return { channelId: id, known: (await storedPayloads(tx, ctx, id, [externalId])).has(externalId) }
  })
  const { number } = await acceptFeedback(ctx, {
    channelId,
    channelKind: 'public_post',
    externalId,
    shopId,
    place: site,
    locale: 'zh-CN',
    body: { content, photos },
    author: author || undefined,
    photoOwner: `staff:${staff.staffId}`,
    enteredBy: { id: staff.staffId, name: staff.name },
    facts: { about: { site, url: input.url, ...(author ? { author } : {}) } },
  })
  const { id } = await ctx.transaction((tx) => ticketByNumber(tx, number))
  return { ticketId: id, number, known, dueAt: null, provisional: false }
}

const CARRIED = /^(utm_|share|xsec_|source$|from$|spm$|xhsshare$|app_|appuid$|apptime$)/i

/** The address without what a sharing adds to it and without the part behind #: the same post, shared by two colleagues. */
export function plainAddress(text: string): string {
  const url = new URL(text)
  for (const key of [...url.searchParams.keys()]) if (CARRIED.test(key)) url.searchParams.delete(key)
  url.searchParams.sort()
  url.hash = ''
  return url.href
}
