import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldValue } from '../../ui/time.ts'
import { usualTimes } from './usual-times.ts'
import styles from './when.module.css'

/** When the customer wants it: as soon as possible, at one of the usual times, or at any other. */
export function WhenPart({ value, choose }: { value: string | null; choose: (at: string | null) => void }) {
  const { t } = useTranslation('orders-desk')
  const [now] = useState(() => Date.now())
  const times = usualTimes(now).map(({ min, at }) => ({ min, at: at.toISOString() }))
  const usual = value === null || times.some(({ at }) => at === value)
  return (
    <fieldset className={styles.when} aria-label={t('when.label')}>
      <button type="button" aria-pressed={value === null} onClick={() => choose(null)}>
        {t('when.soon')}
      </button>
      {times.map(({ min, at }) => (
        <button key={min} type="button" aria-pressed={value === at} onClick={() => choose(at)}>
          {t(min % 60 ? 'when.minutes' : 'when.hours', { count: min % 60 ? min : min / 60 })}
        </button>
      ))}
      <input
        type="datetime-local"
        aria-label={t('when.other')}
        data-chosen={!usual}
        min={fieldValue(new Date(now))}
        value={value && !usual ? fieldValue(new Date(value)) : ''}
        onChange={(event) => {
          const at = new Date(event.target.value)
          if (at.getTime() > Date.now()) choose(at.toISOString())
        }}
      />
    </fieldset>
  )
}
