import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Playbook } from '#contracts/playbook'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { PlusIcon } from '../../../ui/icons.tsx'
import type { Edit } from '../draft-editing.ts'
import { moved } from '../draft-editing.ts'
import { MoveButton } from '../MoveButton.tsx'
import styles from './emergencies.module.css'
import { NoPlans } from './NoPlans.tsx'
import { PlanDrawer } from './PlanDrawer.tsx'
import { PlanPage } from './PlanPage.tsx'
import { usePlanWords } from './use-plan-words.ts'

type Props = { doc: Playbook; edit: Edit | null }
const MOST = 20

/** What is done in an emergency of each sort, by whom and until when (E1); one plan is opened at a time. */
export function EmergenciesSection({ doc, edit }: Props) {
  const { t } = useTranslation('playbook-emergency')
  const [open, setOpen] = useState<string | null>(null)
  const [adding, setAdding] = useState(false)
  const index = doc.emergencies.findIndex((plan) => plan.key === open)
  if (index !== -1)
    return <PlanPage key={open} doc={doc} edit={edit} index={index} onBack={() => setOpen(null)} />
  if (doc.emergencies.length === 0) return <NoPlans doc={doc} edit={edit} />
  return (
    <>
      <ul className={edit ? `${styles.plans} ${styles.ordered}` : styles.plans}>
        {doc.emergencies.map((plan, i) => (
          <li key={plan.key}>
            <PlanCard doc={doc} plan={plan} onOpen={() => setOpen(plan.key)} />
            {edit ? (
              <span className={styles.move}>
                {([-1, 1] as const).map((by) => (
                  <MoveButton
                    key={by}
                    by={by}
                    disabled={i + by < 0 || i + by >= doc.emergencies.length}
                    onMove={() => edit.change(['emergencies'], moved(doc.emergencies, i, by))}
                  />
                ))}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {edit && doc.emergencies.length < MOST ? (
        <Button icon={<PlusIcon size={14} />} onClick={() => setAdding(true)}>
          {t('plan.new')}
        </Button>
      ) : null}
      {edit && adding ? (
        <PlanDrawer doc={doc} edit={edit} index={-1} onClose={() => setAdding(false)} onMade={setOpen} />
      ) : null}
    </>
  )
}

function PlanCard({ doc, plan, onOpen }: { doc: Playbook; plan: EmergencyPlan; onOpen: () => void }) {
  const { t } = useTranslation('playbook-emergency')
  const words = usePlanWords(doc, plan)
  const laws = plan.steps.filter((step) => step.law).length
  return (
    <button type="button" className={styles.card} onClick={onOpen}>
      <span className={styles.cardHead}>
        <strong>{words.say(plan.name)}</strong>
        <small>{t(`kind.${plan.kind}`)}</small>
      </span>
      <span>{words.say(plan.summary)}</span>
      <small>
        {[
          t('plan.steps', { count: plan.steps.length }),
          t('plan.posts', { count: plan.posts.length }),
          ...(laws > 0 ? [t('plan.laws', { count: laws })] : []),
        ].join(' · ')}
      </small>
      <small>
        {plan.risks.length > 0
          ? t('plan.for', { risks: words.list(plan.risks.map(words.risk)) })
          : t('plan.forNone')}
      </small>
    </button>
  )
}
