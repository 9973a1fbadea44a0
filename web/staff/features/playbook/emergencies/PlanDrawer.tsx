import { InputNumber, Select, Switch } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Playbook } from '#contracts/playbook'
import { EmergencyKind, type EmergencyPlan } from '#contracts/playbook/emergency'
import { freshKey } from '../../../ui/fresh-key.ts'
import { type Edit, without } from '../draft-editing.ts'
import fieldsStyles from '../fields.module.css'
import { ItemDrawer } from '../ItemDrawer.tsx'
import { TextField } from '../TextField.tsx'
import { usePlaybookWords } from '../use-playbook-words.ts'
import { Choice } from './Choice.tsx'
import { useBlankPlan } from './use-blank-plan.ts'

/** `index` -1: a new plan; `onMade` is told its key. */
type Props = {
  doc: Playbook
  edit: Edit
  index: number
  onClose: () => void
  onMade: (key: string) => void
  onRemoved?: () => void
}
type Set = (part: Partial<EmergencyPlan>) => void

export function PlanDrawer({ doc, edit, index, onClose, onMade, onRemoved }: Props) {
  const { t } = useTranslation('playbook-emergency')
  const { say } = usePlaybookWords(doc)
  const all = doc.emergencies
  const blank = useBlankPlan()
  const [plan, setPlan] = useState<EmergencyPlan>(
    () =>
      all[index] ??
      blank(
        freshKey(
          'plan',
          all.map(({ key }) => key),
        ),
      ),
  )
  const set: Set = (part) => setPlan({ ...plan, ...part })
  const done = () => {
    if (index === -1) {
      edit.change(['emergencies'], [...all, plan])
      onMade(plan.key)
    } else edit.change(['emergencies', index], plan)
    onClose()
  }
  const remove = () => {
    edit.change(['emergencies'], without(all, index))
    onClose()
    onRemoved?.()
  }
  return (
    <ItemDrawer
      open
      title={t(index === -1 ? 'plan.new' : 'plan.edit')}
      ready={say(plan.name).trim() !== '' && say(plan.summary).trim() !== ''}
      onClose={onClose}
      onDone={done}
      remove={index === -1 ? undefined : { name: say(plan.name), run: remove }}
    >
      <TextField label={t('plan.name')} value={plan.name} onChange={(name) => set({ name: name ?? '' })} />
      <TextField
        multiline
        label={t('plan.summary')}
        value={plan.summary}
        onChange={(summary) => set({ summary: summary ?? '' })}
      />
      <Choice
        label={t('plan.kind')}
        value={plan.kind}
        options={EmergencyKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(kind) => set({ kind })}
      />
      <Risks doc={doc} plan={plan} set={set} />
      <Leaders doc={doc} plan={plan} set={set} />
      <Numbers plan={plan} set={set} />
    </ItemDrawer>
  )
}

function Risks({ doc, plan, set }: { doc: Playbook; plan: EmergencyPlan; set: Set }) {
  const { t } = useTranslation('playbook-emergency')
  const { say } = usePlaybookWords(doc)
  const id = useId()
  return (
    <div className={fieldsStyles.field}>
      <label htmlFor={id}>{t('plan.risks')}</label>
      <Select
        id={id}
        mode="multiple"
        maxCount={20}
        placeholder={t('plan.risksNone')}
        showSearch={{ optionFilterProp: 'label' }}
        value={plan.risks}
        options={doc.risks.map((risk) => ({ value: risk.key, label: say(risk.name) }))}
        onChange={(risks) => set({ risks })}
      />
      <small>{t('plan.risksHint')}</small>
    </div>
  )
}

function Leaders({ doc, plan, set }: { doc: Playbook; plan: EmergencyPlan; set: Set }) {
  const { t } = useTranslation('playbook-emergency')
  const { say } = usePlaybookWords(doc)
  const posts = plan.posts.map((post) => ({ value: post.key, label: say(post.name) }))
  return (
    <div className={fieldsStyles.two}>
      <Choice
        label={t('plan.leader')}
        value={plan.leader}
        options={posts}
        onChange={(leader) => set({ leader })}
      />
      <Choice
        label={t('plan.spokesperson')}
        value={plan.spokesperson}
        options={posts}
        onChange={(spokesperson) => set({ spokesperson })}
      />
    </div>
  )
}

const NUMBERS = [
  { key: 'callEverySec', unit: 'seconds', min: 15, max: 3600, part: null },
  { key: 'sealEveryMin', unit: 'minutes', min: 1, max: 240, part: 'seal' },
  { key: 'affectedDays', unit: 'days', min: 1, max: 90, part: 'affected' },
] as const

function Numbers({ plan, set }: { plan: EmergencyPlan; set: Set }) {
  const { t } = useTranslation('playbook-emergency')
  const id = useId()
  return (
    <ul className={fieldsStyles.numbers}>
      {(['seal', 'affected'] as const).map((key) => (
        <li key={key} className={fieldsStyles.number}>
          <div>
            <label htmlFor={id + key}>{t(`plan.${key}`)}</label>
            <small>{t(`plan.hint.${key}`)}</small>
          </div>
          <Switch id={id + key} checked={plan[key]} onChange={(on) => set({ [key]: on })} />
        </li>
      ))}
      {NUMBERS.filter(({ part }) => part === null || plan[part]).map(({ key, unit, min, max }) => (
        <li key={key} className={fieldsStyles.number}>
          <div>
            <label htmlFor={id + key}>{t(`plan.${key}`)}</label>
            <small>{t(`plan.hint.${key}`)}</small>
          </div>
          <span>
            <InputNumber
              id={id + key}
              min={min}
              max={max}
              precision={0}
              value={plan[key]}
              onChange={(value) => value !== null && set({ [key]: value })}
            />
            {t(`unitName.${unit}`)}
          </span>
        </li>
      ))}
    </ul>
  )
}
