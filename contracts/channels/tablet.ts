import { z } from 'zod'
import { Receipt } from '../channels.ts'

/** What a customer gets on a tablet of the shop's: the way to the private page is a code for their own phone. */
export const TabletReceipt = Receipt.extend({
  /** Dark squares of a QR code as an SVG path, on a grid of `size` by `size` without its quiet margin. */
  picture: z.object({ size: z.int(), path: z.string() }),
})
export type TabletReceipt = z.infer<typeof TabletReceipt>
