import type { ChatFront } from '#contracts/channels/chat'
import { askerOf } from './call.ts'
import { bubbleIcon, make, pictureIcon } from './dom.ts'
import { openKept } from './kept.ts'
import { drawLog } from './log.ts'
import { pictureCalls } from './picture-call.ts'
import { openPictures } from './picture-store.ts'
import { pictureStage } from './picture-view.ts'
import { PICTURE_COUNT, shrink } from './pictures.ts'
import { dress } from './styles.ts'
import { startTalk, type TalkState } from './talk.ts'
import { fill, type Words } from './words.ts'

export type WidgetOptions = { origin: string; hook: string; identity: string; words: Words; locale: string }

/** The button at the corner and the window behind it. */
export function openWidget({ origin, hook, identity, words, locale }: WidgetOptions): void {
  const base = `${origin}/api/public/chat/${encodeURIComponent(hook)}`
  const ask = askerOf(base, locale)
  const kept = openKept(hook, identity !== '')
  const pictures = openPictures(hook)
  if (!kept.now().unsent.length) void pictures.clear()
  const parts = build(words, locale)
  const { all, launcher, dot, panel, title, status, list, leaving, asked, contact, wrong, form, input } =
    parts
  const { chooser, notice } = parts
  let front: ChatFront | null = null
  let refused = false
  let left = false
  let state: TalkState | null = null

  const shown = (): boolean => !panel.hidden
  const calls = pictureCalls(base, locale)
  const talk = startTalk(ask, kept, { identity, shown, changed: draw, pictures, calls })
  const { stage, open } = pictureStage(words, talk.picture)
  panel.append(stage)

  function draw(now: TalkState): void {
    state = now
    title.textContent = fill(words.title, { brand: front?.brand ?? '' })
    status.textContent = statusOf(now)
    const { again, forget } = talk
    const look = { fetch: talk.picture, open }
    drawLog(list, now, { words, locale, greeting: front?.greeting || words.greeting, again, forget, look })
    const newest = [...now.messages].reverse().find((one) => one.from === 'brand')
    if (newest && shown() && !document.hidden) talk.read(newest.id)
    dot.hidden = !newest || shown() || kept.now().read === newest.id
    leaving.hidden = !now.ask && !left
    asked.textContent = left ? words.left : now.ask === 'closed' ? words.askClosed : words.askLate
    for (const field of [contact, contact.nextElementSibling as HTMLElement]) field.hidden = left
  }

  function statusOf(now: TalkState): string {
    if (refused || now.refused) return words.refused
    if (now.offline) return words.offline
    if (!front && now.messages.length === 0) return ''
    if (now.open) return words.here
    const at = now.opensAt && new Date(now.opensAt)
    const when = { weekday: 'short', hour: '2-digit', minute: '2-digit' } as const
    return at ? fill(words.awayUntil, { time: new Intl.DateTimeFormat(locale, when).format(at) }) : words.away
  }

  async function greet(): Promise<void> {
    const answer = await ask<ChatFront>('GET', '')
    refused = answer.kind === 'refused' || (answer.kind === 'offline' && navigator.onLine)
    if (answer.kind === 'ok') front = answer.body
    if (state && front) state = { ...state, open: front.open, opensAt: front.opensAt }
    if (state) draw(state)
  }

  const show = (open: boolean): void => {
    panel.hidden = !open
    launcher.hidden = open
    all.classList.toggle('wide', open)
    launcher.setAttribute('aria-expanded', String(open))
    if (!open) {
      launcher.focus()
      return
    }
    if (!front) void greet()
    talk.wake()
    if (state) draw(state)
    input.focus()
  }

  const send = (): void => {
    const text = input.value.trim()
    if (text) talk.say(text)
    input.value = ''
  }

  const showPictures = async (files: readonly File[]): Promise<void> => {
    notice.textContent = files.length > PICTURE_COUNT ? fill(words.tooManyPictures, { n: PICTURE_COUNT }) : ''
    for (const file of files.slice(0, PICTURE_COUNT))
      await shrink(file).then(talk.show, () => {
        notice.textContent = words.badPicture
      })
  }

  launcher.addEventListener('click', () => show(true))
  parts.pick.addEventListener('click', () => chooser.click())
  chooser.addEventListener('change', () => {
    const files = [...(chooser.files ?? [])]
    chooser.value = ''
    void showPictures(files)
    input.focus()
  })
  panel.addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])]
    if (!files.length) return
    event.preventDefault()
    void showPictures(files)
  })
  parts.close.addEventListener('click', () => show(false))
  panel.addEventListener('keydown', (event) => {
    // The page's own shortcuts must not hear what is typed here.
    event.stopPropagation()
    if (event.key === 'Escape') show(false)
  })
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    send()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    send()
  })
  leaving.addEventListener('submit', (event) => {
    event.preventDefault()
    void talk.leave(contact.value.trim()).then((outcome) => {
      left = outcome === 'ok'
      wrong.textContent = left ? '' : outcome === 'wrong' ? words.badContact : words.failed
      contact.setAttribute('aria-invalid', String(!left))
      if (state) draw(state)
    })
  })
  draw({
    messages: [],
    unsent: kept.now().unsent,
    open: true,
    opensAt: null,
    ask: '',
    offline: false,
    refused: false,
    share: null,
  })
  if (kept.now().token) talk.wake()
}

function build(words: Words, locale: string) {
  const host = make('div', { lang: locale })
  const root = host.attachShadow({ mode: 'open' })
  dress(root)
  const dot = make('span', { class: 'dot', role: 'img', 'aria-label': words.newMessage, hidden: true })
  const launcher = make(
    'button',
    { type: 'button', class: 'open', 'aria-expanded': 'false' },
    bubbleIcon(),
    words.open,
    dot,
  )
  const title = make('h2', { id: 'title' })
  const status = make('p', { class: 'state', role: 'status' })
  const close = make('button', { type: 'button', class: 'close' }, words.close)
  const list = make('ol')
  const log = make('div', { class: 'log', role: 'log', 'aria-label': words.log, tabindex: '0' }, list)
  const asked = make('p')
  const contact = make('input', {
    'aria-label': words.contact,
    placeholder: words.contact,
    maxlength: '100',
    autocomplete: 'email',
    'aria-describedby': 'wrong',
  })
  const wrong = make('p', { class: 'bad', id: 'wrong', role: 'alert' })
  const leave = make('button', { class: 'send' }, words.leave)
  const leaving = make('form', { class: 'ask', hidden: true, novalidate: true }, asked, contact, leave, wrong)
  const input = make('textarea', {
    'aria-label': words.input,
    placeholder: words.input,
    rows: '1',
    maxlength: '2000',
  })
  const pick = make(
    'button',
    { type: 'button', class: 'pick', 'aria-label': words.pick, title: words.pick },
    pictureIcon(),
  )
  const chooser = make('input', {
    type: 'file',
    accept: 'image/*',
    multiple: true,
    hidden: true,
    'aria-hidden': 'true',
    tabindex: '-1',
  })
  const notice = make('p', { class: 'bad', role: 'alert' })
  const form = make('form', {}, pick, chooser, input, make('button', { class: 'send' }, words.send), notice)
  const panel = make(
    'section',
    { class: 'panel', role: 'dialog', 'aria-labelledby': 'title', hidden: true },
    make('header', {}, make('div', {}, title, status), close),
    ...[log, leaving, form],
  )
  const all = make('div', { class: 'all' }, panel, launcher)
  root.append(all)
  document.body.append(host)
  return {
    all,
    launcher,
    dot,
    panel,
    title,
    status,
    close,
    list,
    leaving,
    asked,
    contact,
    wrong,
    form,
    input,
    pick,
    chooser,
    notice,
  }
}
