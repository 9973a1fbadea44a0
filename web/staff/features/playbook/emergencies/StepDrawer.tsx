import { InputNumber, Select, Switch } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type EmergencyPlan, type PlanStep, StepDue, StepPhase } from '#contracts/playbook/emergency'
import { freshKey } from '../../../ui/fresh-key.ts'
import { without } from '../draft-editing.ts'
import fieldsStyles from '../fields.module.css'
import { ItemDrawer } from '../ItemDrawer.tsx'
import { TextField } from '../TextField.tsx'
import { Choice } from './Choice.tsx'
import { LawFields } from './LawFields.tsx'
import type { PartProps, SetStep } from './part-props.ts'
import { withStep } from './plan-editing.ts'
import { usePlanWords } from './use-plan-words.ts'

const FEWEST = 4
const PROOFS = ['none', 'words', 'file'] as const
const OPENS = ['call_down', 'seal', 'affected', 'statements', 'sheet'] as const

/** `index` -1: a new step of that phase. */
type Props = PartProps & {
  put: (plan: EmergencyPlan) => void
  index: number
  phase: StepPhase
  onClose: () => void
}

export function StepDrawer({ doc, plan, put, index, phase, onClose }: Props) {
  const { t } = useTranslation('playbook-emergency')
  const words = usePlanWords(doc, plan)
  const held = plan.steps[index]
  const [step, setStep] = useState<PlanStep>(() => held ?? blank(plan, phase))
  const set: SetStep = (part, drop) => {
    const next = { ...step, ...part }
    if (drop) delete next[drop]
    setStep(next)
  }
  const save = (steps: PlanStep[]) => {
    put({ ...plan, steps })
    onClose()
  }
  const mayGo = held && plan.steps.length > FEWEST
  return (
    <ItemDrawer
      open
      title={t(held ? 'step.edit' : 'step.new')}
      ready={words.say(step.title).trim() !== '' && (!step.law || words.say(step.law.source).trim() !== '')}
      onClose={onClose}
      onDone={() => save(withStep(plan.steps, index, step))}
      remove={
        mayGo ? { name: words.say(held.title), run: () => save(without(plan.steps, index)) } : undefined
      }
    >
      <TextField
        label={t('step.title')}
        value={step.title}
        onChange={(title) => set({ title: title ?? '' })}
      />
      <TextField
        multiline
        optional
        label={t('step.help')}
        value={step.help}
        onChange={(help) => (help === undefined ? set({}, 'help') : set({ help }))}
      />
      <div className={fieldsStyles.two}>
        <Choice
          label={t('step.phase')}
          value={step.phase}
          options={StepPhase.options.map((value) => ({ value, label: t(`phase.${value}`) }))}
          onChange={(value) => set({ phase: value })}
        />
        <Choice
          label={t('step.post')}
          value={step.post}
          options={plan.posts.map((post) => ({ value: post.key, label: words.say(post.name) }))}
          onChange={(post) => set({ post })}
        />
      </div>
      <Due plan={plan} step={step} set={set} />
      <LawFields step={step} set={set} />
      <More doc={doc} plan={plan} step={step} set={set} />
    </ItemDrawer>
  )
}

function Due({ plan, step, set }: { plan: EmergencyPlan; step: PlanStep; set: SetStep }) {
  const { t } = useTranslation('playbook-emergency')
  const id = useId()
  const due = step.due ?? { amount: 1, unit: 'hours', from: 'opened' }
  return (
    <div className={fieldsStyles.field}>
      <span className={fieldsStyles.number}>
        <label htmlFor={`${id}-on`}>{t('step.due')}</label>
        <Switch
          id={`${id}-on`}
          checked={step.due !== undefined}
          onChange={(on) => (on ? set({ due }) : set({}, 'due'))}
        />
      </span>
      {step.due ? (
        <div className={fieldsStyles.two}>
          <span style={{ display: 'flex', gap: 8 }}>
            <InputNumber
              aria-label={t('step.amount')}
              min={1}
              max={2000}
              precision={0}
              value={due.amount}
              onChange={(amount) => amount !== null && set({ due: { ...due, amount } })}
            />
            <Select
              aria-label={t('step.unit')}
              style={{ flex: 1 }}
              value={due.unit}
              options={StepDue.shape.unit.options.map((value) => ({ value, label: t(`unitName.${value}`) }))}
              onChange={(unit) => set({ due: { ...due, unit } })}
            />
          </span>
          <Select
            aria-label={t('step.from')}
            value={due.from}
            options={(['opened', 'graded'] as const).map((value) => ({
              value,
              label: t(value === 'opened' && step.law && !step.law.ownTime ? 'from.found' : `from.${value}`),
              disabled: value === 'graded' && plan.grades.length === 0,
            }))}
            onChange={(from) => set({ due: { ...due, from } })}
          />
        </div>
      ) : null}
    </div>
  )
}

function More({ doc, plan, step, set }: PartPropsOf) {
  const { t } = useTranslation('playbook-emergency')
  const words = usePlanWords(doc, plan)
  const id = useId()
  return (
    <>
      <div className={fieldsStyles.two}>
        <Choice
          label={t('step.proof')}
          value={step.proof}
          options={PROOFS.map((value) => ({ value, label: t(`proof.${value}`) }))}
          onChange={(proof) => set({ proof })}
        />
        <Choice
          label={t('step.opens')}
          value={step.opens ?? 'nothing'}
          options={(['nothing', ...OPENS] as const).map((value) => ({ value, label: t(`opens.${value}`) }))}
          onChange={(opens) => (opens === 'nothing' ? set({}, 'opens') : set({ opens }))}
        />
      </div>
      {plan.grades.length > 0 ? (
        <div className={fieldsStyles.field}>
          <label htmlFor={`${id}-grades`}>{t('step.grades')}</label>
          <Select
            id={`${id}-grades`}
            mode="multiple"
            placeholder={t('step.gradesAll')}
            value={step.grades ?? []}
            options={plan.grades.map((grade) => ({ value: grade.key, label: words.say(grade.name) }))}
            onChange={(grades) => (grades.length > 0 ? set({ grades }) : set({}, 'grades'))}
          />
        </div>
      ) : null}
      <span className={fieldsStyles.number}>
        <label htmlFor={`${id}-optional`}>{t('step.optional')}</label>
        <Switch id={`${id}-optional`} checked={step.optional} onChange={(optional) => set({ optional })} />
      </span>
    </>
  )
}
type PartPropsOf = Pick<PartProps, 'doc' | 'plan'> & { step: PlanStep; set: SetStep }

function blank(plan: EmergencyPlan, phase: StepPhase): PlanStep {
  const key = freshKey(
    'step',
    plan.steps.map((step) => step.key),
  )
  return { key, phase, title: '', post: plan.leader, proof: 'none', optional: false }
}
