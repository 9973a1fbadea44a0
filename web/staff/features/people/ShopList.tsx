import { useTranslation } from 'react-i18next'
import type { Shop } from '#contracts/people'
import { HoursLine } from '../../ui/HoursLine.tsx'
import styles from './people.module.css'

type Props = { shops: Shop[]; onOpen: ((shop: Shop) => void) | null }

/** One line a shop: who it is, where, when it is open, how many work there. */
export function ShopList({ shops, onOpen }: Props) {
  return (
    <ul className={styles.list}>
      {shops.map((shop) => (
        <li key={shop.id} className={styles.line}>
          {onOpen ? (
            <button type="button" className={styles.open} onClick={() => onOpen(shop)}>
              <ShopWords shop={shop} />
            </button>
          ) : (
            <div className={styles.open}>
              <ShopWords shop={shop} />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

function ShopWords({ shop }: { shop: Shop }) {
  const { t } = useTranslation('people')
  return (
    <span className={styles.shop}>
      <span className={styles.who}>
        <strong>{shop.name}</strong>
        <small>
          {shop.code} · {shop.regionName}
        </small>
      </span>
      <span className={styles.where}>
        <span>{shop.address || t('shop.noAddress')}</span>
        <small>{shop.phone}</small>
      </span>
      <span className={styles.when}>
        <HoursLine week={shop.hours} />
      </span>
      <span className={styles.end}>
        <span className={styles.state} data-state={shop.state}>
          {t(`shop.stateOf.${shop.state}`)}
        </span>
        <small>{t('shop.staffCount', { count: shop.staffCount })}</small>
      </span>
    </span>
  )
}
