import type { ChatMessage, ChatPhoto } from '#contracts/channels/chat'
import type { Tx } from '#platform/db/database'
import { findAttachments } from '../attachment-data.ts'
import { openPayload, type Payload } from '../outbox/payload.ts'
import { saidIn } from './chat.ts'
import * as data from './chat-data.ts'
import type { Door } from './door.ts'
import type { Visitor } from './visitor.ts'

export type Answered = { id: string; state: string; at: Date; payload: Payload }
export type Gathered = { messages: ChatMessage[]; answered: Answered[]; contactLeft: boolean }

/** Whether a picture belongs to what this visitor said or was answered. */
export async function talkShows(tx: Tx, door: Door, visitor: Visitor, photoId: string): Promise<boolean> {
  const { messages } = await gather(tx, door, visitor)
  return messages.some(({ photos }) => photos.some(({ id }) => id === photoId))
}

/** The last hundred words of both sides, the oldest first. */
export async function gather(tx: Tx, { ctx, row }: Door, visitor: Visitor): Promise<Gathered> {
  const { brandId } = ctx.actor
  const said = (await data.saidBy(tx, ctx, row.id, visitor.id)).flatMap((one) => {
    const words = saidIn(JSON.parse(ctx.keys.open(brandId, one.payload_enc) || 'null'))
    return words ? [{ words, at: one.received_at }] : []
  })
  const answered = (await data.answeredTo(tx, ctx, row.id, visitor.id)).map((one) => ({
    id: one.id,
    state: one.state,
    at: one.sent_at ?? one.created_at,
    payload: openPayload(ctx, one.payload_enc),
  }))
  const photos = await photosOf(tx, [
    ...said.flatMap(({ words }) => words.photos),
    ...answered.flatMap(({ payload }) => payload.photos),
  ])
  const messages = [
    ...said
      .toReversed()
      .map(({ words, at }) =>
        viewOf(words.clientId, 'visitor', words.left ?? words.text, at, photos(words.photos)),
      ),
    ...answered.toReversed().map(({ id, at, payload }) => ({
      ...viewOf(id, 'brand', payload.text, at, photos(payload.photos)),
      link: payload.photos.length ? (payload.ticket?.progress ?? '') : '',
    })),
  ].sort((a, b) => a.at.localeCompare(b.at))
  return { messages: messages.slice(-100), answered, contactLeft: said.some(({ words }) => words.left) }
}

function viewOf(
  id: string,
  from: ChatMessage['from'],
  text: string,
  at: Date,
  photos: ChatPhoto[],
): ChatMessage {
  return { id, from, text, at: at.toISOString(), photos, link: '' }
}

/** Looks pictures up once; what is no picture, or is gone, is left out. */
async function photosOf(tx: Tx, ids: string[]): Promise<(of: readonly string[]) => ChatPhoto[]> {
  const rows = ids.length ? await findAttachments(tx, ids) : []
  const known = new Map(
    rows
      .filter(({ mime }) => mime.startsWith('image/'))
      .map(({ id, width, height }) => [id, { id, width, height }]),
  )
  return (of) => of.flatMap((id) => known.get(id) ?? [])
}
