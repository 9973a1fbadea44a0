import type { JSX } from 'preact'
import type { TabletReceipt } from '#contracts/channels/tablet'
import { QrPicture } from './QrPicture.tsx'

type Props = { receipt: TabletReceipt; words: { number: string; scan: string } }

/** The number, and the way to follow it on one's own phone. */
export function Follow({ receipt, words }: Props): JSX.Element {
  return (
    <div class="tablet-follow">
      <QrPicture picture={receipt.picture} label={words.scan} />
      <p>
        <span class="quiet">{words.number}</span>
        <strong>{receipt.number}</strong>
        <span>{words.scan}</span>
      </p>
    </div>
  )
}
