import { setTimeout as wait } from 'node:timers/promises'
import type { Services } from '../context.ts'

const PATIENCE_MS = 500

/** `of`: whose it is, when nobody may have all hands. */
export type Piece = { key: string; of?: string; run: () => Promise<unknown> }
type Hand = { of: string | undefined; done: Promise<void> }

/**
 * Keeps up to so many pieces of work going beside each other, so that a slow one (a service that takes its ten seconds) holds up nobody.
 * Shape: `find` is asked for what is due, what is under way included; a round ends when everything is done or its patience (half a second)
 *        is over, and tells how much it had in hand. What a piece throws is logged: whatever is not done stays due.
 *        Of the pieces with the same `of`, at most `each` are under way together.
 */
export function sideBySide(name: string, most: number, { each = most, patienceMs = PATIENCE_MS } = {}) {
  const going = new WeakMap<Services['db'], Map<string, Hand>>()
  return async (services: Services, find: (most: number) => Promise<Piece[]>): Promise<number> => {
    const hands = going.get(services.db) ?? new Map<string, Hand>()
    going.set(services.db, hands)
    if (hands.size < most)
      for (const { key, of, run } of await find(most + hands.size)) {
        if (hands.size >= most) break
        if (hands.has(key) || (of !== undefined && countOf(hands, of) >= each)) continue
        const done = run()
          .catch((error: unknown) =>
            services.log.error({ err: error, work: name, key }, 'a piece of work failed'),
          )
          .then(() => void hands.delete(key))
        hands.set(key, { of, done })
      }
    const inHand = hands.size
    const all = Promise.all([...hands.values()].map(({ done }) => done))
    if (inHand) await Promise.race([all, wait(patienceMs, null, { ref: false })])
    return inHand
  }
}

function countOf(hands: ReadonlyMap<string, Hand>, of: string): number {
  let count = 0
  for (const hand of hands.values()) if (hand.of === of) count += 1
  return count
}
