import { useRef, useState } from 'preact/hooks'
import type { Answer } from '../sending/call.ts'
import type { Sending } from '../sending/sender.ts'
import { fetchSubject, first } from '../start.ts'
import { useChange, useOnce, useSteady } from '../ui/hooks.ts'
import { useReturn } from '../ui/phone-state.ts'
import { createPoller, type Look } from './poller.ts'

export type Following<T> = {
  subject: T | null
  /** When what is shown was true. */
  readAt: Date
  /** Why what is shown may be old. */
  stale: '' | 'offline' | 'down'
  /** For the first load: what stands in the way. */
  loading: Sending<T>
  look: () => void
  /** An action's answer is the newest state there is; anything else means looking again. */
  take: (body: unknown) => void
}

/** What the page's link opens, as it is now, followed for as long as the page is open. */
export function useFollowing<T>(isSubject: (body: unknown) => body is T): Following<T> {
  const [subject, setSubject] = useState<T | null>(null)
  const [readAt, setReadAt] = useState(new Date())
  const [loading, setLoading] = useState<Sending<T>>({ state: 'sending' })
  const begun = useRef(false)
  const shown = useRef('')

  const read = (body: T): void => {
    const text = JSON.stringify(body)
    // The same state again must not redraw the page under somebody's finger.
    if (text !== shown.current) setSubject(() => body)
    shown.current = text
    setReadAt(new Date())
    setLoading({ state: 'sent', body })
  }
  const ask = useSteady((): Promise<Answer<T>> => {
    if (begun.current) return fetchSubject<T>()
    begun.current = true
    return first as Promise<Answer<T>>
  })
  const onLook = useSteady(({ answer, retryAt }: Look<T>): void => {
    if (answer.kind === 'ok') read(answer.body)
    else setLoading(troubleOf(answer, retryAt))
  })
  const poller = useOnce(() => createPoller<T>(ask, onLook, () => document.hidden))
  useChange([], () => {
    poller.look()
    return poller.stop
  })
  useReturn(poller.look)

  const waiting = loading.state === 'waiting' ? loading.why : ''
  return {
    subject,
    readAt,
    stale: waiting === 'busy' ? '' : waiting,
    loading,
    look: poller.look,
    take: (body) => {
      if (isSubject(body)) read(body)
      poller.look()
    },
  }
}

function troubleOf<T>(answer: Exclude<Answer<T>, { kind: 'ok' }>, retryAt: number): Sending<T> {
  if (answer.kind === 'offline') return { state: 'waiting', why: 'offline', retryAt }
  if (answer.status === 429) return { state: 'waiting', why: 'busy', retryAt }
  if (answer.status >= 500) return { state: 'waiting', why: 'down', retryAt }
  return { state: 'refused', status: answer.status, problem: answer.problem }
}
