import type { KeptPhoto } from '../sending/photo-queue.ts'

/** A message the customer has sent and the server has not confirmed yet. */
export type Outgoing = { messageId: string; text: string; photos: KeptPhoto[]; at: string }

/**
 * Kept for the life of the tab only, so that a reload loses nothing and the next person at this screen finds nothing.
 * Shape: the private link must not be readable from the key, so the key carries a hash of it.
 */
export function outboxKey(token: string): string {
  let hash = 2166136261
  for (let at = 0; at < token.length; at += 1) hash = Math.imul(hash ^ token.charCodeAt(at), 16777619)
  return `huiyin.outbox.${(hash >>> 0).toString(36)}`
}

export function loadOutbox(storage: Storage | null, token: string): Outgoing[] {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(outboxKey(token)) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one?.messageId === 'string') : []
  } catch {
    return []
  }
}

export function saveOutbox(storage: Storage | null, token: string, outbox: Outgoing[]): void {
  try {
    if (outbox.length === 0) storage?.removeItem(outboxKey(token))
    else storage?.setItem(outboxKey(token), JSON.stringify(outbox))
  } catch {
    // No room or no storage: the message lives as long as the page.
  }
}
