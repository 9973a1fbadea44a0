import { Button, Drawer, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import { QueryState } from '../../../ui/QueryState.tsx'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { Field } from '../Field.tsx'
import { deeds, useDeed, usePlans } from '../incident-queries.ts'
import { DrillBand } from '../Marks.tsx'
import styles from '../open.module.css'
import { PlanPick } from '../PlanPick.tsx'

const WHY_MOST = 500

/** Another plan, with what stays and what begins said before it is done. */
export function ChangePlan({ room, close }: { room: Room; close: () => void }) {
  const { t } = useTranslation('incidents')
  const plans = usePlans(room.linked[0]?.id)
  const deed = useDeed(room.id)
  const problem = useProblem()
  const done = useDone()
  const [plan, setPlan] = useState('')
  const [why, setWhy] = useState('')
  const change = () =>
    deed.mutate(deeds.changePlan({ plan, why: why.trim() }), {
      onError: problem,
      onSuccess: () => {
        done(t('plan.changed'))
        close()
      },
    })
  return (
    <Drawer
      open
      onClose={close}
      title={t('plan.change')}
      size={560}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      footer={
        <Button type="primary" size="large" block disabled={!plan} loading={deed.isPending} onClick={change}>
          {t(plan ? 'plan.do' : 'open.planMissing')}
        </Button>
      }
    >
      {room.drill ? <DrillBand /> : null}
      <QueryState query={plans}>
        {(offers) => (
          <div className={styles.form}>
            <p className={styles.hint}>{t('plan.hint', { plan: room.planName })}</p>
            <PlanPick offers={offers.filter(({ key }) => key !== room.plan)} plan={plan} choose={setPlan} />
            <Field label={t('plan.why')}>
              <Input
                value={why}
                maxLength={WHY_MOST}
                placeholder={t('plan.whyHint')}
                onChange={(event) => setWhy(event.target.value)}
              />
            </Field>
          </div>
        )}
      </QueryState>
    </Drawer>
  )
}
