import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ChevronIcon, WarnIcon } from '../../../ui/icons.tsx'
import styles from './seals.module.css'
import { useWaitingSeals } from './use-waiting-seals.ts'

/** On the shop's page of the day: something waits to be sealed. */
export function SealNotice() {
  const { t } = useTranslation('incidents')
  const waiting = useWaitingSeals()
  const first = waiting[0]
  if (!first) return null
  const real = waiting.some(({ drill }) => !drill)
  return (
    <div role="alert">
      <Link to="/seals" className={styles.notice} data-drill={!real}>
        <WarnIcon size={20} />
        <span>
          <b>
            {first.drill ? t('drill.mark') : null}
            {t('seals.stop', { what: first.what })}
          </b>
          <small>{t('seals.waits', { count: waiting.length })}</small>
        </span>
        <ChevronIcon />
      </Link>
    </div>
  )
}
