import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CallPop } from '#contracts/tickets/calls'
import { useCan } from '../../app/session.ts'
import { useProblem } from '../../ui/use-problem.ts'
import { startTyped } from '../orders/index.ts'
import { useNumber } from './call-queries.ts'

/**
 * Takes an order from whoever is on the line: the form opens with the number in it, which never stands in an address. Whoever may see numbers
 * has it noted for what; for anybody else the form begins without it.
 */
export function TakeOrder({ call, fold }: { call: CallPop; fold: () => void }) {
  const { t } = useTranslation('orders-desk')
  const navigate = useNavigate()
  const number = useNumber(call.id)
  const problem = useProblem()
  if (!useCan('orders.enter') || call.direction === 'outbound') return null
  const open = (phone: string) => {
    startTyped(phone)
    fold()
    void navigate({ to: '/orders/new' })
  }
  const take = () =>
    call.can.includes('reveal')
      ? number.mutate(t('call.reason'), { onError: problem, onSuccess: (shown) => open(shown.number) })
      : open('')
  return (
    <Button loading={number.isPending} onClick={take}>
      {t('call.order')}
    </Button>
  )
}
