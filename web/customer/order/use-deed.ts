import { useState } from 'preact/hooks'
import { call } from '../sending/call.ts'
import type { Sending } from '../sending/sender.ts'
import { useSender } from '../sending/use-sender.ts'
import { apiPath, locale } from '../start.ts'
import { useChange } from '../ui/hooks.ts'

const METHOD = { cancellation: 'PUT', review: 'PUT', aftercare: 'PUT', messages: 'POST' } as const

export type Deed = {
  sending: Sending<unknown>
  /** The server's reason for refusing. */
  said: string
  /** Sending or waiting for a network. */
  busy: boolean
  send: (body: unknown) => void
  cancel: () => void
}

/** One deed of the customer's, sent until it is answered; sending it twice does it once. */
export function useDeed(what: keyof typeof METHOD, onDone: (body: unknown) => void): Deed {
  const [body, setBody] = useState<unknown>(null)
  const [said, setSaid] = useState('')
  const [sending, sender] = useSender<unknown>(() =>
    call(`${apiPath}/${what}?locale=${locale}`, { method: METHOD[what], body, locale }),
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
    // Whatever stood against it, the page may be behind.
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
