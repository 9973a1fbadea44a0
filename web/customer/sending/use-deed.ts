import { useState } from 'preact/hooks'
import { apiPath, locale } from '../start.ts'
import { useChange } from '../ui/hooks.ts'
import { call } from './call.ts'
import type { Sending } from './sender.ts'
import { useSender } from './use-sender.ts'

export type Deed = {
  sending: Sending<unknown>
  /** The server's reason for refusing. */
  said: string
  /** Sending or waiting for a network. */
  busy: boolean
  send: (body: unknown) => void
  cancel: () => void
}

/**
 * One deed of the customer's on the page's own address (`rating`, `cancellation`), sent until it is answered; sending it twice does it once.
 * Shape: `onDone` gets the server's answer, or null when it refused: whatever stood against it, the page may be behind.
 */
export function useDeed(what: string, onDone: (body: unknown) => void, method: 'PUT' | 'POST' = 'PUT'): Deed {
  const [body, setBody] = useState<unknown>(null)
  const [said, setSaid] = useState('')
  const [sending, sender] = useSender<unknown>(() =>
    call(`${apiPath}/${what}?locale=${locale}`, { method, body, locale }),
  )
  useChange([body], () => {
    if (body !== null) sender.send()
  })
  useChange([sending.state], () => {
    if (sending.state === 'sent') onDone(sending.body)
    if (sending.state !== 'refused') return
    setSaid(sending.problem?.detail ?? '')
    setBody(null)
    sender.cancel()
    onDone(null)
  })
  return {
    sending,
    said,
    busy: sending.state === 'sending' || sending.state === 'waiting' || sending.state === 'sent',
    send: (next) => {
      setSaid('')
      setBody(next)
    },
    cancel: () => {
      sender.cancel()
      setBody(null)
    },
  }
}
