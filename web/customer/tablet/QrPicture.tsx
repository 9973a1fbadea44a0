import type { JSX } from 'preact'
import type { TabletReceipt } from '#contracts/channels/tablet'

const QUIET = 4

type Props = { picture: TabletReceipt['picture']; label: string }

/** A code to scan, drawn by the server that made the link. */
export function QrPicture({ picture: { path, size }, label }: Props): JSX.Element {
  const side = size + 2 * QUIET
  return (
    <svg class="tablet-qr" viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`} role="img" aria-label={label}>
      <path d={path} />
    </svg>
  )
}
