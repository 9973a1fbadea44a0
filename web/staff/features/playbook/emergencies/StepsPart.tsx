import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type PlanStep, StepPhase } from '#contracts/playbook/emergency'
import { PlusIcon } from '../../../ui/icons.tsx'
import { Section } from '../../../ui/Section.tsx'
import { MoveButton } from '../MoveButton.tsx'
import { EditButton } from './EditButton.tsx'
import styles from './emergencies.module.css'
import type { PartProps } from './part-props.ts'
import { movedInPhase } from './plan-editing.ts'
import { StepDrawer } from './StepDrawer.tsx'
import { usePlanWords } from './use-plan-words.ts'

const MOST = 60

/** The steps by phase, each with who does it, until when, and what the law says. */
export function StepsPart(props: PartProps) {
  const { plan, put } = props
  const { t } = useTranslation('playbook-emergency')
  const [open, setOpen] = useState<{ index: number; phase: StepPhase } | null>(null)
  const indexed = plan.steps.map((step, index) => ({ step, index }))
  return (
    <Section title={t('part.steps')} hint={t('step.hint')}>
      {StepPhase.options.map((phase) => (
        <section key={phase} className={styles.phase}>
          <header>
            <h4>{t(`phase.${phase}`)}</h4>
            {put && plan.steps.length < MOST ? (
              <Button
                size="small"
                icon={<PlusIcon size={14} />}
                aria-label={`${t('step.new')} ${t(`phase.${phase}`)}`}
                onClick={() => setOpen({ index: -1, phase })}
              >
                {t('step.new')}
              </Button>
            ) : null}
          </header>
          <ol className={styles.lines}>
            {indexed
              .filter(({ step }) => step.phase === phase)
              .map(({ step, index }) => (
                <StepLine
                  key={step.key}
                  {...props}
                  step={step}
                  index={index}
                  onEdit={() => setOpen({ index, phase })}
                />
              ))}
          </ol>
        </section>
      ))}
      {put && open ? <StepDrawer {...props} put={put} {...open} onClose={() => setOpen(null)} /> : null}
    </Section>
  )
}

type LineProps = PartProps & { step: PlanStep; index: number; onEdit: () => void }

function StepLine({ doc, plan, put, step, index, onEdit }: LineProps) {
  const { t } = useTranslation('playbook-emergency')
  const words = usePlanWords(doc, plan)
  const title = words.say(step.title)
  const marks = [
    words.post(step.post),
    ...(step.due ? [words.due(step.due)] : []),
    ...(step.proof === 'none' ? [] : [t(`proof.${step.proof}`)]),
    ...(step.opens ? [t('step.opensMark', { part: t(`opens.${step.opens}`) })] : []),
    ...(step.grades?.length ? [t('step.onlyFor', { grades: words.list(step.grades.map(words.grade)) })] : []),
    ...(step.optional ? [t('step.optionalMark')] : []),
  ]
  return (
    <li data-law={step.law ? true : undefined}>
      <div>
        <strong>{title}</strong>
        {step.help ? <p>{words.say(step.help)}</p> : null}
        <small>{marks.join(' · ')}</small>
        {step.law ? (
          <small className={styles.law}>
            {words.say(step.law.source)} · {t('law.since', { date: step.law.validFrom })}
            {step.law.limit ? ` · ${t('law.says', { limit: words.say(step.law.limit) })}` : null}
            {step.law.ownTime && step.due ? <mark data-own>{t('law.own')}</mark> : null}
            {step.law.confirm ? <mark>{t('law.confirm')}</mark> : null}
          </small>
        ) : null}
      </div>
      {put ? (
        <span className={styles.tools}>
          <EditButton name={title} onClick={onEdit} />
          {([-1, 1] as const).map((by) => (
            <MoveButton
              key={by}
              by={by}
              disabled={plan.steps[index + by]?.phase !== step.phase}
              onMove={() => put({ ...plan, steps: movedInPhase(plan.steps, index, by) })}
            />
          ))}
        </span>
      ) : null}
    </li>
  )
}
