import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { houseZone } from '../../ui/house-zone.ts'
import { BackIcon, ClockIcon } from '../../ui/icons.tsx'
import { useTicking } from '../../ui/ticking.ts'
import { formatInstant } from '../../ui/time.ts'
import styles from './kitchen.module.css'
import { serverNow } from './server-clock.ts'

type Props = {
  shops: readonly { id: string; name: string }[]
  shopId: string
  choose: (id: string) => void
  light: boolean
  turn: () => void
}

/** Way back, shop, clock and shade. */
export function KitchenBar({ shops, shopId, choose, light, turn }: Props) {
  const { t } = useTranslation('orders-kitchen')
  return (
    <header className={styles.bar}>
      <Link to="/" className={styles.barButton} aria-label={t('goBack')}>
        <BackIcon size={24} />
      </Link>
      <h1 className={styles.title}>{t('title')}</h1>
      {shops.length > 1 ? (
        <select aria-label={t('shop')} value={shopId} onChange={(event) => choose(event.target.value)}>
          {shops.map((shop) => (
            <option key={shop.id} value={shop.id}>
              {shop.name}
            </option>
          ))}
        </select>
      ) : (
        <span className={styles.shopName}>{shops[0]?.name}</span>
      )}
      <WallClock />
      <button type="button" className={styles.barButton} onClick={turn}>
        {t(light ? 'dark' : 'light')}
      </button>
    </header>
  )
}

function WallClock() {
  const { i18n } = useTranslation()
  const text = useTicking((now) => timeText(new Date(serverNow(now)).toISOString(), i18n.language))
  return (
    <span className={styles.clock}>
      <ClockIcon size={22} />
      {text}
    </span>
  )
}

/** 12:35 by this machine's zone: the screen hangs in the shop. */
export function timeText(at: string, language: string): string {
  return formatInstant(at, 'time', language, houseZone())
}
