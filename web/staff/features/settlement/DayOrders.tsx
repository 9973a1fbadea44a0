import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useZone } from '../../app/session.ts'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty } from '../../ui/states.tsx'
import { formatInstant } from '../../ui/time.ts'
import { useMoney } from '../../ui/use-money.ts'
import styles from './settlement.module.css'
import { useSettledOrders } from './settlement-queries.ts'

type Props = { day: string; shop: string | undefined; currency: string; onClose: () => void }

/** The orders placed on one day, by number and amount. */
export function DayOrders({ day, shop, currency, onClose }: Props) {
  const { t, i18n } = useTranslation('settlement')
  const list = useSettledOrders(day, shop)
  const money = useMoney(currency)
  const zone = useZone()
  const title = t('dayTitle', { day: formatInstant(`${day}T12:00:00Z`, 'day', i18n.language, 'UTC') })
  return (
    <section className={styles.orders} aria-label={title}>
      <header>
        <h2>{title}</h2>
        <Button size="small" onClick={onClose}>
          {t('close')}
        </Button>
      </header>
      <QueryState query={list}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          if (rows.length === 0) return <Empty title={t('noOrders')} hint={t('noOrdersHint')} />
          return (
            <>
              <table>
                <thead>
                  <tr>
                    {(['number', 'shop', 'source', 'status', 'total', 'received', 'refunded'] as const).map(
                      (key) => (
                        <th key={key} scope="col">
                          {t(key)}
                        </th>
                      ),
                    )}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.id}>
                      <th scope="row">
                        {row.number}
                        <small>
                          {formatInstant(row.placedAt, 'time', i18n.language, zone)}
                          {row.externalId ? ` · ${row.externalId}` : ''}
                        </small>
                      </th>
                      <td data-label={t('shop')}>{row.shopName}</td>
                      <td data-label={t('source')}>{t(`orders:source.${row.source}`)}</td>
                      <td data-label={t('status')}>{t(`orders:status.${row.status}`)}</td>
                      <td data-label={t('total')}>{money(row.totalMinor)}</td>
                      <td data-label={t('received')}>{money(row.receivedMinor)}</td>
                      <td data-label={t('refunded')} data-none={row.refundedMinor === 0}>
                        {money(row.refundedMinor)}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {list.hasNextPage ? (
                <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                  {t('moreOrders')}
                </Button>
              ) : null}
            </>
          )
        }}
      </QueryState>
    </section>
  )
}
