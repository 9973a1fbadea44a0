import { useQuery } from '@tanstack/react-query'
import { Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Locale } from '#contracts/kit'
import { Role } from '#contracts/people'
import { SetAside } from '#contracts/tickets'
import type { RuleAction } from '#contracts/tickets/rules'
import { textIn } from '../../../ui/text-in.ts'
import { staffQuery } from '../../people/index.ts'
import { usePlaybookDocument } from '../playbook-query.ts'
import { blankAction } from './rule-draft.ts'
import styles from './rules.module.css'

const KINDS: readonly RuleAction['do'][] = [
  'tag',
  'untag',
  'assignRole',
  'assignTo',
  'severity',
  'notifyRole',
  'notifyStaff',
  'task',
  'note',
  'reply',
  'setAside',
]

type Props = { action: RuleAction; change: (action: RuleAction) => void }

/** One action: what it is, and the words, people or level that it needs. */
export function ActionFields({ action, change }: Props) {
  const { t } = useTranslation('rules')
  return (
    <div className={styles.line}>
      <Select
        aria-label={t('action')}
        value={action.do}
        options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(kind) => change(blankAction(kind))}
        popupMatchSelectWidth={false}
      />
      <What action={action} change={change} />
    </div>
  )
}

function What({ action, change }: Props) {
  const { t } = useTranslation(['rules', 'tickets'])
  switch (action.do) {
    case 'tag':
    case 'untag':
      return (
        <Select
          mode="tags"
          className={styles.wide}
          aria-label={t('kind.tag')}
          placeholder={t('tagsPlaceholder')}
          maxCount={5}
          value={action.tags}
          onChange={(tags: string[]) =>
            change({ ...action, tags: tags.map((tag) => tag.trim().slice(0, 20)).filter(Boolean) })
          }
        />
      )
    case 'assignTo':
      return (
        <People single value={[action.staffId]} change={([staffId = '']) => change({ ...action, staffId })} />
      )
    case 'notifyStaff':
      return <People value={action.staffIds} change={(staffIds) => change({ ...action, staffIds })} />
    case 'assignRole':
    case 'notifyRole':
      return <RoleField value={action.role} change={(role) => change({ ...action, role })} />
    case 'severity':
      return <Severity value={action.atLeast} change={(atLeast) => change({ ...action, atLeast })} />
    case 'note':
      return (
        <Input.TextArea
          className={styles.wide}
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={1000}
          aria-label={t('kind.note')}
          placeholder={t('notePlaceholder')}
          value={action.text}
          onChange={(event) => change({ ...action, text: event.target.value })}
        />
      )
    case 'task':
      return (
        <>
          <Input
            className={styles.wide}
            maxLength={120}
            aria-label={t('taskTitle')}
            placeholder={t('taskPlaceholder')}
            value={action.title}
            onChange={(event) => change({ ...action, title: event.target.value })}
          />
          <RoleField value={action.role} change={(role) => change({ ...action, role })} />
          <InputNumber
            aria-label={t('taskHours')}
            suffix={t('unit.hour')}
            min={1}
            max={720}
            precision={0}
            value={Math.round(action.dueInMin / 60)}
            onChange={(hours) => change({ ...action, dueInMin: (hours ?? 1) * 60 })}
          />
        </>
      )
    case 'reply':
      return <Template value={action.template} change={(template) => change({ ...action, template })} />
    case 'setAside':
      return (
        <Select
          aria-label={t('kind.setAside')}
          value={action.reason}
          options={SetAside.shape.reason.options.map((value) => ({
            value,
            label: t(`tickets:setAside.${value}`),
          }))}
          onChange={(reason) => change({ ...action, reason })}
        />
      )
  }
}

type PeopleProps = { value: string[]; change: (ids: string[]) => void; single?: boolean }

function People({ value, change, single = false }: PeopleProps) {
  const { t } = useTranslation('rules')
  const staff = useQuery(staffQuery)
  const options = (staff.data ?? [])
    .filter((person) => person.state === 'active')
    .map((person) => ({ value: person.id, label: person.name }))
  return (
    <Select
      className={styles.wide}
      mode={single ? undefined : 'multiple'}
      aria-label={t('people')}
      placeholder={t('people')}
      loading={staff.isPending}
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      value={single ? ((value[0] || undefined) as never) : (value as never)}
      onChange={(chosen: string | string[]) => change([chosen].flat())}
    />
  )
}

function RoleField({ value, change }: { value: Role; change: (role: Role) => void }) {
  const { t } = useTranslation(['rules', 'tickets'])
  return (
    <Select
      aria-label={t('role')}
      value={value}
      options={Role.options.map((role) => ({ value: role, label: t(`tickets:role.${role}`) }))}
      onChange={change}
      popupMatchSelectWidth={false}
    />
  )
}

function Severity({ value, change }: { value: number; change: (level: number) => void }) {
  const { t, i18n } = useTranslation('rules')
  const playbook = usePlaybookDocument()
  const options = (playbook.data?.severity ?? []).map((text, i) => ({
    value: i + 1,
    label: textIn(text, i18n.language as Locale),
  }))
  return <Select aria-label={t('kind.severity')} value={value} options={options} onChange={change} />
}

function Template({ value, change }: { value: string; change: (key: string) => void }) {
  const { t, i18n } = useTranslation('rules')
  const playbook = usePlaybookDocument()
  const options = (playbook.data?.templates ?? []).map((template) => ({
    value: template.key,
    label: textIn(template.name, i18n.language as Locale),
  }))
  return (
    <Select
      className={styles.wide}
      aria-label={t('template')}
      placeholder={t('template')}
      showSearch={{ optionFilterProp: 'label' }}
      value={value || undefined}
      options={options}
      onChange={change}
    />
  )
}
