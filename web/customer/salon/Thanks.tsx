import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { useInPerson } from '../in-person/words.ts'
import { useChange } from '../ui/hooks.ts'
import { Icon } from '../ui/icons.tsx'
import { useOnline } from '../ui/phone-state.ts'
import { useReader } from '../ui/reader.ts'

/** Said at once, for the customer need not wait for the network; the number follows when it is there. */
export function Thanks({ number, onDone }: { number: string; onDone: () => void }): JSX.Element {
  const { w } = useReader()
  const x = useInPerson().salon
  const online = useOnline()
  const title = useRef<HTMLHeadingElement>(null)
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
        {number || online ? x.thanksText : x.thanksOffline}
      </p>
      {number && (
        <p class="quiet">
          {w.receipt.number} {number}
        </p>
      )}
      <p class="quiet">{x.handBack}</p>
      <button type="button" class="button" onClick={onDone}>
        {x.done}
      </button>
    </main>
  )
}
