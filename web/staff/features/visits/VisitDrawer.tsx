import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import type { BoardVisit } from '#contracts/orders/visits'
import { Taboos } from './CallerLine.tsx'
import { VisitPart } from './VisitPart.tsx'
import styles from './visits.module.css'

type Props = { orderId: string; visit: BoardVisit | undefined; close: () => void }

/** One appointment beside the board, with everything that is done with it. */
export function VisitDrawer({ orderId, visit, close }: Props) {
  const { t } = useTranslation('orders-visits')
  return (
    <Drawer
      open
      onClose={close}
      mask={{ closable: true }}
      title={visit ? [visit.customer || visit.number, visit.summary].join(' · ') : t('part.title')}
      size={520}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      <div className={styles.fields}>
        <Taboos taboos={visit?.taboos ?? []} />
        {visit?.note ? <p>{visit.note}</p> : null}
        <VisitPart orderId={orderId} />
        <Link to="/orders/$id" params={{ id: orderId }} className={styles.link}>
          {t('part.open')} {visit?.number}
        </Link>
      </div>
    </Drawer>
  )
}
