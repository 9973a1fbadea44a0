import { createHash } from 'node:crypto'
import { sentence } from '#platform/locale'
import { ChannelFault } from '../connect/channel-fault.ts'
import type { HeardMessage, Media, Raw, Tools } from '../connect/connector.ts'

/** What a platform tells of one review. Who wrote it is not told, and nobody tries to find out. */
export type Review = {
  id: string
  text: string
  stars?: number | undefined
  at?: Date | undefined
  /** What the reviewer added later. */
  followUp: string
  followUpAt?: Date | undefined
  /** It has our answer already. */
  answered: boolean
  pictures: string[]
  /** Shown with it: praised and criticised dishes, scores of packing and delivery. Labels stand in for words that are missing. */
  labels: string[]
  about: Record<string, string>
}

type Kept = { sort: 'review'; part: 'review' | 'followUp'; shop: string; body: unknown }
export type ReviewRaw = Kept

/**
 * A review as messages to be stored: itself, and what was added later. The version is part of the id,
 * so what is unchanged is known already, and a changed text or score is one message more.
 */
export function rawsOf(shop: string, body: unknown, review: Review): Raw[] {
  const thread = review.id && `review:${review.id}`
  const raw = (part: Kept['part'], version: unknown[]): Raw => ({
    externalId: `${part}:${review.id}:${hash(review.id ? version : [body])}`,
    thread,
    payload: { sort: 'review', part, shop, body } satisfies Kept,
  })
  return [
    raw('review', [review.text, review.stars, review.labels]),
    ...(review.followUp ? [raw('followUp', [review.followUp])] : []),
  ]
}

/**
 * A stored review as a message of the conversation about it.
 * Errors: unreadable without an id, or with neither words nor stars: the platform has named its fields anew, and nothing is guessed.
 */
export function heardReview(
  tools: Pick<Tools<unknown>, 'http'>,
  kept: Kept,
  review: Review,
  shopCode: string | undefined,
): HeardMessage {
  const later = kept.part === 'followUp'
  if (!review.id || !(later ? review.followUp : wordsOf(review))) throw new ChannelFault('unreadable')
  return {
    sort: 'message',
    from: { address: `review:${review.id}` },
    text: later ? say('followUp', { text: review.followUp }) : wordsOf(review),
    stars: later ? undefined : review.stars,
    media: later ? [] : picturesOf(tools, review.pictures),
    shopCode,
    about: later ? {} : review.about,
    ...dated(later ? review.followUpAt : review.at),
    state: {
      quiet: true,
      what: 'review',
      shop: kept.shop,
      reviewId: review.id,
      ...(review.answered ? { answered: true } : {}),
    },
  }
}

/** Pictures of a platform, fetched from its picture servers; what is no longer there is counted by the core. */
export function picturesOf(tools: Pick<Tools<unknown>, 'http'>, addresses: readonly string[]): Media[] {
  return addresses
    .filter((url) => /^https?:\/\//.test(url))
    .map((url, n) => ({
      name: `${n + 1}.jpg`,
      mime: 'image/jpeg',
      fetch: async () => Buffer.from(await (await tools.http(url)).arrayBuffer()),
    }))
}

function wordsOf({ text, labels, stars }: Review): string {
  return text || labels.join('、') || (stars ? say('starsOnly', { stars }) : '')
}

export const say = (key: string, data: Record<string, unknown> = {}): string =>
  sentence('zh-CN', 'server', `platform.${key}`, data)

/** A time that may be missing or nonsense. */
export function dated(at: Date | undefined): { at?: Date } {
  return at && !Number.isNaN(at.getTime()) ? { at } : {}
}

function hash(values: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 16)
}
