import { useRef, useState } from 'preact/hooks'
import { call } from '../sending/call.ts'
import type { KeptPhoto } from '../sending/photo-queue.ts'
import { createSender, type Sender, type Sending } from '../sending/sender.ts'
import { uuid } from '../sending/uuid.ts'
import { apiPath, locale, token } from '../start.ts'
import { useChange, useOnce, useSteady } from '../ui/hooks.ts'
import { useReturn } from '../ui/phone-state.ts'
import { loadOutbox, type Outgoing, saveOutbox } from './outbox.ts'

export type Outbox = {
  list: Outgoing[]
  /** How the first of the list is doing; the others wait their turn. */
  sending: Sending<unknown>
  post: (text: string, photos: KeptPhoto[]) => void
  retry: () => void
  discard: (messageId: string) => void
}

/** The customer's own messages on their way, one after the other, in the order they were written. */
export function useOutbox(onSent: (body: unknown) => void): Outbox {
  const storage = useOnce(tabStorage)
  const [list, setList] = useState<Outgoing[]>(() => loadOutbox(storage, token))
  const [sending, setSending] = useState<Sending<unknown>>({ state: 'idle' })
  const sender = useRef<Sender | null>(null)
  const sent = useSteady(onSent)
  const head = list[0]

  useChange([list], () => saveOutbox(storage, token, list))
  useChange([head?.messageId], () => {
    if (!head) return
    const mine = createSender(
      () =>
        call<unknown>(`${apiPath}/messages?locale=${locale}`, { method: 'POST', body: bodyOf(head), locale }),
      (now) => {
        setSending(now)
        if (now.state !== 'sent') return
        sent(now.body)
        setList((old) => old.filter((one) => one.messageId !== head.messageId))
      },
    )
    sender.current = mine
    mine.send()
    return mine.cancel
  })
  useReturn(() => sender.current?.poke())

  return {
    list,
    sending,
    post: (text, photos) =>
      setList((old) => [...old, { messageId: uuid(), text, photos, at: new Date().toISOString() }]),
    retry: () => sender.current?.send(),
    discard: (messageId) => setList((old) => old.filter((one) => one.messageId !== messageId)),
  }
}

function bodyOf({ messageId, text, photos }: Outgoing): {
  messageId: string
  text: string
  photos: string[]
} {
  return { messageId, text, photos: photos.map((photo) => photo.id) }
}

function tabStorage(): Storage | null {
  try {
    return window.sessionStorage
  } catch {
    return null
  }
}
