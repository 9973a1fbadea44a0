import type { ChatMessage, ChatTalk } from '#contracts/channels/chat'
import type { Answer, Ask } from './call.ts'
import { newId, type openKept, type Unsent } from './kept.ts'

const QUICK_MS = 2000
const SLOW_MS = 30_000
/** So long after something has happened we ask often; then less and less. */
const QUICK_FOR_MS = 60_000
const CLOSED_MS = 60_000

export type TalkState = {
  messages: ChatMessage[]
  unsent: Unsent[]
  open: boolean
  opensAt: string | null
  ask: ChatTalk['ask']
  offline: boolean
  refused: boolean
}
export type Talk = ReturnType<typeof startTalk>

/**
 * One visitor's talk: sends what was said, each once and in order, and asks for what was answered.
 * Shape: `shown` tells whether the visitor has the window open; a stranger who has said nothing costs no request.
 */
export function startTalk(
  ask: Ask,
  kept: ReturnType<typeof openKept>,
  {
    identity,
    changed,
    shown,
  }: { identity: string; changed: (state: TalkState) => void; shown: () => boolean },
) {
  let state: TalkState = {
    messages: [],
    unsent: kept.now().unsent,
    open: true,
    opensAt: null,
    ask: '',
    offline: !navigator.onLine,
    refused: false,
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

  /** The oldest first; the next one only when this one is stored. True when all are. */
  async function flush(): Promise<boolean> {
    for (;;) {
      const next = kept.now().unsent.find((one) => !one.failed)
      if (!next) return true
      const body = { id: next.id, text: next.text }
      const answer = await withToken((token) => ask('POST', '/messages', { token, body }))
      const others = (): Unsent[] => kept.now().unsent.filter((one) => one.id !== next.id)
      if (answer.kind === 'ok') {
        const said: ChatMessage = { ...body, from: 'visitor', at: next.at, photos: 0, link: '' }
        set({ messages: [...state.messages.filter((one) => one.id !== next.id), said], offline: false })
        keepUnsent(others())
        rev = ''
      } else if (answer.kind === 'refused' && answer.status < 500 && answer.status !== 429) {
        keepUnsent(kept.now().unsent.map((one) => (one.id === next.id ? { ...one, failed: true } : one)))
      } else {
        if (answer.kind === 'refused') pauseMs = answer.afterS * 1000
        set({ offline: answer.kind === 'offline' })
        return false
      }
    }
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
    again: (id: string): void => {
      keepUnsent(kept.now().unsent.map((one) => (one.id === id ? { ...one, failed: false } : one)))
      wake()
    },
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
