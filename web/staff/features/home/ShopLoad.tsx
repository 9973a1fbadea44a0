import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Home } from '#contracts/tickets/home'
import charts from './Charts.module.css'
import styles from './HomePage.module.css'

const SHOWN = 8
type Load = Home['shops'][number]

/** Which shop has most open: bars from zero, the overdue part in red, each leading to its tickets. */
export function ShopLoad({ shops, linked }: { shops: Load[]; linked: boolean }) {
  const { t } = useTranslation('home')
  const sorted = shops.toSorted((a, b) => b.breached - a.breached || b.open - a.open).slice(0, SHOWN)
  const most = Math.max(1, ...shops.map((shop) => shop.open))
  return (
    <section className={styles.section}>
      <h2>{t('shops.title')}</h2>
      <ul className={charts.shops}>
        {sorted.map((load) => (
          <li key={load.shop.id}>
            {linked ? (
              <Link
                to="/inbox"
                search={{ view: 'all', shop: load.shop.id, sort: 'due' }}
                className={charts.shop}
              >
                <Line load={load} most={most} />
              </Link>
            ) : (
              <div className={charts.shop}>
                <Line load={load} most={most} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Line({ load, most }: { load: Load; most: number }) {
  const { t } = useTranslation('home')
  const share = (count: number) => ({ width: `${(count / most) * 100}%` })
  return (
    <>
      <span>{load.shop.name}</span>
      <span className={charts.bar} aria-hidden>
        {load.breached > 0 ? <i data-late="true" style={share(load.breached)} /> : null}
        <i style={share(Math.max(0, load.open - load.breached))} />
      </span>
      <span className={charts.count}>
        {t('shops.open', { count: load.open })}
        {load.breached > 0 ? <em> · {t('shops.breached', { count: load.breached })}</em> : null}
      </span>
    </>
  )
}
