import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { useChange } from '../ui/hooks.ts'

type Props = {
  words: { title: string; text: string; stay: string; leave: string }
  leftSec: number
  onStay: () => void
  onLeave: () => void
}

/** Asks whether somebody is still there before everything is cleared. */
export function IdleNotice({ words, leftSec, onStay, onLeave }: Props): JSX.Element {
  const stay = useRef<HTMLButtonElement>(null)
  useChange([], () => stay.current?.focus())
  return (
    <div class="tablet-veil">
      <section class="tablet-sheet" role="alertdialog" aria-modal="true" aria-labelledby="tablet-idle">
        <h2 id="tablet-idle">{words.title}</h2>
        <p class="tablet-left" role="timer">
          {leftSec}
        </p>
        <p>{words.text}</p>
        <button ref={stay} type="button" class="button button-main kiosk-big" onClick={onStay}>
          {words.stay}
        </button>
        <button type="button" class="link" onClick={onLeave}>
          {words.leave}
        </button>
      </section>
    </div>
  )
}
