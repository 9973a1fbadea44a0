import { useTranslation } from 'react-i18next'
import type { MenuShop, StopSaleView } from '#contracts/orders/menu'
import { TimeText } from '../../app/TimeText.tsx'
import { WarnIcon } from '../../ui/icons.tsx'
import { LiftButton } from './LiftButton.tsx'
import { useStops } from './menu-queries.ts'
import styles from './stops.module.css'

/** What must not be sold right now stands above everything else, with why and since when. */
export function StopStrip({ shop }: { shop: MenuShop | null }) {
  const { t } = useTranslation('orders-menu')
  const stops = (useStops().data ?? []).filter((stop) => !stop.liftedAt && concerns(stop, shop))
  if (!stops.length) return null
  return (
    <div role="alert" className={styles.strip} aria-label={t('stop.standing')}>
      <ul>
        {stops.map((stop) => (
          <li key={stop.id}>
            <WarnIcon size={20} />
            <div>
              <strong>{t('stop.line', { what: stop.what })}</strong>
              <p>{stop.reason}</p>
              <StopFacts stop={stop} />
            </div>
            {stop.mayLift ? <LiftButton stop={stop} /> : null}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Where it counts, who said so and when, and how many open orders hold it. */
export function StopFacts({ stop }: { stop: StopSaleView }) {
  const { t } = useTranslation(['orders-menu', 'common'])
  const names = stop.atShops.map((shop) => shop.name)
  const where =
    stop.shops === null
      ? t('stop.allShops')
      : names.length === stop.shops && names.length <= 3
        ? names.join(t('common:list.and'))
        : t('stop.someShops', { count: stop.shops })
  return (
    <small>
      <span>{where}</span>
      <span>
        {stop.by} <TimeText at={stop.at} />
      </span>
      {stop.openOrders ? <b>{t('stop.openOrders', { count: stop.openOrders })}</b> : null}
    </small>
  )
}

export function concerns(stop: StopSaleView, shop: MenuShop | null): boolean {
  return !shop || stop.shops === null || stop.atShops.some(({ id }) => id === shop.id)
}
