import { useTranslation } from 'react-i18next'
import type { Measure } from '#contracts/incidents'
import { TimeText } from '../../../app/TimeText.tsx'
import { formatInstant } from '../../../ui/time.ts'
import styles from './review.module.css'

export function MeasureLine({ measure }: { measure: Measure }) {
  const { t, i18n } = useTranslation('incidents')
  const { doneAt, dueOn } = measure
  const day = formatInstant(`${dueOn}T00:00:00Z`, 'day', i18n.language, 'UTC')
  return (
    <div className={styles.measure} data-late={measure.late && !doneAt} data-done={doneAt !== null}>
      <p>{measure.text}</p>
      {measure.cause ? (
        <p className={styles.about}>{t('measure.forCause', { cause: measure.cause })}</p>
      ) : null}
      {measure.target ? (
        <p className={styles.about}>{t('measure.forTarget', { target: measure.target })}</p>
      ) : null}
      <small>
        <span>{measure.owner.name}</span>
        <span>{t(measure.late && !doneAt ? 'measure.late' : 'measure.due', { day })}</span>
        {doneAt ? (
          <span>
            {t('measure.done', { note: measure.doneNote })} <TimeText at={doneAt} />
          </span>
        ) : null}
      </small>
    </div>
  )
}
