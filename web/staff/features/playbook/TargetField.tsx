import { InputNumber, Select, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Playbook } from '#contracts/playbook'
import styles from './tables.module.css'
import { usePlaybookWords } from './use-playbook-words.ts'

type Target = { minutes: number; calendar: string }
type Unit = 'min' | 'hour'
const MINUTES: Record<Unit, number> = { min: 1, hour: 60 }

/** So many minutes or hours of a calendar. Units: the value is always working minutes. */
export function TargetField({
  doc,
  label,
  value,
  onChange,
}: {
  doc: Playbook
  label: string
  value: Target
  onChange: (target: Target) => void
}) {
  const { t } = useTranslation('playbook-admin')
  const { say } = usePlaybookWords(doc)
  const [unit, setUnit] = useState<Unit>(value.minutes >= 60 && value.minutes % 60 === 0 ? 'hour' : 'min')
  const units = (['min', 'hour'] as const).map((key) => ({ value: key, label: t(`sla.unit.${key}`) }))
  return (
    <div className={styles.target}>
      <Space.Compact>
        <InputNumber
          aria-label={label}
          min={1}
          max={(60 * 24 * 90) / MINUTES[unit]}
          precision={0}
          value={Math.max(1, Math.round(value.minutes / MINUTES[unit]))}
          onChange={(count) => count && onChange({ ...value, minutes: count * MINUTES[unit] })}
        />
        <Select
          aria-label={label}
          value={unit}
          options={units}
          onChange={(next) => {
            setUnit(next)
            const count = Math.max(1, Math.round(value.minutes / MINUTES[next]))
            onChange({ ...value, minutes: count * MINUTES[next] })
          }}
        />
      </Space.Compact>
      <Select
        variant="borderless"
        aria-label={`${label}，${t('sla.calendar')}`}
        value={value.calendar}
        options={doc.calendars.map((calendar) => ({ value: calendar.key, label: say(calendar.name) }))}
        onChange={(calendar) => onChange({ ...value, calendar })}
      />
    </div>
  )
}
