import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import type { RoomPart } from '../../../app/incident-search.ts'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { deeds, useBeside, useDeed } from '../incident-queries.ts'
import styles from './beside.module.css'

const ChangePlan = lazy(() => import('./ChangePlan.tsx').then((file) => ({ default: file.ChangePlan })))

/** What has come in since waits for a decision: a graver degree, another plan, tickets of another matter. One tap away for whoever decides. */
export function GraverStrip({ room, show }: { room: Room; show: (part: RoomPart) => void }) {
  const { t } = useTranslation('incidents')
  const { data } = useBeside(room)
  const deed = useDeed(room.id)
  const problem = useProblem()
  const done = useDone()
  const [changing, setChanging] = useState(false)
  const { grade, plan } = data ?? {}
  const tickets = data?.tickets.length ?? 0
  const keep = (what: 'plan' | 'grade', key: string) => (
    <Button
      type="text"
      className={styles.deed ?? ''}
      loading={deed.isPending}
      onClick={() =>
        deed.mutate(deeds.keepAsIs(what, key), { onError: problem, onSuccess: () => done(t('beside.kept')) })
      }
    >
      {t(`beside.${what}Keep`)}
    </Button>
  )
  if (room.status === 'closed' || (!grade && !plan && !tickets && !changing)) return null
  return (
    <div className={styles.strip} role="status">
      {plan ? (
        <p>
          <span>{t('beside.plan', { name: plan.name })}</span>
          {room.can.includes('change_plan') ? (
            <>
              <Button className={styles.deed ?? ''} onClick={() => setChanging(true)}>
                {t('beside.planDo')}
              </Button>
              {keep('plan', plan.key)}
            </>
          ) : (
            <small>{t('beside.waits')}</small>
          )}
        </p>
      ) : null}
      {grade ? (
        <p>
          <span>{t('beside.grade', { name: grade.name })}</span>
          {room.can.includes('grade') ? (
            <>
              <Button
                className={styles.deed ?? ''}
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
              {keep('grade', grade.key)}
            </>
          ) : (
            <small>{t('beside.waits')}</small>
          )}
        </p>
      ) : null}
      {tickets ? (
        <p>
          <span>{t('beside.tickets', { count: tickets })}</span>
          <Button className={styles.deed ?? ''} onClick={() => show('tickets')}>
            {t('beside.ticketsDo')}
          </Button>
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
