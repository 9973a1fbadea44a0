import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useZone } from '../../../app/session.ts'
import { fieldIn, instantIn } from '../../../ui/time.ts'
import { dueTimes } from './due-times.ts'
import styles from './Fields.module.css'

type Props = {
  label: string
  value: Date | null
  choose: (at: Date) => void
  /** Within the hour is offered as well. */
  soon?: boolean
}

/** By when: the usual three, or any date and time. */
export function DuePicker({ label, value, choose, soon = false }: Props) {
  const { t } = useTranslation('tasks')
  const zone = useZone()
  const [now] = useState(() => Date.now())
  const offered = dueTimes(zone, now, soon)
  const usual = offered.some(({ at }) => at.getTime() === value?.getTime())
  return (
    <fieldset className={styles.due}>
      <legend>{label}</legend>
      <div className={styles.chips}>
        {offered.map(({ key, at }) => (
          <button
            key={key}
            type="button"
            aria-pressed={at.getTime() === value?.getTime()}
            onClick={() => choose(at)}
          >
            {t(`preset.${key}`)}
          </button>
        ))}
        <input
          type="datetime-local"
          aria-label={`${label} ${t('preset.other')}`}
          data-chosen={value !== null && !usual}
          min={fieldIn(zone, now)}
          value={value && !usual ? fieldIn(zone, value.getTime()) : ''}
          onChange={(event) => {
            const at = new Date(instantIn(zone, event.target.value))
            if (at.getTime() > Date.now()) choose(at)
          }}
        />
      </div>
    </fieldset>
  )
}
