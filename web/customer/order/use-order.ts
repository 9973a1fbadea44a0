import { useRef, useState } from 'preact/hooks'
import type { TrackedOrder } from '#contracts/orders/order-page'
import { createPoller, type Look } from '../progress/poller.ts'
import type { Answer } from '../sending/call.ts'
import type { Sending } from '../sending/sender.ts'
import { fetchSubject, first } from '../start.ts'
import { useChange, useOnce, useSteady } from '../ui/hooks.ts'
import { useReturn } from '../ui/phone-state.ts'

export type Following = {
  order: TrackedOrder | null
  /** When what is shown was true. */
  readAt: Date
  /** Why what is shown may be old. */
  stale: '' | 'offline' | 'down'
  /** For the first load: what stands in the way. */
  loading: Sending<TrackedOrder>
  look: () => void
  /** An action's answer is the newest state there is; anything else means looking again. */
  take: (body: unknown) => void
}

/** The order as it is now, followed for as long as the page is open. */
export function useOrder(): Following {
  const [order, setOrder] = useState<TrackedOrder | null>(null)
  const [readAt, setReadAt] = useState(new Date())
  const [loading, setLoading] = useState<Sending<TrackedOrder>>({ state: 'sending' })
  const begun = useRef(false)
  const shown = useRef('')

  const read = (body: TrackedOrder): void => {
    const text = JSON.stringify(body)
    // The same state again must not redraw the page under somebody's finger.
    if (text !== shown.current) setOrder(body)
    shown.current = text
    setReadAt(new Date())
    setLoading({ state: 'sent', body })
  }
  const ask = useSteady((): Promise<Answer<TrackedOrder>> => {
    if (begun.current) return fetchSubject<TrackedOrder>()
    begun.current = true
    return first as Promise<Answer<TrackedOrder>>
  })
  const onLook = useSteady(({ answer, retryAt }: Look<TrackedOrder>): void => {
    if (answer.kind === 'ok') read(answer.body)
    else setLoading(troubleOf(answer, retryAt))
  })
  const poller = useOnce(() => createPoller<TrackedOrder>(ask, onLook, () => document.hidden))
  useChange([], () => {
    poller.look()
    return poller.stop
  })
  useReturn(poller.look)

  const waiting = loading.state === 'waiting' ? loading.why : ''
  return {
    order,
    readAt,
    stale: waiting === 'busy' ? '' : waiting,
    loading,
    look: poller.look,
    take: (body) => {
      if (isOrder(body)) read(body)
      poller.look()
    },
  }
}

function troubleOf(
  answer: Exclude<Answer<TrackedOrder>, { kind: 'ok' }>,
  retryAt: number,
): Sending<TrackedOrder> {
  if (answer.kind === 'offline') return { state: 'waiting', why: 'offline', retryAt }
  if (answer.status === 429) return { state: 'waiting', why: 'busy', retryAt }
  if (answer.status >= 500) return { state: 'waiting', why: 'down', retryAt }
  return { state: 'refused', status: answer.status, problem: answer.problem }
}

function isOrder(body: unknown): body is TrackedOrder {
  return typeof body === 'object' && body !== null && Array.isArray((body as TrackedOrder).items)
}
