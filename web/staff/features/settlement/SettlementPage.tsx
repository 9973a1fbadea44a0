import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settlement } from '#contracts/orders/settlement'
import { useCan, useZone } from '../../app/session.ts'
import { monthsUntil } from '../../ui/months.ts'
import { PageFrame } from '../../ui/PageFrame.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty } from '../../ui/states.tsx'
import { dayIn } from '../../ui/time.ts'
import { useMoney } from '../../ui/use-money.ts'
import { shopsQuery } from '../people/index.ts'
import { DayBars } from './DayBars.tsx'
import { DayOrders } from './DayOrders.tsx'
import { SumTable } from './SumTable.tsx'
import styles from './settlement.module.css'
import { type BookSpan, filePath, useSettlement } from './settlement-queries.ts'

const ALL = 'all'
const MONTHS = 24

/** 订单结算: what the shops took and gave back in a month, by day, shop and source, down to the single orders; nobody's name. */
export function SettlementPage() {
  const { t } = useTranslation('settlement')
  const today = dayIn(useZone(), Date.now())
  const [span, setSpan] = useState<BookSpan>({ month: today.slice(0, 7) })
  const [day, setDay] = useState<string | null>(null)
  const books = useSettlement(span)
  const change = (next: BookSpan) => {
    setSpan(next)
    setDay(null)
  }
  return (
    <PageFrame
      title={t('title')}
      hint={t(books.data?.rows === false ? 'hintSums' : 'hint')}
      actions={
        <>
          <Button href={filePath(span, 'csv')}>{t('csv')}</Button>
          <Button href={filePath(span, 'xlsx')}>{t('xlsx')}</Button>
        </>
      }
    >
      <Filters span={span} today={today} onChange={change} />
      <QueryState query={books}>
        {(data) => (
          <>
            <Figures data={data} />
            {data.days.length === 0 ? (
              <Empty title={t('none')} hint={t('noneHint')} />
            ) : (
              <>
                <DayBars data={data} chosen={day} onChoose={data.rows ? setDay : undefined} />
                {day ? (
                  <DayOrders
                    day={day}
                    shop={span.shop}
                    currency={data.currency}
                    onClose={() => setDay(null)}
                  />
                ) : null}
                <div className={styles.sides}>
                  <SumTable
                    title={t('byShop')}
                    what={t('shop')}
                    rows={data.shops.map((s) => ({ ...s, key: s.id }))}
                    currency={data.currency}
                  />
                  <SumTable
                    title={t('bySource')}
                    what={t('source')}
                    rows={data.sources.map((s) => ({
                      ...s,
                      key: s.source,
                      name: t(`orders:source.${s.source}`),
                    }))}
                    currency={data.currency}
                  />
                </div>
              </>
            )}
          </>
        )}
      </QueryState>
    </PageFrame>
  )
}

type FiltersProps = { span: BookSpan; today: string; onChange: (span: BookSpan) => void }

function Filters({ span, today, onChange }: FiltersProps) {
  const { t, i18n } = useTranslation('settlement')
  const shops = useQuery({ ...shopsQuery, enabled: useCan('people.readShops') }).data ?? []
  return (
    <div className={styles.filters}>
      <Select
        aria-label={t('month')}
        value={span.month}
        options={monthsUntil(today, i18n.language, MONTHS)}
        onChange={(month) => onChange({ ...span, month })}
      />
      <Select
        aria-label={t('shop')}
        showSearch={{ optionFilterProp: 'label' }}
        value={span.shop ?? ALL}
        options={[
          { value: ALL, label: t('allShops') },
          ...shops.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(shop) => onChange({ ...span, shop: shop === ALL ? undefined : shop })}
      />
    </div>
  )
}

function Figures({ data: { sums, before, currency } }: { data: Settlement }) {
  const { t } = useTranslation('settlement')
  const money = useMoney(currency)
  const net = sums.receivedMinor - sums.refundedMinor
  const netBefore = before.receivedMinor - before.refundedMinor
  const open = sums.totalMinor - sums.receivedMinor
  return (
    <dl className={styles.figures}>
      <div data-main>
        <dt>{t('net')}</dt>
        <dd>{money(net)}</dd>
        <dd>
          {netBefore > 0 ? t('change', { by: signed((net - netBefore) / netBefore) }) : t('nothingBefore')}
        </dd>
      </div>
      <div>
        <dt>{t('received')}</dt>
        <dd>{money(sums.receivedMinor)}</dd>
        <dd>{open > 0 ? t('open', { amount: money(open) }) : t('allIn')}</dd>
      </div>
      <div>
        <dt>{t('refunded')}</dt>
        <dd>{money(sums.refundedMinor)}</dd>
        <dd>
          {sums.refundedMinor > 0 && sums.receivedMinor > 0
            ? t('share', { share: percent(sums.refundedMinor / sums.receivedMinor) })
            : t('noRefund')}
        </dd>
      </div>
      <div>
        <dt>{t('orders')}</dt>
        <dd>{sums.orders.toLocaleString()}</dd>
        <dd>{t(sums.cancelled ? 'cancelled' : 'noneCancelled', { count: sums.cancelled })}</dd>
      </div>
    </dl>
  )
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`
const signed = (share: number): string => `${share >= 0 ? '+' : '−'}${percent(Math.abs(share))}`
