import { Button, Checkbox, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Role } from '#contracts/people'
import { Kind, type Playbook, Priority, RevisitMeans, type RevisitRule } from '#contracts/playbook'
import { CloseIcon, PlusIcon } from '../../ui/icons.tsx'
import { type Edit, without } from './draft-editing.ts'
import fieldsStyles from './fields.module.css'
import { ItemDrawer } from './ItemDrawer.tsx'
import { TextField } from './TextField.tsx'
import { categoryOptions, usePlaybookWords } from './use-playbook-words.ts'

type Props = { doc: Playbook; edit: Edit; index: number; onClose: () => void }
const BLANK: RevisitRule = { name: '', when: {}, visits: [{ afterDays: 1, means: 'phone' }], role: 'agent' }
const MOST_VISITS = 6

/** One rule of the revisit plan: for which tickets, after how many days, by phone or in writing, by whom. */
export function RevisitDrawer({ doc, edit, index, onClose }: Props) {
  const { t } = useTranslation(['playbook-admin', 'people'])
  const { say } = usePlaybookWords(doc)
  const { rules } = doc.revisit
  const [rule, setRule] = useState<RevisitRule>(() => rules[index] ?? BLANK)
  const path = ['revisit', 'rules']
  const isNew = index === -1
  const done = () => {
    edit.change(path, isNew ? [...rules, rule] : rules.map((old, i) => (i === index ? rule : old)))
    onClose()
  }
  const remove = () => {
    edit.change(path, without(rules, index))
    onClose()
  }
  const when = (part: RevisitRule['when']) => {
    const kept = Object.entries({ ...rule.when, ...part }).filter(([, value]) =>
      Array.isArray(value) ? value.length > 0 : value === true,
    )
    setRule({ ...rule, when: Object.fromEntries(kept) })
  }
  const lists = [
    { key: 'kinds', options: Kind.options.map((value) => ({ value, label: t(`kind.${value}`) })) },
    { key: 'priorities', options: Priority.options.map((value) => ({ value, label: value })) },
    { key: 'categories', options: categoryOptions(doc, say, true) },
  ] as const
  return (
    <ItemDrawer
      open
      title={t(isNew ? 'revisit.new' : 'revisit.edit')}
      ready={say(rule.name).trim() !== ''}
      onClose={onClose}
      onDone={done}
      remove={isNew ? undefined : { name: say(rule.name), run: remove }}
    >
      <TextField
        label={t('rule.name')}
        value={rule.name}
        onChange={(name) => setRule({ ...rule, name: name ?? '' })}
      />
      {lists.map(({ key, options }) => (
        <div key={key} className={fieldsStyles.field}>
          <span id={`revisit-${key}`}>{t(`rule.${key}`)}</span>
          <Select
            mode="multiple"
            aria-labelledby={`revisit-${key}`}
            placeholder={t('rule.any')}
            showSearch={{ optionFilterProp: 'label' }}
            value={(rule.when[key] ?? []) as never}
            options={options as never}
            onChange={(list: string[]) => when({ [key]: list })}
          />
        </div>
      ))}
      <Checkbox
        checked={rule.when.reopened ?? false}
        onChange={(event) => when({ reopened: event.target.checked })}
      >
        {t('revisit.reopened')}
      </Checkbox>
      <Visits rule={rule} change={setRule} />
      <div className={fieldsStyles.field}>
        <span id="revisit-role">{t('revisit.who')}</span>
        <Select
          aria-labelledby="revisit-role"
          value={rule.role}
          options={Role.options.map((value) => ({ value, label: t(`people:role.${value}`) }))}
          onChange={(role) => setRule({ ...rule, role })}
        />
      </div>
    </ItemDrawer>
  )
}

function Visits({ rule, change }: { rule: RevisitRule; change: (rule: RevisitRule) => void }) {
  const { t } = useTranslation('playbook-admin')
  const { visits } = rule
  const set = (place: number, part: Partial<RevisitRule['visits'][number]>) =>
    change({ ...rule, visits: visits.map((old, i) => (i === place ? { ...old, ...part } : old)) })
  return (
    <div className={fieldsStyles.field}>
      <span>{t('revisit.visits')}</span>
      <ul className={fieldsStyles.reasons}>
        {visits.map((visit, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a visit has no identity but its place
          <li key={place}>
            <InputNumber
              aria-label={t('revisit.afterDays')}
              prefix={t('revisit.after')}
              suffix={t('revisit.unit.days')}
              min={1}
              max={365}
              precision={0}
              value={visit.afterDays}
              onChange={(afterDays) => afterDays && set(place, { afterDays })}
            />
            <Select
              aria-label={t('revisit.means.label')}
              value={visit.means}
              options={RevisitMeans.options.map((value) => ({ value, label: t(`revisit.means.${value}`) }))}
              onChange={(means) => set(place, { means })}
            />
            {visits.length > 1 ? (
              <Button
                type="text"
                aria-label={t('edit.remove')}
                icon={<CloseIcon size={14} />}
                onClick={() => change({ ...rule, visits: without(visits, place) })}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {visits.length < MOST_VISITS ? (
        <Button
          size="small"
          icon={<PlusIcon size={14} />}
          onClick={() =>
            change({
              ...rule,
              visits: [...visits, { afterDays: (visits.at(-1)?.afterDays ?? 0) + 7, means: 'phone' }],
            })
          }
        >
          {t('revisit.addVisit')}
        </Button>
      ) : null}
    </div>
  )
}
