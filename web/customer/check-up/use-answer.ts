import { useState } from 'preact/hooks'
import { call } from '../sending/call.ts'
import type { Sending } from '../sending/sender.ts'
import { useSender } from '../sending/use-sender.ts'
import { apiPath, locale } from '../start.ts'
import { useChange } from '../ui/hooks.ts'

export type Answering = {
  sending: Sending<unknown>
  /** The server's reason for refusing. */
  said: string
  busy: boolean
  send: (body: unknown) => void
  cancel: () => void
}

/** The customer's answer, sent until it has arrived; sending it twice says it once. */
export function useAnswer(onDone: (body: unknown) => void): Answering {
  const [body, setBody] = useState<unknown>(null)
  const [said, setSaid] = useState('')
  const [sending, sender] = useSender<unknown>(() =>
    call(`${apiPath}/answer?locale=${locale}`, { method: 'PUT', body, locale }),
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
