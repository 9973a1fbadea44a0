import { make, withLinks } from './dom.ts'
import type { TalkState } from './talk.ts'
import { fill, type Words } from './words.ts'

type Say = { words: Words; locale: string; greeting: string; again: (id: string) => void }

/** The lines of the talk; those that are there stay as they are, so that a screen reader tells only what is new. */
export function drawLog(list: HTMLOListElement, state: TalkState, say: Say): void {
  const lines = linesOf(state, say)
  const known = new Map([...list.children].map((line) => [(line as HTMLElement).dataset.key, line]))
  const wanted = lines.map(({ key, build }) => {
    const there = known.get(key)
    if (there) return there
    const line = build()
    line.dataset.key = key
    return line
  })
  if (wanted.length === list.children.length && wanted.every((line, n) => line === list.children[n])) return
  for (const line of [...list.children]) if (!wanted.includes(line)) line.remove()
  wanted.forEach((line, n) => {
    if (list.children[n] !== line) list.insertBefore(line, list.children[n] ?? null)
  })
  const log = list.parentElement
  if (log) log.scrollTop = log.scrollHeight
}

function linesOf(state: TalkState, { words, locale, greeting, again }: Say) {
  const clock = (at: string) =>
    new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(new Date(at))
  const line = (who: 'visitor' | 'brand', text: string, meta: (Node | string)[]) =>
    make(
      'li',
      { class: who },
      make('span', { class: 'name' }, `${who === 'visitor' ? words.you : words.them}: `),
      make('span', { class: 'words' }, ...withLinks(text)),
      make('div', { class: 'meta' }, ...meta),
    )
  return [
    { key: `greeting ${greeting}`, build: () => line('brand', greeting, []) },
    ...state.messages.map(({ id, from, text, at, photos, link }) => ({
      key: id,
      build: () => {
        const seen = link
          ? [
              make('a', { href: link, target: '_blank', rel: 'noopener' }, fill(words.photos, { n: photos })),
              ' · ',
            ]
          : []
        return line(from, text, [...seen, from === 'visitor' ? `${clock(at)} · ${words.sent}` : clock(at)])
      },
    })),
    ...state.unsent
      .filter((one) => !state.messages.some((said) => said.id === one.id))
      .map(({ id, text, failed }) => ({
        key: `${id} ${failed ? 'failed' : state.offline ? 'waiting' : 'sending'}`,
        build: () =>
          line(
            'visitor',
            text,
            failed ? failedMeta(words, () => again(id)) : [state.offline ? words.waiting : words.sending],
          ),
      })),
  ]
}

function failedMeta(words: Words, again: () => void): (Node | string)[] {
  const button = make('button', { type: 'button', class: 'again' }, words.again)
  button.addEventListener('click', again)
  return [make('span', { class: 'bad' }, words.failed), button]
}
