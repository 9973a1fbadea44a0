import { onlineManager, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import { ApiProblem } from '../../../app/api.ts'
import { useMe } from '../../../app/session.ts'
import { deeds, roomQuery } from '../incident-queries.ts'
import { type KeptTick, keptTicks, withoutTick, withTick } from './kept-ticks.ts'

const AGAIN_MS = 10_000
/** The server could not be reached, is busy, or does not know who asks: it may go better later. */
const LATER = [0, 401, 408, 425, 429]

/** What this person has ticked off on this machine and the server does not have yet. */
export function useKeptTicks() {
  const { staffId } = useMe()
  return {
    ticks: keptTicks.useList(staffId),
    keep: (tick: KeptTick) => keptTicks.change(staffId, (kept) => withTick(kept, tick)),
    drop: (stepId: string) => keptTicks.change(staffId, (kept) => withoutTick(kept, stepId)),
  }
}

/** The room with what was ticked here and is on its way, so that nothing jumps back. */
export function withTicks(room: Room, ticks: readonly KeptTick[], by: string): Room {
  const mine = new Map(ticks.filter(({ roomId }) => roomId === room.id).map((tick) => [tick.stepId, tick]))
  if (mine.size === 0) return room
  const checklist = room.checklist.map((step) => {
    const tick = mine.get(step.id)
    if (!tick || step.state !== 'open') return step
    return { ...step, state: tick.state, doneAt: tick.at, doneBy: by, note: tick.words }
  })
  return { ...room, checklist }
}

/** Sends what waits, in its order, as soon as there is a network: on every page, and once if there are several tabs. */
export function useSendTicks(): void {
  const { t } = useTranslation('incidents')
  const { staffId } = useMe()
  const client = useQueryClient()
  const { message } = App.useApp()
  const { ticks, drop } = useKeptTicks()
  const waiting = ticks.length > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rest does not change while something waits
  useEffect(() => {
    if (!waiting) return
    const run = async () => {
      for (const tick of keptTicks.read(staffId)) {
        const { state, words, at: doneAt } = tick
        try {
          const room = await deeds.finishStep(tick.stepId, { state, words, doneAt })(tick.roomId)
          client.setQueryData(roomQuery(tick.roomId).queryKey, room as Room)
          void message.success(t('step.keptSent', { title: tick.title }))
        } catch (error) {
          const problem = error instanceof ApiProblem ? error : null
          if (!problem || LATER.includes(problem.status) || problem.status >= 500) return
          void message.warning(t('step.keptRefused', { title: tick.title, why: problem.message }), 8)
        }
        drop(tick.stepId)
        void client.invalidateQueries({ queryKey: ['incidents'] })
      }
    }
    const lock = () =>
      navigator.locks.request(`huiyin.room.${staffId}`, { ifAvailable: true }, (got) =>
        got ? run() : undefined,
      )
    const send = () => void (navigator.onLine ? (navigator.locks ? lock() : run()) : undefined)
    send()
    const stop = onlineManager.subscribe(send)
    const timer = setInterval(send, AGAIN_MS)
    return () => {
      stop()
      clearInterval(timer)
    }
  }, [waiting, staffId])
}
