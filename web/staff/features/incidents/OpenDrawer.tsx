import { useNavigate } from '@tanstack/react-router'
import { Button, Drawer, Input, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty } from '../../ui/states.tsx'
import { useProblem } from '../../ui/use-problem.ts'
import { Field } from './Field.tsx'
import { useOpenIncident, usePlans } from './incident-queries.ts'
import { DrillBand } from './Marks.tsx'
import styles from './open.module.css'
import { PlanPick } from './PlanPick.tsx'
import { ShopSelect } from './ShopSelect.tsx'

const TITLE_MOST = 120

/** Opens a room by hand, or a drill on something imagined: the plan is the only thing that must be chosen. */
export function OpenDrawer({ drill, onClose }: { drill: boolean; onClose: () => void }) {
  const { t } = useTranslation('incidents')
  const plans = usePlans(undefined)
  const open = useOpenIncident()
  const navigate = useNavigate()
  const problem = useProblem()
  const [plan, setPlan] = useState('')
  const [title, setTitle] = useState('')
  const [shopIds, setShopIds] = useState<string[]>([])
  const name = useRef<InputRef>(null)
  // What comes next stands below the plans, out of sight on a small screen.
  const choose = (key: string) => {
    setPlan(key)
    name.current?.input?.scrollIntoView({ block: 'center' })
  }
  const ready = plan !== '' && (!drill || title.trim().length >= 2)
  const go = () =>
    open.mutate(
      {
        source: drill ? 'drill' : 'hand',
        plan,
        shopIds,
        ...(title.trim().length >= 2 ? { title: title.trim() } : {}),
      },
      {
        onError: problem,
        onSuccess: ({ id }) => void navigate({ to: '/incidents/$id', params: { id } }),
      },
    )
  return (
    <Drawer
      open
      onClose={onClose}
      title={t(drill ? 'open.drillTitle' : 'open.title')}
      size={560}
      styles={{ wrapper: { maxWidth: '100vw' }, body: { paddingTop: drill ? 0 : undefined } }}
      footer={
        plans.data?.length === 0 ? null : (
          <Button
            type="primary"
            danger={!drill}
            size="large"
            block
            disabled={!ready}
            loading={open.isPending}
            onClick={go}
          >
            {t(
              plan === ''
                ? 'open.planMissing'
                : !drill
                  ? 'open.do'
                  : ready
                    ? 'open.drillDo'
                    : 'open.imaginedMissing',
            )}
          </Button>
        )
      }
    >
      {drill ? (
        <div className={styles.band}>
          <DrillBand />
        </div>
      ) : null}
      <QueryState query={plans}>
        {(offers) =>
          offers.length === 0 ? (
            <Empty title={t('open.noPlans')} hint={t('open.noPlansHint')} />
          ) : (
            <div className={styles.form}>
              <PlanPick offers={offers} plan={plan} choose={choose} />
              <Field label={t(drill ? 'open.imagined' : 'open.name')}>
                <Input
                  ref={name}
                  value={title}
                  maxLength={TITLE_MOST}
                  placeholder={t(drill ? 'open.imaginedHint' : 'open.nameHint')}
                  onChange={(event) => setTitle(event.target.value)}
                />
              </Field>
              <Field label={t('open.shops')}>
                <ShopSelect value={shopIds} onChange={setShopIds} aria-label={t('open.shops')} />
              </Field>
              <p className={styles.hint}>{t(drill ? 'open.drillThen' : 'open.then')}</p>
            </div>
          )
        }
      </QueryState>
    </Drawer>
  )
}
