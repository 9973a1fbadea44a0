import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderView } from '#contracts/orders'
import { useProblem } from '../../ui/use-problem.ts'
import { Labelled } from './Labelled.tsx'
import styles from './order.module.css'
import { useRevealOrder } from './order-queries.ts'

const SHORTEST_REASON = 4

/** Name, number and address in the clear, for a reason that goes into the audit trail. */
export function RevealOrder({ order, close }: { order: OrderView; close: () => void }) {
  const { t } = useTranslation('orders')
  const [reason, setReason] = useState('')
  const reveal = useRevealOrder(order.id)
  const problem = useProblem()
  const shown = reveal.data
  return (
    <Modal open title={t('deed.reveal')} onCancel={close} footer={null} width={480}>
      {shown ? (
        <dl className={styles.who}>
          <dt>{t('field.name')}</dt>
          <dd>{shown.name || t('nameless')}</dd>
          <dt>{t('field.phone')}</dt>
          <dd>{shown.contact ? <a href={`tel:${shown.contact}`}>{shown.contact}</a> : t('none')}</dd>
          <dt>{t('field.address')}</dt>
          <dd>{shown.address || t('none')}</dd>
        </dl>
      ) : (
        <form
          className={styles.fields}
          onSubmit={(event) => {
            event.preventDefault()
            reveal.mutate(reason.trim(), { onError: problem })
          }}
        >
          <p>{t('hint.reveal')}</p>
          <Labelled label={t('field.reason')}>
            <Input autoFocus maxLength={200} value={reason} onChange={(e) => setReason(e.target.value)} />
          </Labelled>
          <div className={styles.foot}>
            <Button
              type="primary"
              htmlType="submit"
              loading={reveal.isPending}
              disabled={reason.trim().length < SHORTEST_REASON}
            >
              {t('deed.reveal')}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  )
}
