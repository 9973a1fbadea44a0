import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import room_ from './room.module.css'
import { ShopPlot } from './ShopPlot.tsx'
import styles from './shops.module.css'

const ShopsDialog = lazy(() => import('./ShopsDialog.tsx').then((file) => ({ default: file.ShopsDialog })))
const ORDER = { waiting: 0, none: 1, acknowledged: 2 } as const

/** Which shops are concerned: those that still owe something stand first. */
export function ShopsPart({ room }: { room: Room }) {
  const { t } = useTranslation('incidents')
  const [editing, setEditing] = useState(false)
  const shops = room.involved.toSorted(
    (a, b) => ORDER[a.seal] - ORDER[b.seal] || b.tickets - a.tickets || a.name.localeCompare(b.name),
  )
  return (
    <section className={room_.card} id="room-shops" aria-labelledby="room-shops-title">
      <h2 className={room_.title} id="room-shops-title">
        {t('part.shops')}
        <small>
          {shops.length
            ? t(room.wholeBrand ? 'shops.wholeCount' : 'shops.count', { count: shops.length })
            : null}
        </small>
        {room.can.includes('lead') ? (
          <button type="button" onClick={() => setEditing(true)}>
            {t('shops.edit')}
          </button>
        ) : null}
      </h2>
      {shops.length === 0 ? (
        <p className={room_.quiet}>{t('shops.all')}</p>
      ) : (
        <>
          <ShopPlot shops={shops} />
          <ul className={styles.list}>
            {shops.map((shop) => (
              <li key={shop.id}>
                <span>
                  {shop.name}
                  <small>{shop.region}</small>
                </span>
                {shop.tickets ? <small>{t('list.tickets', { count: shop.tickets })}</small> : null}
                {shop.seal === 'none' ? null : <b data-seal={shop.seal}>{t(`shops.seal.${shop.seal}`)}</b>}
              </li>
            ))}
          </ul>
        </>
      )}
      {editing ? (
        <Suspense>
          <ShopsDialog room={room} close={() => setEditing(false)} />
        </Suspense>
      ) : null}
    </section>
  )
}
