import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import type { TabletReceipt } from '#contracts/channels/tablet'
import { useInPerson } from '../in-person/words.ts'
import { Follow } from '../tablet/Follow.tsx'
import { useQuiet } from '../tablet/use-quiet.ts'
import { useChange } from '../ui/hooks.ts'
import { Icon } from '../ui/icons.tsx'
import { useOnline } from '../ui/phone-state.ts'
import { useReader } from '../ui/reader.ts'
import { fill } from '../words.ts'

const SHOWN_MS = 30_000

type Props = { receipt: TabletReceipt | null; onEnd: () => void }

/** Said at once, for the customer need not wait for the network; the number follows when it is there. */
export function Thanks({ receipt, onEnd }: Props): JSX.Element {
  const { w } = useReader()
  const x = useInPerson().salon
  const online = useOnline()
  const title = useRef<HTMLHeadingElement>(null)
  const { leftSec } = useQuiet(0, SHOWN_MS, onEnd)
  useChange([], () => title.current?.focus())
  return (
    <main class="salon-thanks">
      <span class="seal">
        <Icon name="check" />
      </span>
      <h1 ref={title} tabIndex={-1}>
        {x.thanks}
      </h1>
      <p class="lead" role="status">
        {receipt || online ? x.thanksText : x.thanksOffline}
      </p>
      {receipt && <Follow receipt={receipt} words={{ number: w.receipt.number, scan: x.scan }} />}
      <p class="quiet">{x.handBack}</p>
      <button type="button" class="button button-main" onClick={onEnd}>
        {x.done}
      </button>
      <p class="tiny" role="timer">
        {fill(x.backIn, { n: leftSec ?? SHOWN_MS / 1000 })}
      </p>
    </main>
  )
}
