import { useTranslation } from 'react-i18next'
import type { MenuShop } from '#contracts/orders/menu'
import { TimeText } from '../../app/TimeText.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty } from '../../ui/states.tsx'
import { useStops } from './menu-queries.ts'
import { concerns, StopFacts } from './StopStrip.tsx'
import styles from './stops.module.css'

/** What was stopped in the last weeks and is on sale again; what still stands is above on every part of the page. */
export function StopsPanel({ shop }: { shop: MenuShop | null }) {
  const { t } = useTranslation('orders-menu')
  const stops = useStops()
  return (
    <QueryState query={stops}>
      {(all) => {
        const mine = all.filter((stop) => concerns(stop, shop))
        const over = mine.filter((stop) => stop.liftedAt)
        if (!mine.length) return <Empty title={t('stop.none')} hint={t('stop.noneHint')} />
        if (!over.length) return <p className={styles.quiet}>{t('stop.nonePast')}</p>
        return (
          <section aria-label={t('stop.past')}>
            <h2 className={styles.heading}>{t('stop.past')}</h2>
            <ul className={styles.past}>
              {over.map((stop) => (
                <li key={stop.id}>
                  <strong>{stop.what}</strong>
                  <p>{stop.reason}</p>
                  <StopFacts stop={stop} />
                  <small>
                    {t('stop.liftedBy', { by: stop.liftedBy })} <TimeText at={stop.liftedAt!} />
                  </small>
                </li>
              ))}
            </ul>
          </section>
        )
      }}
    </QueryState>
  )
}
