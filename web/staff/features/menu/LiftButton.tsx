import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { StopSaleView } from '#contracts/orders/menu'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { useLiftStop } from './menu-queries.ts'

/** On sale again, after one question: what was stopped was stopped for a reason. */
export function LiftButton({ stop }: { stop: StopSaleView }) {
  const { t } = useTranslation(['orders-menu', 'common'])
  const { modal } = App.useApp()
  const lift = useLiftStop()
  const problem = useProblem()
  const done = useDone()
  const ask = () =>
    modal.confirm({
      title: t('stop.liftTitle', { what: stop.what }),
      content: t('stop.liftHint'),
      okText: t('stop.lift'),
      cancelText: t('common:action.cancel'),
      onOk: () => lift.mutateAsync(stop.id).then(() => done(t('stop.lifted')), problem),
    })
  return (
    <Button onClick={ask} loading={lift.isPending}>
      {t('stop.lift')}
    </Button>
  )
}
