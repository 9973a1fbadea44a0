import { useQuery } from '@tanstack/react-query'
import { Input, Select, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCan, useZone } from '../../app/session.ts'
import { dayAfter, fieldIn, instantIn } from '../../ui/time.ts'
import { staffQuery } from '../people/index.ts'
import styles from './audit.module.css'
import type { AuditFilter, Subject } from './audit-queries.ts'

const ALL = 'all'

type Props = {
  filter: AuditFilter
  onFilter: (filter: AuditFilter) => void
  subject: Subject | null
  onSubject: (subject: Subject | null) => void
}

/** What, who and when; the subject is chosen by tapping it in the list. */
export function AuditFilters({ filter, onFilter, subject, onSubject }: Props) {
  const { t } = useTranslation('governance')
  const set = (part: Partial<AuditFilter>) => onFilter({ ...filter, ...part })
  const mayReadStaff = useCan('people.readStaff')
  const staff = useQuery({ ...staffQuery, enabled: mayReadStaff }).data ?? []
  return (
    <div className={styles.filters}>
      <Select
        aria-label={t('filter.action')}
        showSearch={{ optionFilterProp: 'label' }}
        value={filter.action ?? ALL}
        options={useActionOptions()}
        onChange={(action) => set({ action: action === ALL ? undefined : action })}
      />
      {mayReadStaff ? (
        <Select
          aria-label={t('filter.actor')}
          showSearch={{ optionFilterProp: 'label' }}
          value={filter.actorId ?? ALL}
          options={[
            { value: ALL, label: t('filter.allActors') },
            ...staff.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(actorId) => set({ actorId: actorId === ALL ? undefined : actorId })}
        />
      ) : null}
      <DayField label={t('filter.from')} value={filter.from} onChange={(from) => set({ from })} />
      <DayField label={t('filter.to')} value={filter.to} wholeDay onChange={(to) => set({ to })} />
      {subject ? (
        <Tag closable onClose={() => onSubject(null)} className={styles.subjectTag}>
          {t('filter.subject', { subject: subject.name })}
        </Tag>
      ) : null}
    </div>
  )
}

/** Every action with a word of its own, by room; the point at the end asks for a whole room. */
function useActionOptions() {
  const { t } = useTranslation('governance')
  const words = t('action', { returnObjects: true }) as unknown as Record<string, string>
  const rooms = Map.groupBy(Object.keys(words), (action) => action.split('.')[0] ?? '')
  return [
    { value: ALL, label: t('filter.allActions') },
    ...[...rooms].map(([room, actions]) => ({
      label: t(`room.${room}`),
      options: [
        { value: `${room}.`, label: t('filter.allOf', { room: t(`room.${room}`) }) },
        ...actions.map((action) => ({ value: action, label: words[action] ?? action })),
      ],
    })),
  ]
}

type DayProps = {
  label: string
  value: string | undefined
  wholeDay?: boolean
  onChange: (instant: string | undefined) => void
}

/** A day of the brand's zone as an instant: its first moment, or with `wholeDay` the first of the day after. */
function DayField({ label, value, wholeDay = false, onChange }: DayProps) {
  const zone = useZone()
  const shift = wholeDay ? 1 : 0
  const shown = value ? fieldIn(zone, Date.parse(value) - shift).slice(0, 10) : ''
  const choose = (day: string) =>
    onChange((day && instantIn(zone, `${dayAfter(day, shift)}T00:00`)) || undefined)
  return (
    <Input
      type="date"
      max="9998-12-31"
      aria-label={label}
      prefix={<span className={styles.prefix}>{label}</span>}
      value={shown}
      onChange={(event) => choose(event.target.value)}
    />
  )
}
