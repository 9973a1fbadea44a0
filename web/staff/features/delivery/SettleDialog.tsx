import { Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardStop } from '#contracts/orders/delivery'
import { useProblem } from '../../ui/use-problem.ts'
import { useSettle } from './delivery-queries.ts'
import styles from './dispatch.module.css'

/** For a rider whose phone is gone, and for what came back: entered by hand, with a reason that stays in the trace. */
export function SettleDialog({ stop, close }: { stop: BoardStop; close: () => void }) {
  const { t } = useTranslation('orders-delivery')
  const field = useId()
  const came = stop.state === 'failed'
  const [outcome, setOutcome] = useState<'delivered' | 'returned' | 'again'>(came ? 'again' : 'delivered')
  const [reason, setReason] = useState('')
  const settle = useSettle()
  const problem = useProblem()
  const choices = came ? (['again'] as const) : (['delivered', 'returned'] as const)
  const save = () =>
    settle.mutate({ id: stop.id, outcome, reason: reason.trim() }, { onSuccess: close, onError: problem })
  return (
    <Modal
      open
      title={t('settleDialog.title', { number: stop.number })}
      okText={t('settleDialog.save')}
      cancelText={t('settleDialog.cancel')}
      okButtonProps={{ disabled: reason.trim().length < 2, loading: settle.isPending }}
      onOk={save}
      onCancel={close}
    >
      <div className={styles.form}>
        <Radio.Group value={outcome} onChange={(event) => setOutcome(event.target.value)}>
          {choices.map((key) => (
            <Radio key={key} value={key}>
              {t(`settleDialog.${key}`)}
            </Radio>
          ))}
        </Radio.Group>
        <label htmlFor={field}>
          {t('settleDialog.reason')}
          <Input
            id={field}
            value={reason}
            maxLength={200}
            placeholder={t('settleDialog.reasonHint')}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
      </div>
    </Modal>
  )
}
