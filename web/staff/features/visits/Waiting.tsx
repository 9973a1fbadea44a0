import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { VisitBoard } from '#contracts/orders/visits'
import { useWhen } from '../../ui/use-when.ts'
import styles from './board.module.css'

/** Whoever was asked how the skin is and has not said so: one call away. */
export function Waiting({ board }: { board: VisitBoard }) {
  const { t } = useTranslation('orders-visits')
  const when = useWhen()
  if (!board.aftercare.length) return null
  return (
    <section className={styles.waiting} aria-labelledby="waiting">
      <h2 id="waiting">
        {t('waiting.title')} <span>{board.aftercare.length}</span>
      </h2>
      <ul>
        {board.aftercare.map((one) => (
          <li key={`${one.orderId} ${one.day}`}>
            <Link to="/orders/$id" params={{ id: one.orderId }}>
              <b>{one.customer || one.number}</b>
              <span>{t('waiting.day', { day: one.day })}</span>
              <span>{t('waiting.asked', { when: when(one.askedAt) })}</span>
              {one.call ? <em>{t('waiting.call')}</em> : null}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
