import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import type { Seal, SealShop } from '#contracts/incidents/seal'
import { TimeText } from '../../../app/TimeText.tsx'
import { Ring } from '../../../ui/Meter.tsx'
import { Pill } from '../../../ui/Pill.tsx'
import { FileLinks } from '../room/FileLinks.tsx'
import { LiftSealDialog } from './LiftSealDialog.tsx'
import styles from './seal.module.css'
import { sealState } from './seal-state.ts'

const FOLD_FROM = 8

/** One stop-sale: how many shops have acknowledged it, what they found, and who has to be chased. */
export function SealCard({ room, seal }: { room: Room; seal: Seal }) {
  const { t } = useTranslation('incidents')
  const [lifting, setLifting] = useState(false)
  const waiting = seal.shops.filter((shop) => shop.state === 'waiting')
  const [only, setOnly] = useState(waiting.length > 0 && seal.shops.length > FOLD_FROM)
  const shown = only && waiting.length ? waiting : seal.shops.toSorted(byState)
  const all = seal.of > 0 && seal.acknowledged === seal.of
  return (
    <article className={styles.seal} data-lifted={seal.liftedAt !== null}>
      <header>
        <div className={styles.ring}>
          <Ring share={seal.of ? seal.acknowledged / seal.of : 0} tone={all ? 'leaf' : 'amber'} size={64} />
          <b>
            {seal.acknowledged}/{seal.of}
          </b>
        </div>
        <div className={styles.about}>
          <h2>{seal.what}</h2>
          <p>{seal.instruction}</p>
          {seal.sample ? <p>{t('seal.sampleOf', { sample: seal.sample })}</p> : null}
          <small>
            {t('seal.orderedBy', { name: seal.orderedBy })} <TimeText at={seal.orderedAt} />
          </small>
          {seal.liftedAt ? (
            <p className={styles.lifted}>
              {t('seal.liftedBy', { name: seal.liftedBy, why: seal.liftedWhy })}
            </p>
          ) : null}
        </div>
        {!seal.liftedAt && room.can.includes('lead') ? (
          <Button onClick={() => setLifting(true)}>{t('seal.lift')}</Button>
        ) : null}
      </header>
      <p className={styles.sums}>
        <span>{t('seal.sum')}</span>
        {seal.sums.length
          ? seal.sums.map(({ unit, quantity }) => (
              <b key={unit}>
                {quantity} {unit}
              </b>
            ))
          : t('seal.noSum')}
      </p>
      {waiting.length && seal.shops.length > FOLD_FROM ? (
        <div className={styles.filter} role="tablist" aria-label={t('seal.which')}>
          <Pill tab on={only} pick={() => setOnly(true)}>
            {t('seal.onlyWaiting')}
            <b>{waiting.length}</b>
          </Pill>
          <Pill tab on={!only} pick={() => setOnly(false)}>
            {t('seal.allShops')}
          </Pill>
        </div>
      ) : null}
      <ul className={styles.shops} aria-label={t('seal.shopsOf', { what: seal.what })}>
        {shown.map((shop) => (
          <li key={shop.shopId} data-state={shop.state}>
            <ShopLine seal={seal} shop={shop} />
          </li>
        ))}
      </ul>
      {lifting ? <LiftSealDialog room={room} seal={seal} close={() => setLifting(false)} /> : null}
    </article>
  )
}

const ORDER = { waiting: 0, acknowledged: 1, none_here: 2 } as const
const byState = (a: SealShop, b: SealShop) =>
  ORDER[a.state] - ORDER[b.state] || b.asked - a.asked || a.name.localeCompare(b.name)

function ShopLine({ seal, shop }: { seal: Seal; shop: SealShop }) {
  const { t } = useTranslation('incidents')
  const waits = shop.state === 'waiting'
  return (
    <>
      <span className={styles.name}>{shop.name}</span>
      <span className={styles.state}>{t(`seal.state.${sealState(seal, shop)}`)}</span>
      <span className={styles.found}>
        {shop.state === 'acknowledged' && shop.quantity !== null ? `${shop.quantity} ${shop.unit}` : null}
        {shop.sampleKept ? <small>{t('seal.kept', { sample: shop.sampleKept })}</small> : null}
        {shop.sampleMissing ? <small>{t('seal.noSample', { why: shop.sampleMissing })}</small> : null}
        {shop.note ? <small>{shop.note}</small> : null}
        <FileLinks files={shop.photos} />
      </span>
      <small className={styles.when}>
        {waits ? (
          <>
            {shop.asked > 1 ? <b>{t('seal.chased', { count: shop.asked - 1 })} </b> : null}
            {t(shop.asked > 1 ? 'seal.firstTold' : 'seal.told')} <TimeText at={shop.toldAt} />
          </>
        ) : (
          <>
            {shop.by} {shop.at ? <TimeText at={shop.at} /> : null}
            {shop.late ? <b> {t('seal.late')}</b> : null}
          </>
        )}
      </small>
    </>
  )
}
