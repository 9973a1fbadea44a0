import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Playbook } from '#contracts/playbook'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { BackIcon } from '../../../ui/icons.tsx'
import { Section } from '../../../ui/Section.tsx'
import type { Edit } from '../draft-editing.ts'
import { EvidencePart } from './EvidencePart.tsx'
import styles from './emergencies.module.css'
import { GradesPart } from './GradesPart.tsx'
import { PlanDrawer } from './PlanDrawer.tsx'
import { PostsPart } from './PostsPart.tsx'
import type { PartProps } from './part-props.ts'
import { SheetPart } from './SheetPart.tsx'
import { StatementsPart } from './StatementsPart.tsx'
import { StepsPart } from './StepsPart.tsx'
import { usePlanWords } from './use-plan-words.ts'

type Props = { doc: Playbook; edit: Edit | null; index: number; onBack: () => void }

/** One plan: what it is for, who does it, the steps by phase, and what is kept, said and written down. */
export function PlanPage({ doc, edit, index, onBack }: Props) {
  const { t } = useTranslation('playbook-emergency')
  const plan = doc.emergencies[index] as EmergencyPlan
  const words = usePlanWords(doc, plan)
  const [editing, setEditing] = useState(false)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const put = edit ? (next: EmergencyPlan) => edit.change(['emergencies', index], next) : null
  const part = { doc, plan, put }
  return (
    <>
      <div className={styles.bar}>
        <Button type="text" icon={<BackIcon size={16} />} onClick={onBack}>
          {t('plan.all')}
        </Button>
        {edit ? <Button onClick={() => setEditing(true)}>{t('plan.edit')}</Button> : null}
      </div>
      <header className={styles.head}>
        <h3 ref={title} tabIndex={-1}>
          {words.say(plan.name)}
        </h3>
        <p>{words.say(plan.summary)}</p>
      </header>
      <Facts {...part} />
      <PostsPart {...part} />
      <GradesPart {...part} />
      <StepsPart {...part} />
      <EvidencePart {...part} />
      <StatementsPart {...part} />
      <SheetPart {...part} />
      {edit && editing ? (
        <PlanDrawer
          doc={doc}
          edit={edit}
          index={index}
          onClose={() => setEditing(false)}
          onMade={() => {}}
          onRemoved={onBack}
        />
      ) : null}
    </>
  )
}

function Facts({ doc, plan }: PartProps) {
  const { t } = useTranslation('playbook-emergency')
  const words = usePlanWords(doc, plan)
  const facts: [string, string][] = [
    [t('plan.kind'), t(`kind.${plan.kind}`)],
    [t('plan.risks'), words.list(plan.risks.map(words.risk)) || t('plan.risksNone')],
    [t('plan.callEverySec'), t('unit.seconds', { count: plan.callEverySec })],
    ...(plan.seal
      ? ([[t('plan.sealEveryMin'), t('unit.minutes', { count: plan.sealEveryMin })]] as [string, string][])
      : []),
    ...(plan.affected
      ? ([[t('plan.affectedDays'), t('unit.days', { count: plan.affectedDays })]] as [string, string][])
      : []),
  ]
  return (
    <Section title={t('part.facts')}>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
