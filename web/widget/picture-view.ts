import { make } from './dom.ts'
import { paint } from './pictures.ts'
import { fill, type Words } from './words.ts'

const THUMB_PX = 360
const FULL_PX = 2000

/** `fetch` brings a picture; `open` shows it as large as the window. */
export type Look = {
  fetch: (id: string, size: 'full' | 'thumb') => Promise<Blob | null>
  open: (id: string, from: HTMLElement) => void
}
type Picture = { id: string; width: number; height: number }

/**
 * A picture of the talk. It is drawn into a canvas, because a page's policy may allow no image of ours.
 * Shape: `link` leads to the customer's own page, for browsers that cannot draw it.
 */
export function pictureButton(
  { id, width, height }: Picture,
  link: string,
  { words, look }: { words: Words; look: Look },
): HTMLElement {
  const canvas = make('canvas', { role: 'img', 'aria-hidden': 'true' })
  canvas.width = width
  canvas.height = height
  const lost = make('span', { class: 'lost', hidden: true }, words.pictureLost)
  const button = make('button', { type: 'button', class: 'pic', 'aria-label': words.picture }, canvas, lost)
  const load = async (): Promise<void> => {
    const blob = await look.fetch(id, 'thumb')
    const drawn = blob !== null && (await paint(canvas, blob, THUMB_PX))
    lost.hidden = drawn
    if (!drawn && blob && link) {
      const way = make('a', { href: link, target: '_blank', rel: 'noopener' }, fill(words.photos, { n: 1 }))
      button.replaceWith(way)
    }
  }
  button.addEventListener('click', () => (lost.hidden ? look.open(id, button) : void load()))
  void load()
  return button
}

/** The place over the talk in which one picture is seen whole; Escape, a click or its button closes it. */
export function pictureStage(words: Words, fetch: Look['fetch']) {
  const canvas = make('canvas', { role: 'img', 'aria-label': words.picture })
  const close = make('button', { type: 'button', class: 'close' }, words.closePicture)
  const stage = make(
    'div',
    { class: 'stage', role: 'dialog', 'aria-label': words.picture, hidden: true },
    close,
    canvas,
  )
  let from: HTMLElement | null = null
  const shut = (): void => {
    stage.hidden = true
    from?.focus()
  }
  stage.addEventListener('click', shut)
  stage.addEventListener('keydown', (event) => {
    if (event.key === 'Tab') event.preventDefault()
    if (event.key !== 'Escape') return
    event.stopPropagation()
    shut()
  })
  const open = (id: string, button: HTMLElement): void => {
    from = button
    canvas.width = canvas.height = 1
    stage.hidden = false
    close.focus()
    void fetch(id, 'full').then((blob) => blob && paint(canvas, blob, FULL_PX))
  }
  return { stage, open }
}
