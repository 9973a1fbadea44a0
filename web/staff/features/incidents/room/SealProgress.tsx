import { useTranslation } from 'react-i18next'
import { CheckIcon } from '../../../ui/icons.tsx'
import styles from './checklist.module.css'
import own from './seal-progress.module.css'

/** How many shops know of the seal and how many have answered. */
export function SealProgress({ told, back }: { told: number; back: number }) {
  const { t } = useTranslation('incidents')
  return (
    <span className={styles.holders} data-tone={back < told ? 'amber' : undefined}>
      {t('step.sealed', { told, back })}
    </span>
  )
}

/** Somebody has ticked it off, and shops are still to answer: no plain tick. */
export function PartlyTick() {
  return (
    <span className={own.partly}>
      <CheckIcon size={16} />
    </span>
  )
}
