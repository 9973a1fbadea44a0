import { make, withLinks } from './dom.ts'
import type { Unsent } from './kept.ts'
import { type Look, pictureButton } from './picture-view.ts'
import type { TalkState } from './talk.ts'
import type { Words } from './words.ts'

type Say = {
  words: Words
  locale: string
  greeting: string
  again: (id: string) => void
  forget: (id: string) => void
  look: Look
}
type Line = {
  key: string
  build: () => HTMLElement
  mark: string
  meta: () => (Node | string)[]
  share?: number
}

/** The lines of the talk; those that are there stay as they are, so that a screen reader tells only what is new. */
export function drawLog(list: HTMLOListElement, state: TalkState, say: Say): void {
  const lines = linesOf(state, say)
  const known = new Map([...list.children].map((line) => [(line as HTMLElement).dataset.key, line]))
  const wanted = lines.map((line) => {
    const element = (known.get(line.key) as HTMLElement | undefined) ?? line.build()
    element.dataset.key = line.key
    drawMeta(element, line)
    return element
  })
  if (wanted.length === list.children.length && wanted.every((line, n) => line === list.children[n])) return
  for (const line of [...list.children]) if (!wanted.includes(line as HTMLElement)) line.remove()
  wanted.forEach((line, n) => {
    if (list.children[n] !== line) list.insertBefore(line, list.children[n] ?? null)
  })
  const log = list.parentElement
  if (log) log.scrollTop = log.scrollHeight
}

function drawMeta(element: HTMLElement, { mark, meta, share }: Line): void {
  const place = element.lastElementChild as HTMLElement
  if (place.dataset.mark !== mark) {
    place.dataset.mark = mark
    place.replaceChildren(...meta())
  }
  const bar = place.querySelector('progress')
  if (bar && share !== undefined) bar.value = share
}

function linesOf(state: TalkState, say: Say): Line[] {
  const { words, locale, greeting } = say
  const clock = (at: string) =>
    new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(new Date(at))
  const line = (who: 'visitor' | 'brand', text: string, pictures: Node[] = []) =>
    make(
      'li',
      { class: who },
      make('span', { class: 'name' }, `${who === 'visitor' ? words.you : words.them}: `),
      ...pictures,
      ...(text ? [make('span', { class: 'words' }, ...withLinks(text))] : []),
      make('div', { class: 'meta' }),
    )
  return [
    { key: `greeting ${greeting}`, build: () => line('brand', greeting), mark: '', meta: () => [] },
    ...state.messages.map(({ id, from, text, at, photos, link }) => ({
      key: id,
      build: () =>
        line(
          from,
          text,
          photos.map((photo) => pictureButton(photo, link, say)),
        ),
      mark: 'said',
      meta: () => [from === 'visitor' ? `${clock(at)} · ${words.sent}` : clock(at)],
    })),
    ...state.unsent
      .filter((one) => !state.messages.some((said) => said.id === one.id))
      .map((one) => {
        const share = state.share?.id === one.id ? state.share.of1 : undefined
        const mark = one.failed ? `failed ${one.failed}` : state.offline ? 'waiting' : 'sending'
        return {
          key: one.id,
          build: () =>
            line(
              'visitor',
              one.text,
              one.picture ? [pictureButton({ ...one.picture, id: one.id }, '', say)] : [],
            ),
          mark: share === undefined ? mark : 'share',
          ...(share === undefined ? {} : { share }),
          meta: () => unsentMeta(one, share, state.offline, say),
        }
      }),
  ]
}

function unsentMeta(
  one: Unsent,
  share: number | undefined,
  offline: boolean,
  { words, again, forget }: Say,
): (Node | string)[] {
  if (!one.failed) {
    const word = offline && share === undefined ? words.waiting : words.sending
    return share === undefined ? [word] : [make('progress', { max: '1', 'aria-label': words.sending }), word]
  }
  const button = (word: string, deed: (id: string) => void): HTMLElement => {
    const element = make('button', { type: 'button', class: 'again' }, word)
    element.addEventListener('click', () => deed(one.id))
    return element
  }
  const gone = one.failed === 'gone'
  return [
    make('span', { class: 'bad' }, gone ? words.pictureGone : words.failed),
    ...(gone ? [] : [button(words.again, again)]),
    ...(one.picture ? [button(words.remove, forget)] : []),
  ]
}
