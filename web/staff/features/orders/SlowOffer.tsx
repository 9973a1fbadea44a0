import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderView } from '#contracts/orders'
import { useZone } from '../../app/session.ts'
import { ClockIcon } from '../../ui/icons.tsx'
import { useTicking } from '../../ui/ticking.ts'
import { formatInstant } from '../../ui/time.ts'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import styles from './order.module.css'
import { useOrderDeed } from './order-queries.ts'
import { PromiseOrder } from './PromiseOrder.tsx'

/** The kitchen says it will be later: one tap tells the customer the time it proposes, with its reason. */
export function SlowOffer({ order }: { order: OrderView }) {
  const { t, i18n } = useTranslation(['orders-desk', 'orders'])
  const zone = useZone()
  const [edits, setEdits] = useState(false)
  const run = useOrderDeed(order.id)
  const problem = useProblem()
  const done = useDone()
  const proposal = proposalOf(order)
  const past = useTicking((now) => proposal !== null && Date.parse(proposal.at) <= now)
  if (!proposal || !order.can.includes('promise')) return null
  const { at, reason, item, station } = proposal
  const time = formatInstant(at, 'time', i18n.language, zone)
  const tell = () =>
    run.mutate(
      { do: 'promise', body: { promisedAt: at, reason, tell: true } },
      { onError: problem, onSuccess: () => done(t('slow.told', { time })) },
    )
  return (
    <div className={styles.slow} role="status">
      <ClockIcon />
      <p>
        <b>{t('slow.title', { item, station })}</b>
        <span>{t('slow.reason', { reason })}</span>
      </p>
      {past ? null : (
        <Button type="primary" loading={run.isPending} onClick={tell}>
          {t('slow.tell', { time })}
        </Button>
      )}
      <Button onClick={() => setEdits(true)}>{t('slow.edit')}</Button>
      {edits ? (
        <PromiseOrder
          order={order}
          given={past ? { reason } : { at, reason }}
          close={() => setEdits(false)}
        />
      ) : null}
    </div>
  )
}

type Proposal = { at: string; reason: string; item: string; station: string }

/** What the kitchen proposed last, as long as it is later than what was promised since. */
function proposalOf({ trace, promisedAt, warnings }: OrderView): Proposal | null {
  const line = trace.findLast(({ kind }) => kind === 'slow' || kind === 'promised')
  if (line?.kind !== 'slow' || !promisedAt || !warnings.some((one) => one === 'slow' || one === 'late'))
    return null
  const said = (key: string) => (typeof line.data[key] === 'string' ? (line.data[key] as string) : '')
  const at = said('proposedAt')
  if (!at || Date.parse(at) <= Date.parse(promisedAt)) return null
  return { at, reason: said('reason'), item: said('item'), station: said('station') }
}
