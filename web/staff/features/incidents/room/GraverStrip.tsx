import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { deeds, useBeside, useDeed } from '../incident-queries.ts'
import styles from './beside.module.css'

const ChangePlan = lazy(() => import('./ChangePlan.tsx').then((file) => ({ default: file.ChangePlan })))

/** What has come in since makes the matter graver: the degree or the plan that it calls for, one tap away for whoever decides. */
export function GraverStrip({ room }: { room: Room }) {
  const { t } = useTranslation('incidents')
  const { data } = useBeside(room)
  const deed = useDeed(room.id)
  const problem = useProblem()
  const done = useDone()
  const [changing, setChanging] = useState(false)
  const { grade, plan } = data ?? {}
  if (room.status === 'closed' || (!grade && !plan && !changing)) return null
  return (
    <div className={styles.strip} role="status">
      {plan ? (
        <p>
          <span>{t('beside.plan', { name: plan.name })}</span>
          {room.can.includes('change_plan') ? (
            <Button size="small" onClick={() => setChanging(true)}>
              {t('beside.planDo')}
            </Button>
          ) : null}
        </p>
      ) : null}
      {grade ? (
        <p>
          <span>{t('beside.grade', { name: grade.name })}</span>
          {room.can.includes('grade') ? (
            <Button
              size="small"
              loading={deed.isPending}
              onClick={() =>
                deed.mutate(deeds.save({ grade: grade.key }), {
                  onError: problem,
                  onSuccess: () => done(t('room.graded')),
                })
              }
            >
              {t('beside.gradeDo', { name: grade.name })}
            </Button>
          ) : null}
        </p>
      ) : null}
      {changing ? (
        <Suspense>
          <ChangePlan room={room} close={() => setChanging(false)} />
        </Suspense>
      ) : null}
    </div>
  )
}
