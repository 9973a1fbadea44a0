import { createHash, timingSafeEqual } from 'node:crypto'
import type { Keys } from '#platform/crypto/keys'

/** Wrong codes until the door asks for another proof. */
export const MOST_TRIES = 5

/**
 * The four digits on the customer's page, said to the rider at the door.
 * Shape: made anew from the order by a key that no table holds; nothing that could be read is stored.
 */
export function handOverCode(keys: Pick<Keys, 'tokenFor'>, orderId: string): string {
  const digest = createHash('sha256').update(keys.tokenFor('hand-over', orderId)).digest()
  return String(digest.readUInt32BE(0) % 10_000).padStart(4, '0')
}

export function isHandOverCode(keys: Pick<Keys, 'tokenFor'>, orderId: string, said: string): boolean {
  return timingSafeEqual(Buffer.from(handOverCode(keys, orderId)), Buffer.from(said.padEnd(4).slice(0, 4)))
}
