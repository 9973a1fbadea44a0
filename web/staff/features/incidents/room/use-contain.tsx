import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { deeds, useDeed } from '../incident-queries.ts'

/** So many late steps are named before it is said that the emergency is under control. */
const NAMED = 3

/** Says that the emergency is under control; while steps are open it asks first, and names the late ones. */
export function useContain(room: Room) {
  const { t } = useTranslation('incidents')
  const { modal } = App.useApp()
  const deed = useDeed(room.id)
  const problem = useProblem()
  const done = useDone()
  const declare = () => deed.mutateAsync(deeds.contain()).then(() => done(t('room.contained')), problem)
  const contain = () => {
    const left = room.checklist.filter((step) => step.state === 'open')
    if (left.length === 0) return void declare()
    const late = left.filter(({ dueAt }) => dueAt && Date.parse(dueAt) < Date.now()).map((step) => step.title)
    void modal.confirm({
      title: t('room.containAsk'),
      content: (
        <>
          <p>{t('room.containLeft', { count: left.length })}</p>
          {late.length ? (
            <p>
              {t('room.containLate', {
                steps: late.slice(0, NAMED).join(t('common:list.and')),
                count: late.length,
              })}
            </p>
          ) : null}
          <p>{t('room.containHint')}</p>
        </>
      ),
      okText: t('room.contain'),
      cancelText: t('common:action.cancel'),
      onOk: declare,
    })
  }
  return { contain, containing: deed.isPending }
}
