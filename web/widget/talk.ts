import type { ChatMessage, ChatTalk } from '#contracts/channels/chat'
import type { Answer, Ask } from './call.ts'
import { newId, type openKept, type Unsent } from './kept.ts'
import type { PictureCalls } from './picture-call.ts'
import type { PictureStore } from './picture-store.ts'
import type { Shrunk } from './pictures.ts'

const QUICK_MS = 2000
const SLOW_MS = 30_000
/** So long after something has happened we ask often; then less and less. */
const QUICK_FOR_MS = 60_000
const CLOSED_MS = 60_000
const UNKNOWN_PICTURE = 422

export type TalkState = {
  messages: ChatMessage[]
  unsent: Unsent[]
  open: boolean
  opensAt: string | null
  ask: ChatTalk['ask']
  offline: boolean
  refused: boolean
  /** How far the picture of this message has come, 0 … 1. */
  share: { id: string; of1: number } | null
}
type Parts = {
  identity: string
  shown: () => boolean
  changed: (state: TalkState) => void
  pictures: PictureStore
  calls: PictureCalls
}
export type Talk = ReturnType<typeof startTalk>

/**
 * One visitor's talk: sends what was said, each once and in order, and asks for what was answered.
 * Shape: `shown` tells whether the visitor has the window open; a stranger who has said nothing costs no request.
 */
export function startTalk(
  ask: Ask,
  kept: ReturnType<typeof openKept>,
  { identity, changed, shown, pictures, calls }: Parts,
) {
  let state: TalkState = {
    messages: [],
    unsent: kept.now().unsent,
    open: true,
    opensAt: null,
    ask: '',
    offline: !navigator.onLine,
    refused: false,
    share: null,
  }
  let rev = ''
  let timer = 0
  let busy = false
  /** As long as the server asked us to wait. */
  let pauseMs = 0
  let lively = Date.now()
  let begun = !identity && kept.now().token !== ''

  const set = (change: Partial<TalkState>): void => {
    state = { ...state, ...change }
    changed(state)
  }
  const keepUnsent = (unsent: Unsent[]): void => {
    kept.save({ unsent })
    set({ unsent })
  }

  /** A token for this visitor; an identity that is refused makes him a stranger. */
  async function begin(): Promise<Answer<unknown>> {
    const asked = (body: object) => ask<{ token: string }>('POST', '/visitors', { body })
    let known = identity !== ''
    let answer = await asked(known ? { identity } : {})
    if (known && answer.kind === 'refused' && answer.status === 403) {
      known = false
      answer = await asked({})
    }
    if (answer.kind === 'ok') {
      kept.save({ token: answer.body.token, known })
      begun = true
    }
    return answer
  }

  async function withToken<T>(send: (token: string) => Promise<Answer<T>>): Promise<Answer<T>> {
    if (!begun) {
      const answer = await begin()
      if (answer.kind !== 'ok') return answer
    }
    const answer = await send(kept.now().token)
    if (answer.kind !== 'refused' || answer.status !== 403) return answer
    const again = await begin()
    return again.kind === 'ok' ? send(kept.now().token) : again
  }

  const change = (id: string, to: Partial<Unsent>): void =>
    keepUnsent(kept.now().unsent.map((one) => (one.id === id ? { ...one, ...to } : one)))
  const forget = (id: string): void => {
    keepUnsent(kept.now().unsent.filter((one) => one.id !== id))
    void pictures.remove(id)
  }

  /** The server's id of a message's picture; null when it is not there yet, and then why is on record. */
  async function uploaded({ id, picture }: Unsent): Promise<string | null> {
    if (picture?.sent) return picture.sent
    const blob = await pictures.get(id)
    if (!blob) {
      change(id, { failed: 'gone' })
      return null
    }
    const onShare = (of1: number) => set({ share: { id, of1 } })
    const answer = await withToken((token) => calls.upload(token, blob, onShare))
    set({ share: null })
    if (answer.kind !== 'ok') {
      refuse(id, answer)
      return null
    }
    change(id, { picture: { width: 4, height: 3, ...picture, sent: answer.body.id } })
    return answer.body.id
  }

  /** Not sent: for good, or to be tried again when the line or the server allows it. */
  function refuse(id: string, answer: Exclude<Answer<unknown>, { kind: 'ok' }>): void {
    const forGood = answer.kind === 'refused' && answer.status < 500 && answer.status !== 429
    if (forGood) change(id, { failed: true })
    else if (answer.kind === 'refused') pauseMs = Math.max(answer.afterS * 1000, QUICK_MS)
    if (!forGood) set({ offline: answer.kind === 'offline' })
  }

  /** The oldest first; the next one only when this one is stored. True when nothing waits any more. */
  async function flush(): Promise<boolean> {
    for (;;) {
      const next = kept.now().unsent.find((one) => !one.failed)
      if (!next) return true
      if (!(await sendOne(next)) && kept.now().unsent.some((one) => one.id === next.id && !one.failed))
        return false
    }
  }

  async function sendOne(next: Unsent): Promise<boolean> {
    const { id, text, at, picture } = next
    const photo = picture ? await uploaded(next) : ''
    if (photo === null) return false
    const body = { id, text, photos: photo ? [photo] : [] }
    const answer = await withToken((token) => ask('POST', '/messages', { token, body }))
    if (answer.kind === 'refused' && answer.status === UNKNOWN_PICTURE && picture?.sent) {
      // Uploaded long ago, or as somebody else: once more from the beginning.
      change(id, { picture: { width: picture.width, height: picture.height } })
      return true
    }
    if (answer.kind !== 'ok') {
      refuse(id, answer)
      return false
    }
    const photos = photo && picture ? [{ id: photo, width: picture.width, height: picture.height }] : []
    const said: ChatMessage = { id, text, from: 'visitor', at, photos, link: '' }
    set({ messages: [...state.messages.filter((one) => one.id !== id), said], offline: false })
    forget(id)
    rev = ''
    return true
  }

  async function fetchTalk(): Promise<void> {
    if (!kept.now().token && !identity) return
    const query = new URLSearchParams({
      ...(rev ? { rev } : {}),
      ...(kept.now().read ? { read: kept.now().read } : {}),
    })
    const answer = await withToken((token) => ask<ChatTalk>('GET', `/messages?${query}`, { token }))
    if (answer.kind === 'refused') pauseMs = answer.afterS * 1000
    if (answer.kind === 'refused' && answer.status === 404) return set({ refused: true })
    if (answer.kind !== 'ok') return set({ offline: answer.kind === 'offline' })
    const { messages, open, opensAt, ask: why } = answer.body
    if (messages) lively = Date.now()
    rev = answer.body.rev
    set({ messages: messages ?? state.messages, open, opensAt, ask: why, offline: false, refused: false })
  }

  async function round(): Promise<void> {
    if (busy) return
    busy = true
    clearTimeout(timer)
    try {
      if (await flush()) await fetchTalk()
    } finally {
      busy = false
      const idle = Math.max(0, Date.now() - lively - QUICK_FOR_MS)
      const usualMs = Math.min(QUICK_MS + idle / 10, SLOW_MS)
      const waitMs = Math.max(pauseMs, shown() && !document.hidden ? usualMs : CLOSED_MS)
      pauseMs = 0
      timer = window.setTimeout(() => void round(), waitMs)
    }
  }
  const wake = (): void => {
    lively = Date.now()
    void round()
  }
  window.addEventListener('online', wake)
  window.addEventListener('offline', () => set({ offline: true }))
  document.addEventListener('visibilitychange', () => document.hidden || wake())

  return {
    wake,
    say: (text: string): void => {
      keepUnsent([...kept.now().unsent, { id: newId(), text, at: new Date().toISOString() }])
      wake()
    },
    show: async ({ blob, width, height }: Shrunk): Promise<void> => {
      const id = newId()
      await pictures.put(id, blob)
      keepUnsent([
        ...kept.now().unsent,
        { id, text: '', at: new Date().toISOString(), picture: { width, height } },
      ])
      wake()
    },
    again: (id: string): void => {
      change(id, { failed: false })
      wake()
    },
    forget,
    /** A picture that is not sent yet from here, any other from the server. */
    picture: async (id: string, size: 'full' | 'thumb'): Promise<Blob | null> =>
      (await pictures.get(id)) ?? calls.fetch(kept.now().token, id, size),
    /** The visitor has this message of the brand before his eyes. */
    read: (id: string): void => {
      if (kept.now().read === id) return
      kept.save({ read: id })
      void round()
    },
    leave: async (contact: string): Promise<'ok' | 'wrong' | 'failed'> => {
      const body = { id: newId(), contact }
      const answer = await withToken((token) => ask('POST', '/contacts', { token, body }))
      if (answer.kind === 'ok') wake()
      return answer.kind === 'ok'
        ? 'ok'
        : answer.kind === 'refused' && answer.status === 400
          ? 'wrong'
          : 'failed'
    },
  }
}
