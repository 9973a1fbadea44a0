import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Room, Step } from '#contracts/incidents'
import { ApiProblem } from '../../../app/api.ts'
import { useMe } from '../../../app/session.ts'
import { useProblem } from '../../../ui/use-problem.ts'
import { deeds, roomQuery, useDeed } from '../incident-queries.ts'
import styles from './undo.module.css'
import { useKeptTicks } from './use-kept-ticks.ts'

type Ask = (asked: { step: Step; way: 'done' | 'left_out' }) => void
export type StepTick = ReturnType<typeof useStepTick>
const UNDO_SEC = 6

/**
 * Ticks a step off: at once where nothing has to be proven, else by its dialog. The tick is drawn before the server has
 * answered, and can be taken back as long as its message stands. Without a network it waits on this machine.
 */
export function useStepTick(room: Room, ask: Ask) {
  const { t } = useTranslation('incidents')
  const client = useQueryClient()
  const { message } = App.useApp()
  const me = useMe()
  const deed = useDeed(room.id)
  const problem = useProblem()
  const { ticks, keep, drop } = useKeptTicks()
  const key = roomQuery(room.id).queryKey
  // An answer that was asked for before would draw the step as it was.
  const draw = async (step: Step, change: Partial<Step>) => {
    await client.cancelQueries({ queryKey: key, exact: true })
    client.setQueryData(key, (now) =>
      now
        ? {
            ...now,
            checklist: now.checklist.map((one) => (one.id === step.id ? { ...one, ...change } : one)),
          }
        : now,
    )
  }
  const failed = (error: unknown) => {
    void client.invalidateQueries({ queryKey: key })
    problem(error)
  }
  const waits = (step: Step) => ticks.some(({ stepId }) => stepId === step.id)
  const wait = (step: Step, state: 'done' | 'left_out', words: string) => {
    keep({ roomId: room.id, stepId: step.id, title: step.title, at: new Date().toISOString(), state, words })
    void message.info(t('step.keptHere', { title: step.title }))
  }
  const reopen = (step: Step) => {
    void draw(step, { state: 'open', doneAt: null, doneBy: '' })
    if (waits(step)) return drop(step.id)
    message.destroy(step.id)
    return void deed.mutateAsync(deeds.reopenStep(step.id)).catch(failed)
  }
  const finish = (step: Step) => {
    if (step.proof !== 'none') return ask({ step, way: 'done' })
    if (!navigator.onLine) return wait(step, 'done', '')
    void draw(step, { state: 'done', doneAt: new Date().toISOString(), doneBy: me.name })
    const undo = (
      <span>
        {t('step.didTick', { title: step.title })}
        <button type="button" className={styles.undo} onClick={() => reopen(step)}>
          {t('step.undo')}
        </button>
      </span>
    )
    // Awaited by itself: of several ticks under way, and after the page is left, each still has its end.
    return void deed.mutateAsync(deeds.finishStep(step.id, { state: 'done' })).then(
      () => void message.open({ key: step.id, type: 'success', content: undo, duration: UNDO_SEC }),
      (error) => (isOffline(error) ? wait(step, 'done', '') : failed(error)),
    )
  }
  return { finish, reopen, wait, waits, leaveOut: (step: Step) => ask({ step, way: 'left_out' }) }
}

export const isOffline = (error: unknown) => error instanceof ApiProblem && error.status === 0
