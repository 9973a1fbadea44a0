import type { SeriesKind } from '#contracts/insights'

/**
 * How one kind of series is watched.
 * Shape: `usual` is what is expected of one more series before anything is known of the brand, in voices a busy day; `alike` is the shape of the
 *        Gamma by which its series differ (0.5: a few are heard of ten times as often as most; 2: by four times or so); `least` is how many people
 *        must have said it before anybody is alarmed; `scan`: small counts are looked at voice by voice as well (scan.ts); `alive`: how many days a
 *        series counts as watched after its last voice.
 * Units: `share` is its part of all false alarms that are asked for, in hundredths; what may do harm has more of them, so that it is found sooner.
 */
export type KindRule = {
  usual: number
  alike: number
  least: number
  scan: boolean
  alive: number
  share: number
}

const LONG = 120
const FEW = { alike: 2, least: 3, scan: true }
const MANY = { alike: 0.5, least: 5, scan: false, alive: LONG }

/** The most particular first: in this order an alarm is named when several series tell of the same tickets. */
export const KINDS: Record<SeriesKind, KindRule> = {
  batch_category: { usual: 0.005, ...FEW, alive: 5, share: 14 },
  emergency_batch: { usual: 0.002, ...FEW, alive: 5, share: 6 },
  batch: { usual: 0.005, ...FEW, alive: 5, share: 12 },
  emergency_product: { usual: 0.002, ...FEW, alive: LONG, share: 9 },
  emergency_shop: { usual: 0.01, ...FEW, alive: LONG, share: 9 },
  product_category: { usual: 0.02, ...MANY, share: 6 },
  shop_category: { usual: 0.03, ...MANY, share: 8 },
  rider: { usual: 0.03, ...MANY, share: 10 },
  product: { usual: 0.05, ...MANY, share: 5 },
  shift: { usual: 0.1, ...MANY, share: 5 },
  shop: { usual: 0.3, ...MANY, share: 5 },
  category: { usual: 0.1, ...MANY, share: 5 },
  topic: { usual: 0.3, ...MANY, share: 3 },
  emergency: { usual: 0.1, ...MANY, share: 3 },
}
/** What a pair is made of, where both are watched by themselves and heard of by the same tickets. */
export const PARTS: Partial<Record<SeriesKind, readonly SeriesKind[]>> = {
  batch_category: ['category'],
  emergency_product: ['product'],
  emergency_shop: ['shop'],
  product_category: ['product', 'category'],
  shop_category: ['shop', 'category'],
  shift: ['shop'],
}
export const KIND_ORDER = Object.keys(KINDS) as SeriesKind[]
