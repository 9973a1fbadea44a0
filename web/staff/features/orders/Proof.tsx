import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderView, TraceLine } from '#contracts/orders'
import { QueryState } from '../../ui/QueryState.tsx'
import styles from './order.module.css'
import { useDeliveryFacts } from './order-queries.ts'

/** The picture of the door or the signature, fetched when somebody asks for it: each look is kept. */
export function Proof({ order, line }: { order: OrderView; line: TraceLine }) {
  const { t } = useTranslation('orders-desk')
  const [open, setOpen] = useState(false)
  const kind = line.data.proof
  const pictured = line.kind === 'handed_over' && (kind === 'photo' || kind === 'signature')
  if (!pictured || !order.can.includes('reveal')) return null
  return (
    <>
      <button type="button" className={styles.proof} onClick={() => setOpen(true)}>
        {t(`proof.${kind}`)}
      </button>
      {open ? <Picture id={order.id} title={t(`proof.${kind}`)} close={() => setOpen(false)} /> : null}
    </>
  )
}

function Picture({ id, title, close }: { id: string; title: string; close: () => void }) {
  const { t } = useTranslation('orders-desk')
  const facts = useDeliveryFacts(id)
  return (
    <Modal open title={title} onCancel={close} footer={null} width={560}>
      <p className={styles.kept}>{t('proof.kept')}</p>
      <QueryState query={facts}>
        {({ picture }) =>
          picture ? <img className={styles.picture} src={picture} alt={title} /> : <p>{t('proof.gone')}</p>
        }
      </QueryState>
    </Modal>
  )
}
