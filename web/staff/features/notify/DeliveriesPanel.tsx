import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeDelivery } from '#contracts/notify'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty } from '../../ui/states.tsx'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { useWhen } from '../../ui/use-when.ts'
import styles from './notify.module.css'
import { type DeliveryState, deliveriesQuery, useSendAgain } from './notify-queries.ts'
import { useFaultWords } from './use-fault-words.ts'

const STATES = ['failed', 'queued', 'sent', 'dropped'] as const

/** What was told lately, and what reached nobody with its reason and a button. */
export function DeliveriesPanel() {
  const { t } = useTranslation('notify')
  const [state, setState] = useState<DeliveryState>('failed')
  const deliveries = useInfiniteQuery(deliveriesQuery(state))
  return (
    <>
      <div className={styles.bar}>
        <Segmented
          value={state}
          onChange={setState}
          options={STATES.map((value) => ({ value, label: t(`delivery.state.${value}`) }))}
        />
      </div>
      <QueryState query={deliveries}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.deliveries)
          if (rows.length === 0) return <Empty title={t(`delivery.none.${state}`)} />
          return (
            <ul className={styles.list}>
              {rows.map((row) => (
                <DeliveryLine key={row.id} row={row} />
              ))}
            </ul>
          )
        }}
      </QueryState>
      {deliveries.hasNextPage ? (
        <Button onClick={() => deliveries.fetchNextPage()} loading={deliveries.isFetchingNextPage}>
          {t('action.more')}
        </Button>
      ) : null}
    </>
  )
}

function DeliveryLine({ row }: { row: NoticeDelivery }) {
  const { t } = useTranslation('notify')
  const when = useWhen()
  const words = useFaultWords()
  const again = useSendAgain()
  const problem = useProblem()
  const done = useDone()
  return (
    <li className={styles.item}>
      <div>
        <strong>
          {t(`delivery.kind.${row.kind}`)} · {row.to}
        </strong>
        <small>
          {t(`means.${row.means}`)} · {when(row.at)}
          {row.gathered ? ` · ${t('delivery.gathered')}` : ''}
          {row.tries > 1 ? ` · ${t('delivery.tries', { count: row.tries })}` : ''}
        </small>
        {row.ticket ? (
          <Link to="/tickets/$id" params={{ id: row.ticket.id }}>
            {row.ticket.number}
          </Link>
        ) : null}
        {row.fault ? (
          <small className={row.state === 'failed' ? styles.bad : undefined}>
            {words(row.fault, row.data)}
          </small>
        ) : null}
      </div>
      {row.state === 'failed' ? (
        <Button
          loading={again.isPending}
          onClick={() =>
            again.mutate(row.id, { onError: problem, onSuccess: () => done(t('delivery.queued')) })
          }
        >
          {t('delivery.again')}
        </Button>
      ) : null}
    </li>
  )
}
