import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SettledSums } from '#contracts/orders/settlement'
import { useMoney } from '../../ui/use-money.ts'
import styles from './settlement.module.css'

type Row = SettledSums & { key: string; name: string }
type Props = { title: string; what: string; rows: readonly Row[]; currency: string }
const SHOWN = 12

/** The sums of a month, one row for each shop or source. */
export function SumTable({ title, what, rows, currency }: Props) {
  const { t } = useTranslation('settlement')
  const money = useMoney(currency)
  const [all, setAll] = useState(false)
  return (
    <section className={styles.sums}>
      <h2>{title}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{what}</th>
            <th scope="col">{t('orders')}</th>
            <th scope="col">{t('total')}</th>
            <th scope="col">{t('received')}</th>
            <th scope="col">{t('refunded')}</th>
            <th scope="col">{t('net')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, all ? undefined : SHOWN).map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              <td data-label={t('orders')}>{row.orders.toLocaleString()}</td>
              <td data-label={t('total')}>{money(row.totalMinor)}</td>
              <td data-label={t('received')}>{money(row.receivedMinor)}</td>
              <td data-label={t('refunded')} data-none={row.refundedMinor === 0}>
                {money(row.refundedMinor)}
              </td>
              <td data-label={t('net')}>{money(row.receivedMinor - row.refundedMinor)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!all && rows.length > SHOWN ? (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          {t('more', { count: rows.length - SHOWN })}
        </button>
      ) : null}
    </section>
  )
}
