import { useTranslation } from 'react-i18next'
import type { CompensationTotals } from '#contracts/tickets/compensation'
import styles from './Books.module.css'
import { formatMoney } from './money.ts'

type Props = { totals: CompensationTotals; chooseMonth: (month: string) => void }

/** The month in three figures, by shop and by kind, and the twelve months up to it. */
export function BooksTotals({ totals, chooseMonth }: Props) {
  const { t, i18n } = useTranslation('compensation')
  const money = (minor: number) => formatMoney(minor, totals.currency, i18n.language)
  return (
    <section className={styles.totals} aria-label={t('books.total')}>
      <div className={styles.figures}>
        <p>
          <span>{t('books.total')}</span>
          <b>{money(totals.amountMinor)}</b>
          <small>{t('books.count', { count: totals.count })}</small>
        </p>
        <p data-warn={totals.unpaidCount > 0}>
          <span>{t('books.unpaid')}</span>
          <b>{money(totals.unpaidMinor)}</b>
          <small>{t('books.count', { count: totals.unpaidCount })}</small>
        </p>
      </div>
      <Months totals={totals} money={money} choose={chooseMonth} />
      {totals.shops.length ? (
        <div className={styles.sums}>
          <Sums
            title={t('books.byShop')}
            rows={totals.shops.map(({ shop, amountMinor, count, onOrdersMinor, budgetMinor }) => ({
              key: shop?.id ?? '',
              name: shop?.name ?? t('books.noShop'),
              amountMinor: amountMinor + onOrdersMinor,
              count,
              note: [
                onOrdersMinor ? t('books.onOrders', { amount: money(onOrdersMinor) }) : '',
                budgetMinor ? t('books.budget', { amount: money(budgetMinor) }) : '',
              ]
                .filter(Boolean)
                .join(' · '),
              over: budgetMinor !== null && amountMinor + onOrdersMinor > budgetMinor,
              of: budgetMinor ?? 0,
            }))}
            money={money}
          />
          <Sums
            title={t('books.byKind')}
            rows={totals.kinds.map(({ kind, amountMinor, count }) => ({
              key: kind,
              name: t(`kind.${kind}`),
              amountMinor,
              count,
              note: '',
              over: false,
              of: 0,
            }))}
            money={money}
          />
        </div>
      ) : null}
    </section>
  )
}

type MonthsProps = {
  totals: CompensationTotals
  money: (minor: number) => string
  choose: (month: string) => void
}

function Months({ totals, money, choose }: MonthsProps) {
  const { t, i18n } = useTranslation('compensation')
  const most = Math.max(1, ...totals.months.map((m) => m.amountMinor))
  const name = (month: string) =>
    new Intl.DateTimeFormat(i18n.language, { month: 'short', timeZone: 'UTC' }).format(
      new Date(`${month}-01`),
    )
  return (
    <ul className={styles.months} aria-label={t('books.byMonth')}>
      {totals.months.map((month) => (
        <li key={month.month} data-now={month.month === totals.month}>
          <button
            type="button"
            aria-label={`${month.month} ${money(month.amountMinor)}`}
            title={`${month.month} · ${money(month.amountMinor)} · ${t('books.count', { count: month.count })}`}
            onClick={() => choose(month.month)}
          >
            <i style={{ height: `${Math.round((month.amountMinor / most) * 56)}px` }} />
            {name(month.month)}
          </button>
        </li>
      ))}
    </ul>
  )
}

type SumsProps = {
  title: string
  /** `of`: the budget that the bar is a part of; 0 where there is none. */
  rows: {
    key: string
    name: string
    amountMinor: number
    count: number
    note: string
    over: boolean
    of: number
  }[]
  money: (minor: number) => string
}
const SHOWN = 8

function Sums({ title, rows, money }: SumsProps) {
  const { t } = useTranslation('compensation')
  const most = Math.max(1, ...rows.map((row) => Math.max(row.amountMinor, row.of)))
  const line = (row: SumsProps['rows'][number]) => (
    <li key={row.key}>
      <span>{row.name}</span>
      <i>
        <b style={{ width: `${(row.amountMinor / most) * 100}%` }} />
      </i>
      <strong>{money(row.amountMinor)}</strong>
      <small data-over={row.over}>
        {[row.count ? t('books.count', { count: row.count }) : '', row.note, row.over ? t('books.over') : '']
          .filter(Boolean)
          .join(' · ')}
      </small>
    </li>
  )
  return (
    <div>
      <h2>{title}</h2>
      <ul>{rows.slice(0, SHOWN).map(line)}</ul>
      {rows.length > SHOWN ? (
        <details>
          <summary>{t('books.count', { count: rows.length - SHOWN })}</summary>
          <ul>{rows.slice(SHOWN).map(line)}</ul>
        </details>
      ) : null}
    </div>
  )
}
