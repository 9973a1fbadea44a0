import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../app/session.ts'
import { OrderLine } from './OrderLine.tsx'
import { useOrders } from './order-queries.ts'
import styles from './orders.module.css'

const SHOWN = 5

/** The orders of one customer with everything that was merged into the file, the newest first; nothing where there are none. */
export function CustomerOrders({ customerId }: { customerId: string }) {
  const { t } = useTranslation('orders')
  const list = useOrders({ customerId, stage: 'all' }, useCan('orders.read'))
  const rows = list.data?.pages[0]?.rows ?? []
  if (!rows.length) return null
  return (
    <section className={styles.own} aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <ul className={styles.list} data-narrow>
        {rows.slice(0, SHOWN).map((row) => (
          <OrderLine key={row.id} row={row} />
        ))}
      </ul>
      {rows.length > SHOWN ? (
        <Link to="/orders" search={{ stage: 'all', customerId }}>
          {t('list.allOf')}
        </Link>
      ) : null}
    </section>
  )
}
