import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useZone } from '../../app/session.ts'
import { fieldIn, instantIn } from '../../ui/time.ts'
import styles from './when.module.css'

const LATER_MIN = [10, 20, 30, 45]

/** A promised time: in so many minutes from now, or any other. `given` is what stands there first. */
export type Promised = { min: number } | { at: string } | null
type Props = { value: Promised; choose: (value: Promised) => void; reckoned?: boolean }

export function PromiseFields({ value, choose, reckoned = false }: Props) {
  const { t } = useTranslation(['orders', 'orders-desk'])
  const zone = useZone()
  const [now] = useState(() => Date.now())
  return (
    <fieldset className={styles.when} aria-label={t('field.inMinutes')}>
      {reckoned ? (
        <button type="button" aria-pressed={value === null} onClick={() => choose(null)}>
          {t('reckoned')}
        </button>
      ) : null}
      {LATER_MIN.map((min) => (
        <button
          key={min}
          type="button"
          aria-pressed={value !== null && 'min' in value && value.min === min}
          onClick={() => choose({ min })}
        >
          {t('later', { count: min })}
        </button>
      ))}
      <input
        type="datetime-local"
        aria-label={t('orders-desk:when.other')}
        data-chosen={value !== null && 'at' in value}
        min={fieldIn(zone, now)}
        value={value && 'at' in value ? fieldIn(zone, value.at) : ''}
        onChange={(event) => {
          const at = instantIn(zone, event.target.value)
          if (Date.parse(at) > Date.now()) choose({ at })
        }}
      />
    </fieldset>
  )
}

/** The instant that was chosen, counted from the moment of asking; undefined: the house reckons. */
export function promisedAt(value: Promised): string | undefined {
  if (!value) return undefined
  return 'at' in value ? value.at : new Date(Date.now() + value.min * 60_000).toISOString()
}
