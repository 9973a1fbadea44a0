import type { JSX } from 'preact'
import { Face } from '../ui/icons.tsx'
import { useTold } from './kiosk-words.ts'

/** What the tablet shows while nobody is there. The whole page may be tapped; the button is for those who look for one. */
export function Attract({ onBegin }: { onBegin: () => void }): JSX.Element {
  const { k, said } = useTold()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button inside does the same by keyboard
    <main class="kiosk-attract" onClick={onBegin}>
      <span class="kiosk-faces" aria-hidden="true">
        <Face mood="good" />
        <Face mood="fair" />
        <Face mood="bad" />
      </span>
      <h1>{said.title}</h1>
      <p>{said.subtitle}</p>
      <button type="button" class="button button-main kiosk-big">
        {k.start}
      </button>
      <p class="quiet">{k.startHint}</p>
    </main>
  )
}
