import type { JSX, RefObject } from 'preact'
import type { TabletReceipt } from '#contracts/channels/tablet'
import { Follow } from '../tablet/Follow.tsx'
import { useQuiet } from '../tablet/use-quiet.ts'
import { Icon } from '../ui/icons.tsx'
import { useOnline } from '../ui/phone-state.ts'
import { fill } from '../words.ts'
import { useTold } from './kiosk-words.ts'

const SHOWN_MS = 30_000

type Props = {
  titleRef: RefObject<HTMLHeadingElement | null>
  receipt: TabletReceipt | null
  onEnd: () => void
}

/** The number, and the way to follow it on one's own phone; gone by itself after half a minute. */
export function Thanks({ titleRef, receipt, onEnd }: Props): JSX.Element {
  const { k, said } = useTold()
  const online = useOnline()
  const { leftSec, stay } = useQuiet(0, SHOWN_MS, onEnd)
  return (
    <main class="kiosk-thanks">
      <span class="seal">
        <Icon name="check" />
      </span>
      <h1 ref={titleRef} tabIndex={-1}>
        {said.thanks}
      </h1>
      {receipt ? (
        <Follow receipt={receipt} words={k.thanks} />
      ) : (
        <p class="kiosk-kept" role="status">
          {online ? k.thanks.sending : k.thanks.kept}
        </p>
      )}
      <button type="button" class="button button-main kiosk-big" onClick={onEnd}>
        {k.thanks.done}
      </button>
      <p class="kiosk-ways">
        <span role="timer">{fill(k.thanks.back, { n: leftSec ?? SHOWN_MS / 1000 })}</span>
        <button type="button" class="link" onClick={stay}>
          {k.thanks.stay}
        </button>
      </p>
    </main>
  )
}
