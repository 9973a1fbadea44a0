import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ShopSeal } from '#contracts/incidents/seal'
import { useMe } from '../../../app/session.ts'
import { ChevronIcon, WarnIcon } from '../../../ui/icons.tsx'
import { useMySeals } from './seal-queries.ts'
import styles from './seals.module.css'

/** On the shop's page of the day: something waits to be sealed. */
export function SealNotice() {
  const { t } = useTranslation('incidents')
  const waiting = useWaiting()
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

/** How many wait; those of a drill are `counted` in the navigation, and stand behind what is real on the home page. */
export function useSealCount(counted: 'all' | 'real'): number {
  return useWaiting().filter(({ drill }) => counted === 'all' || !drill).length
}

/** Of those who look after single shops; whoever sees the whole brand follows it in the room. */
function useWaiting(): ShopSeal[] {
  const ofShop = useMe().grants.some(({ extent }) => extent.kind === 'shop')
  const { data } = useMySeals(ofShop)
  return ofShop && data ? data.filter(({ shop }) => shop.state === 'waiting') : []
}
