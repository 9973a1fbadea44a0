import { Link } from '@tanstack/react-router'
import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { QueryState } from '../../ui/QueryState.tsx'
import { dateTime } from '../../ui/use-when.ts'
import { useBatchVisits } from './visit-queries.ts'
import styles from './visits.module.css'

/** Every treatment with one batch, and how the skins took it: the way from a bad batch to everybody who had it. */
export function BatchDialog({ batchId, close }: { batchId: string; close: () => void }) {
  const { t, i18n } = useTranslation('orders-visits')
  const batch = useBatchVisits(batchId)
  return (
    <Modal
      open
      title={batch.data ? t('batch.title', batch.data) : t('products.title')}
      onCancel={close}
      footer={null}
      width={560}
    >
      <QueryState query={batch}>
        {({ visits }) => (
          <>
            <p className={styles.quiet}>
              {visits.length ? t('batch.count', { count: visits.length }) : t('batch.none')}
            </p>
            <ul className={styles.batch}>
              {visits.map((visit) => (
                <li key={visit.orderId} data-reaction={visit.reaction ?? ''}>
                  <Link to="/orders/$id" params={{ id: visit.orderId }} onClick={close}>
                    <b>{visit.number}</b> {dateTime(visit.startsAt, i18n.language)}
                  </Link>
                  <span>{[visit.summary, visit.therapist, visit.shopName].filter(Boolean).join(' · ')}</span>
                  {visit.reaction ? <strong>{t(`reaction.${visit.reaction}`)}</strong> : null}
                  {visit.ticketId ? (
                    <Link to="/tickets/$id" params={{ id: visit.ticketId }} onClick={close}>
                      {t('batch.ticket')}
                    </Link>
                  ) : null}
                </li>
              ))}
            </ul>
          </>
        )}
      </QueryState>
    </Modal>
  )
}
