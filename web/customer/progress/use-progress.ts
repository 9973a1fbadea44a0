import { useRef, useState } from 'preact/hooks'
import type { Progress } from '#contracts/tickets'
import type { Answer } from '../sending/call.ts'
import type { Sending } from '../sending/sender.ts'
import { fetchSubject, first } from '../start.ts'
import { useChange, useOnce, useSteady } from '../ui/hooks.ts'
import { useReturn } from '../ui/phone-state.ts'
import { createPoller, type Look } from './poller.ts'

export type Following = {
  progress: Progress | null
  /** When what is shown was true. */
  readAt: Date
  /** Why what is shown may be old. */
  stale: '' | 'offline' | 'down'
  /** For the first load: what stands in the way. */
  loading: Sending<Progress>
  look: () => void
  /** An action's answer is the newest state there is; anything else means looking again. */
  take: (body: unknown) => void
}

/** The progress as it is now, followed for as long as the page is open. */
export function useProgress(): Following {
  const [progress, setProgress] = useState<Progress | null>(null)
  const [readAt, setReadAt] = useState(new Date())
  const [loading, setLoading] = useState<Sending<Progress>>({ state: 'sending' })
  const begun = useRef(false)
  const shown = useRef('')

  const read = (body: Progress): void => {
    const text = JSON.stringify(body)
    // The same state again must not redraw the page under somebody's finger.
    if (text !== shown.current) setProgress(body)
    shown.current = text
    setReadAt(new Date())
    setLoading({ state: 'sent', body })
  }
  const ask = useSteady((): Promise<Answer<Progress>> => {
    if (begun.current) return fetchSubject<Progress>()
    begun.current = true
    return first as Promise<Answer<Progress>>
  })
  const onLook = useSteady(({ answer, retryAt }: Look<Progress>): void => {
    if (answer.kind === 'ok') read(answer.body)
    else setLoading(troubleOf(answer, retryAt))
  })
  const poller = useOnce(() => createPoller<Progress>(ask, onLook, () => document.hidden))
  useChange([], () => {
    poller.look()
    return poller.stop
  })
  useReturn(poller.look)

  const waiting = loading.state === 'waiting' ? loading.why : ''
  return {
    progress,
    readAt,
    stale: waiting === 'busy' ? '' : waiting,
    loading,
    look: poller.look,
    take: (body) => {
      if (isProgress(body)) read(body)
      poller.look()
    },
  }
}

function troubleOf(answer: Exclude<Answer<Progress>, { kind: 'ok' }>, retryAt: number): Sending<Progress> {
  if (answer.kind === 'offline') return { state: 'waiting', why: 'offline', retryAt }
  if (answer.status === 429) return { state: 'waiting', why: 'busy', retryAt }
  if (answer.status >= 500) return { state: 'waiting', why: 'down', retryAt }
  return { state: 'refused', status: answer.status, problem: answer.problem }
}

function isProgress(body: unknown): body is Progress {
  return typeof body === 'object' && body !== null && Array.isArray((body as Progress).steps)
}
