import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useZone } from '../../../app/session.ts'
import { fieldIn, instantIn } from '../../../ui/time.ts'
import styles from './Composer.module.css'
import { expectedTimes } from './expected-times.ts'

/** When the customer will hear the solution: four usual instants, or any other. */
export function ExpectedPicker({ choose }: { choose: (at: Date) => void }) {
  const { t } = useTranslation('composer')
  const zone = useZone()
  const [now] = useState(() => Date.now())
  return (
    <fieldset className={styles.expected} aria-label={t('expected')}>
      {expectedTimes(zone, now).map(({ key, at }) => (
        <button key={key} type="button" className={styles.tool} onClick={() => choose(at)}>
          {t(`at.${key}`)}
        </button>
      ))}
      <label>
        <span className="sr-only">{t('at.other')}</span>
        <input
          type="datetime-local"
          min={fieldIn(zone, now)}
          onChange={(event) => {
            const at = new Date(instantIn(zone, event.target.value))
            if (at.getTime() > Date.now()) choose(at)
          }}
        />
      </label>
    </fieldset>
  )
}
