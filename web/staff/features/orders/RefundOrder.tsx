import { InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderView } from '#contracts/orders'
import { useMoney } from '../../ui/use-money.ts'
import { DeedForm } from './DeedForm.tsx'
import { Labelled } from './Labelled.tsx'

/** Money back within the own limit; what is beyond goes the way of a compensation on a ticket. */
export function RefundOrder({ order, close }: { order: OrderView; close: () => void }) {
  const { t } = useTranslation(['orders-desk', 'orders'])
  const money = useMoney(order.currency)
  const { leftMinor, dueMinor, mayMinor } = order.refund
  const most = Math.min(leftMinor, mayMinor)
  const [amount, setAmount] = useState((Math.min(most, dueMinor || leftMinor) || most) / 100)
  return (
    <DeedForm
      order={order}
      close={close}
      deed="refund"
      reasoned
      words={dueMinor ? t(order.status === 'cancelled' ? 'due.reasonCancelled' : 'due.reasonCheaper') : ''}
      ready={amount > 0}
      hint={t(hintOf(order.refund), {
        left: money(leftMinor),
        may: money(mayMinor),
      })}
      call={(reason) => ({ do: 'refund', body: { amountMinor: Math.round(amount * 100), reason } })}
    >
      <Labelled label={t('orders:field.amount')}>
        <InputNumber
          min={0.01}
          max={most / 100}
          precision={2}
          value={amount}
          onChange={(yuan) => setAmount(yuan ?? 0)}
        />
      </Labelled>
    </DeedForm>
  )
}

/** What must go back anyway burdens no budget. */
function hintOf({ leftMinor, dueMinor, mayMinor }: OrderView['refund']) {
  if (mayMinor < leftMinor) return dueMinor ? 'refund.dueLimited' : 'refund.limited'
  return dueMinor ? 'refund.due' : 'refund.hint'
}
