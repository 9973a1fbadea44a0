import type { Ctx } from '#platform/context'
import type { Outgoing } from '../connect/connector.ts'

/** What of an outgoing message is stored, sealed, until it is sent. */
export type Payload = Pick<Outgoing, 'text' | 'purpose' | 'ticket'> & {
  photos: string[]
  deed?: Outgoing['deed']
}

export function sealPayload(ctx: Ctx, payload: Payload): Buffer {
  return ctx.keys.seal(ctx.actor.brandId, JSON.stringify(payload))!
}

export function openPayload(ctx: Ctx, sealed: Buffer | null): Payload {
  const text = ctx.keys.open(ctx.actor.brandId, sealed)
  return text ? (JSON.parse(text) as Payload) : { text: '', purpose: 'reply', ticket: null, photos: [] }
}
