import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import { Empty } from '../../../ui/states.tsx'
import room_ from '../room/room.module.css'
import { SealCard } from './SealCard.tsx'

const OrderSealDrawer = lazy(() =>
  import('./OrderSealDrawer.tsx').then((file) => ({ default: file.OrderSealDrawer })),
)

/** What may not be sold any more, and how far the shops are with it. */
export function SealPart({ room }: { room: Room }) {
  const { t } = useTranslation('incidents')
  const [ordering, setOrdering] = useState(false)
  const orders = room.can.includes('seal') ? (
    <Button type={room.seals.length ? 'default' : 'primary'} danger onClick={() => setOrdering(true)}>
      {t('seal.order')}
    </Button>
  ) : null
  return (
    <div className={room_.part}>
      {room.seals.length === 0 ? (
        <Empty title={t('seal.none')} hint={t('seal.noneHint')} actions={orders} />
      ) : (
        <>
          {orders ? <div>{orders}</div> : null}
          {room.seals.map((seal) => (
            <SealCard key={seal.id} room={room} seal={seal} />
          ))}
        </>
      )}
      {ordering ? (
        <Suspense>
          <OrderSealDrawer room={room} onClose={() => setOrdering(false)} />
        </Suspense>
      ) : null}
    </div>
  )
}
