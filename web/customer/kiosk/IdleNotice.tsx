import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { useChange } from '../ui/hooks.ts'
import { useTold } from './kiosk-words.ts'

type Props = { leftSec: number; onStay: () => void; onLeave: () => void }

/** Asks whether somebody is still there before everything is cleared. */
export function IdleNotice({ leftSec, onStay, onLeave }: Props): JSX.Element {
  const { k } = useTold()
  const stay = useRef<HTMLButtonElement>(null)
  useChange([], () => stay.current?.focus())
  return (
    <div class="kiosk-veil">
      <section class="kiosk-sheet" role="alertdialog" aria-modal="true" aria-labelledby="kiosk-idle">
        <h2 id="kiosk-idle">{k.idle.title}</h2>
        <p class="kiosk-left" role="timer">
          {leftSec}
        </p>
        <p>{k.idle.text}</p>
        <button ref={stay} type="button" class="button button-main kiosk-big" onClick={onStay}>
          {k.idle.stay}
        </button>
        <button type="button" class="link" onClick={onLeave}>
          {k.leave}
        </button>
      </section>
    </div>
  )
}
