import { setTimeout as wait } from 'node:timers/promises'
import type { Services } from '../context.ts'

const PATIENCE_MS = 500

export type Piece = { key: string; run: () => Promise<unknown> }

/**
 * Keeps up to so many pieces of work going beside each other, so that a slow one (a service that takes its ten seconds) holds up nobody.
 * Shape: `find` is asked for what is due, what is under way included; a round ends when everything is done or its patience (half a second)
 *        is over, and tells how much it had in hand. What a piece throws is logged: whatever is not done stays due.
 */
export function sideBySide(name: string, most: number, patienceMs = PATIENCE_MS) {
  const going = new WeakMap<Services['db'], Map<string, Promise<void>>>()
  return async (services: Services, find: (most: number) => Promise<Piece[]>): Promise<number> => {
    const hands = going.get(services.db) ?? new Map<string, Promise<void>>()
    going.set(services.db, hands)
    if (hands.size < most)
      for (const { key, run } of await find(most + hands.size)) {
        if (hands.size >= most) break
        if (hands.has(key)) continue
        const work = run()
          .catch((error: unknown) =>
            services.log.error({ err: error, work: name, key }, 'a piece of work failed'),
          )
          .then(() => void hands.delete(key))
        hands.set(key, work)
      }
    const inHand = hands.size
    if (inHand) await Promise.race([Promise.all(hands.values()), wait(patienceMs, null, { ref: false })])
    return inHand
  }
}
