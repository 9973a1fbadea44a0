import { useRef, useState } from 'preact/hooks'
import type { SalonAnswersInput } from '#contracts/channels/salon'
import type { TabletReceipt } from '#contracts/channels/tablet'
import { phoneStorage } from '../form/form-draft.ts'
import { call } from '../sending/call.ts'
import { createSender, type Sender } from '../sending/sender.ts'
import { apiPath, locale, slug } from '../start.ts'
import { useChange, useOnce } from '../ui/hooks.ts'
import { useReturn } from '../ui/phone-state.ts'
import { loadQueue, nextOf, saveQueue, setAside, type Waiting, without } from './answer-queue.ts'

export type AnswerQueue = {
  waiting: number
  refused: number
  /** Of the newest one that arrived. */
  arrived: { submissionId: string; receipt: TabletReceipt } | null
  post: (body: SalonAnswersInput) => void
  retry: () => void
}

/** Everything that was answered on this tablet on its way, one after the other; the next customer need not wait for it. */
export function useAnswerQueue(): AnswerQueue {
  const storage = useOnce(phoneStorage)
  const [queue, setQueue] = useState<Waiting[]>(() => loadQueue(storage, slug))
  const [arrived, setArrived] = useState<AnswerQueue['arrived']>(null)
  const sender = useRef<Sender | null>(null)
  const head = nextOf(queue)
  const id = head?.body.submissionId

  useChange([queue], () => saveQueue(storage, slug, queue))
  useChange([id], () => {
    if (!head || !id) return
    const mine = createSender(
      () => call<TabletReceipt>(`${apiPath}/answers`, { method: 'POST', body: head.body, locale }),
      (now) => {
        if (now.state === 'refused') setQueue((old) => setAside(old, id))
        if (now.state !== 'sent') return
        setArrived({ submissionId: id, receipt: now.body })
        setQueue((old) => without(old, id))
      },
    )
    sender.current = mine
    mine.send()
    return mine.cancel
  })
  useReturn(() => sender.current?.poke())

  return {
    waiting: queue.filter((one) => !one.refused).length,
    refused: queue.filter((one) => one.refused).length,
    arrived,
    post: (body) => setQueue((old) => [...old, { body }]),
    retry: () => setQueue((old) => old.map(({ body }) => ({ body }))),
  }
}
