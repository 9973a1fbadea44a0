import type { KitchenTap } from '#contracts/orders/kitchen'
import { keptList } from '../../app/kept-list.ts'

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

/** The taps of one person on this machine, in the order in which they were made. */
export const keptTaps = keptList<KeptTap>('kitchen.taps')
