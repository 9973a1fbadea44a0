import QRCode from 'qrcode'
import type { Receipt } from '#contracts/channels'
import type { TabletReceipt } from '#contracts/channels/tablet'
import type { Ctx } from '#platform/context'

/** The receipt as a shop's tablet shows it: with the private page as a code for the customer's own phone. */
export function forTablet(ctx: Pick<Ctx, 'origin'>, receipt: Receipt): TabletReceipt {
  const { data, size } = QRCode.create(ctx.origin + receipt.progress, { errorCorrectionLevel: 'M' }).modules
  const rows = Array.from({ length: size }, (_, y) => rowOf(data.subarray(y * size, (y + 1) * size), y))
  return { ...receipt, picture: { size, path: rows.join('') } }
}

/** One bar for each run of dark squares. */
function rowOf(row: Uint8Array, y: number): string {
  return [
    ...Array.from(row, (dark) => (dark ? '1' : '0'))
      .join('')
      .matchAll(/1+/g),
  ]
    .map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`)
    .join('')
}
