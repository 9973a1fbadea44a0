import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppliedBatch, VisitView } from '#contracts/orders/visits'
import { useCan, useZone } from '../../app/session.ts'
import { QueryState } from '../../ui/QueryState.tsx'
import { formatInstant } from '../../ui/time.ts'
import { AftercareList } from './AftercareList.tsx'
import { BatchDialog } from './BatchDialog.tsx'
import { ReadRecord } from './ReadRecord.tsx'
import { VisitDeeds } from './VisitDeeds.tsx'
import { useVisit } from './visit-queries.ts'
import styles from './visits.module.css'

/** When, where and by whom; the record, what went onto the skin, and how the skin took it (O5, salon). */
export function VisitPart({ orderId }: { orderId: string }) {
  const visit = useVisit(orderId)
  // An order without a time has no appointment yet: nothing to show, and nothing wrong.
  if ((visit.error as { code?: string } | null)?.code === 'orders.noVisit') return null
  return <QueryState query={visit}>{(data) => <Whole visit={data} />}</QueryState>
}

function Whole({ visit }: { visit: VisitView }) {
  const { t, i18n } = useTranslation('orders-visits')
  const zone = useZone()
  const time = (at: string) => formatInstant(at, 'time', i18n.language, zone)
  const day = formatInstant(visit.startsAt, 'day', i18n.language, zone)
  const reached = [
    visit.arrivedAt ? t('part.arrived', { time: time(visit.arrivedAt) }) : '',
    visit.begunAt ? t('part.begun', { time: time(visit.begunAt) }) : '',
    visit.finishedAt ? t('part.finished', { time: time(visit.finishedAt) }) : '',
  ].filter(Boolean)
  return (
    <section className={styles.part} aria-label={t('part.title')}>
      <h2>{t('part.title')}</h2>
      <p className={styles.when}>
        <b data-state={visit.state}>{t(`state.${visit.state}`)}</b>
        <span>{t('part.where', { day, from: time(visit.startsAt), to: time(visit.endsAt) })}</span>
        <span>{visit.therapist ? t('part.therapist', { name: visit.therapist }) : t('part.nobody')}</span>
        {visit.room ? <span>{visit.room}</span> : null}
        {visit.overMin !== null ? (
          <strong className={styles.over}>{t('board.over', { count: visit.overMin })}</strong>
        ) : null}
      </p>
      {reached.length ? <p className={styles.quiet}>{reached.join(' · ')}</p> : null}
      {visit.skinAfter ? <p className={styles.quiet}>{t(`skin.${visit.skinAfter}`)}</p> : null}
      <VisitDeeds visit={visit} />
      <Record visit={visit} />
      {visit.products.length ? <Products products={visit.products} /> : null}
      {visit.aftercare.length ? <AftercareList visit={visit} /> : null}
    </section>
  )
}

function Record({ visit }: { visit: VisitView }) {
  const { t, i18n } = useTranslation('orders-visits')
  const zone = useZone()
  const [reading, setReading] = useState(false)
  if (!visit.record && !visit.begunAt) return null
  return (
    <div className={styles.block}>
      <h3>{t('record.title')}</h3>
      <p className={styles.between}>
        {visit.record
          ? t('record.by', {
              name: visit.record.by,
              time: formatInstant(visit.record.at, 'time', i18n.language, zone),
            })
          : t('record.none')}
        {visit.can.includes('readRecord') ? (
          <Button size="small" onClick={() => setReading(true)}>
            {t('deed.readRecord')}
          </Button>
        ) : null}
      </p>
      {reading ? <ReadRecord orderId={visit.orderId} close={() => setReading(false)} /> : null}
    </div>
  )
}

function Products({ products }: { products: readonly AppliedBatch[] }) {
  const { t } = useTranslation('orders-visits')
  const mayLook = useCan('orders.aftercare')
  const [batch, setBatch] = useState<AppliedBatch | null>(null)
  return (
    <div className={styles.block}>
      <h3>{t('products.title')}</h3>
      <ul className={styles.products}>
        {products.map((product) => (
          <li key={product.batchId}>
            <span>{product.ingredient}</span>
            {mayLook ? (
              <button
                type="button"
                className={styles.link}
                aria-label={t('products.same', product)}
                onClick={() => setBatch(product)}
              >
                {product.code}
              </button>
            ) : (
              <span>{product.code}</span>
            )}
            <span className={styles.quiet}>{product.amount}</span>
            {product.stopped ? <strong>{t('products.stopped')}</strong> : null}
          </li>
        ))}
      </ul>
      {batch ? <BatchDialog batchId={batch.batchId} close={() => setBatch(null)} /> : null}
    </div>
  )
}
