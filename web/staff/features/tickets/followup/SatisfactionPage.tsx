import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FEW_RATINGS, type Satisfaction, type SatisfactionBy } from '#contracts/tickets/followup'
import { useCan } from '../../../app/session.ts'
import { Choice } from '../../../ui/Choice.tsx'
import { BackIcon } from '../../../ui/icons.tsx'
import { PageFrame } from '../../../ui/PageFrame.tsx'
import { QueryState } from '../../../ui/QueryState.tsx'
import { Empty } from '../../../ui/states.tsx'
import { type Days, useSatisfaction, useShopChoices } from './followup-queries.ts'
import { RatingList } from './RatingList.tsx'
import styles from './satisfaction.module.css'

const DAYS: readonly Days[] = ['7', '30', '90']
const BY: readonly SatisfactionBy[] = ['shop', 'person', 'category', 'team']
type Row = Satisfaction['rows'][number]

/** 满意度: how content customers were with the handling, and where least. Every bar leads to its tickets. */
export function SatisfactionPage() {
  const { t } = useTranslation('followup')
  const [days, setDays] = useState<Days>('30')
  const [by, setBy] = useState<SatisfactionBy>('shop')
  const [shop, setShop] = useState<string | undefined>(undefined)
  const [open, setOpen] = useState<Row | 'all' | null>(null)
  const figures = useSatisfaction({ days, by, shop })
  const shops = useShopChoices()
  const mayRevisit = useCan('tickets.revisit')
  return (
    <PageFrame
      title={t('figures.title')}
      hint={t('figures.hint')}
      actions={
        mayRevisit ? (
          <Link to="/revisits" className={styles.back}>
            <BackIcon size={16} />
            {t('title')}
          </Link>
        ) : null
      }
    >
      <div className={styles.filters}>
        <Choice
          label={t('figures.period')}
          options={DAYS}
          chosen={days}
          choose={setDays}
          say={(d) => t('figures.days', { count: Number(d) })}
        />
        <Choice
          label={t('figures.by')}
          options={BY}
          chosen={by}
          choose={setBy}
          say={(one) => t(`by.${one}`)}
        />
        {shops.data && shops.data.length > 1 ? (
          <select
            aria-label={t('shop')}
            value={shop ?? ''}
            onChange={(event) => setShop(event.target.value || undefined)}
          >
            <option value="">{t('anyShop')}</option>
            {shops.data.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        ) : null}
      </div>
      <QueryState query={figures}>
        {(data) =>
          data.total.count === 0 ? (
            <Empty title={t('figures.none')} hint={t('figures.noneHint')} />
          ) : (
            <>
              <Total data={data} open={() => setOpen('all')} />
              <Bars rows={data.rows} by={by} open={setOpen} />
            </>
          )
        }
      </QueryState>
      <Drawer
        open={open !== null}
        onClose={() => setOpen(null)}
        mask={{ closable: true }}
        title={open === null || open === 'all' ? t('figures.all') : nameOf(open, t('figures.unnamed'))}
        size={560}
        styles={{ wrapper: { maxWidth: '100vw' } }}
        destroyOnHidden
      >
        {open ? (
          <RatingList days={days} by={by} shop={shop} groupKey={open === 'all' ? null : open.key} />
        ) : null}
      </Drawer>
    </PageFrame>
  )
}

function nameOf(row: Row, unnamed: string): string {
  return row.name || unnamed
}

function Total({ data: { total, reasons }, open }: { data: Satisfaction; open: () => void }) {
  const { t } = useTranslation('followup')
  const most = Math.max(1, ...total.stars)
  const change =
    total.average !== null && total.before.average !== null ? total.average - total.before.average : null
  return (
    <section className={styles.total}>
      <div>
        <p className={styles.big}>
          {total.average?.toFixed(2)}
          <small>{t('figures.ofFive')}</small>
        </p>
        <p className={styles.quiet}>
          <button type="button" className={styles.link} onClick={open}>
            {t('figures.count', { count: total.count })}
          </button>
          {change === null ? null : (
            <span data-down={change < -0.005}>
              {t(change < -0.005 ? 'figures.down' : change > 0.005 ? 'figures.up' : 'figures.same', {
                by: Math.abs(change).toFixed(2),
              })}
            </span>
          )}
        </p>
      </div>
      <ol className={styles.stars} aria-label={t('figures.spread')}>
        {[5, 4, 3, 2, 1].map((n) => (
          <li key={n}>
            <span>{t('stars', { count: n })}</span>
            <i style={{ width: `${(100 * (total.stars[n - 1] ?? 0)) / most}%` }} data-low={n <= 2} />
            <b>{total.stars[n - 1] ?? 0}</b>
          </li>
        ))}
      </ol>
      {reasons.length ? (
        <ul className={styles.reasons} aria-label={t('figures.reasons')}>
          {reasons.map((one) => (
            <li key={one.key}>
              {one.label} <b>{one.count}</b>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

type BarsProps = { rows: Row[]; by: SatisfactionBy; open: (row: Row) => void }

/** The lowest at the top; what too few have judged is grey and at the end. */
function Bars({ rows, by, open }: BarsProps) {
  const { t } = useTranslation('followup')
  return (
    <section aria-label={t(`by.${by}`)}>
      <ol className={styles.bars}>
        {rows.map((row) => (
          <li key={row.key}>
            <button type="button" onClick={() => open(row)} data-few={row.few}>
              <span className={styles.name}>{nameOf(row, t('figures.unnamed'))}</span>
              <span className={styles.bar}>
                <i style={{ width: `${(((row.average ?? 1) - 1) / 4) * 100}%` }} data-tone={toneOf(row)} />
              </span>
              <b>{row.average?.toFixed(2)}</b>
              <small>{t('figures.n', { count: row.count })}</small>
            </button>
          </li>
        ))}
      </ol>
      {rows.some((row) => row.few) ? (
        <p className={styles.quiet}>{t('figures.few', { count: FEW_RATINGS })}</p>
      ) : null}
    </section>
  )
}

function toneOf({ average, few }: Row): 'few' | 'low' | 'fair' | 'good' {
  if (few || average === null) return 'few'
  if (average < 3.5) return 'low'
  return average < 4.2 ? 'fair' : 'good'
}
