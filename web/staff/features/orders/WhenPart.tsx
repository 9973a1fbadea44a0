import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useZone } from '../../app/session.ts'
import { fieldIn, instantIn } from '../../ui/time.ts'
import { usualTimes } from './usual-times.ts'
import styles from './when.module.css'

/** When the customer wants it: as soon as possible, at one of the usual times, or at any other. */
export function WhenPart({ value, choose }: { value: string | null; choose: (at: string | null) => void }) {
  const { t } = useTranslation('orders-desk')
  const zone = useZone()
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
        min={fieldIn(zone, now)}
        value={value && !usual ? fieldIn(zone, value) : ''}
        onChange={(event) => {
          const at = instantIn(zone, event.target.value)
          if (Date.parse(at) > Date.now()) choose(at)
        }}
      />
    </fieldset>
  )
}
