import type { KitchenTap } from '#contracts/orders/kitchen'

/** A tap that the server does not know of yet, or whose effect the board does not show yet. */
export type KeptTap = {
  shopId: string
  tap: KitchenTap
  /** What is told when it comes to nothing. */
  number: string
  item: string
  /** For an undo: what it takes back. */
  undoes?: KitchenTap['kind']
}
/** What a machine keeps between openings: `localStorage` in a browser. */
export type TapStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const PREFIX = 'huiyin.kitchen.taps.'

/** The taps of one person on this machine, in the order in which they were made. Shape: what can't be read is nothing. */
export function readTaps(store: TapStore, staffId: string): KeptTap[] {
  try {
    const kept: unknown = JSON.parse(store.getItem(PREFIX + staffId) ?? '[]')
    return Array.isArray(kept) ? (kept as KeptTap[]) : []
  } catch {
    return []
  }
}

export function addTap(store: TapStore, staffId: string, kept: KeptTap): void {
  write(store, staffId, [...readTaps(store, staffId), kept])
}

/** Read anew each time: another tab of this machine keeps its taps in the same place. */
export function dropTaps(store: TapStore, staffId: string, keys: ReadonlySet<string>): void {
  write(
    store,
    staffId,
    readTaps(store, staffId).filter((kept) => !keys.has(kept.tap.key)),
  )
}

function write(store: TapStore, staffId: string, taps: readonly KeptTap[]): void {
  if (taps.length) store.setItem(PREFIX + staffId, JSON.stringify(taps))
  else store.removeItem(PREFIX + staffId)
}

export function isTapKey(key: string | null): boolean {
  return key?.startsWith(PREFIX) ?? false
}
