import type { Tap } from '#contracts/orders/delivery'

type Bare<T> = T extends Tap ? Omit<T, 'id' | 'at'> : never
/** A tap as a dialog says it; its key and its time are given where it is kept. */
export type TapIt = (tap: Bare<Tap>) => void
