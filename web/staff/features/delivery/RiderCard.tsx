import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardRider } from '#contracts/orders/delivery'
import { useWhen } from '../../ui/use-when.ts'
import { clock } from './clock.ts'
import styles from './dispatch.module.css'
import type { Give } from './give.ts'

type Props = { rider: BoardRider; behind: boolean; give: Give; children: ReactNode }

/** One rider with the round; a stop that is dropped here is given to this rider. */
export function RiderCard({ rider, behind, give, children }: Props) {
  const { t, i18n } = useTranslation('orders-delivery')
  const [over, setOver] = useState(false)
  const held = rider.heldUntil ? t('board.held', { time: clock(rider.heldUntil, i18n.language) }) : null
  return (
    <article
      className={styles.rider}
      data-over={over || undefined}
      aria-label={rider.name}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        give(event.dataTransfer.getData('text/plain'), rider.id)
      }}
    >
      <header>
        <h3>{rider.name}</h3>
        <span>{t('board.load', { count: rider.stops.length + rider.elsewhere, most: rider.most })}</span>
        {held ? <span className={styles.held}>{held}</span> : null}
        <Place rider={rider} behind={behind} />
      </header>
      {rider.stops.length ? (
        <ul className={styles.stops}>{children}</ul>
      ) : (
        <p className={styles.quiet}>{over ? t('board.dropHere', { rider: rider.name }) : t('board.idle')}</p>
      )}
      {rider.elsewhere ? (
        <p className={styles.quiet}>{t('board.elsewhere', { count: rider.elsewhere })}</p>
      ) : null}
    </article>
  )
}

/** When the phone was heard of last; where that puts this rider behind others, it says so. */
function Place({ rider: { positionAt }, behind }: { rider: BoardRider; behind: boolean }) {
  const { t } = useTranslation('orders-delivery')
  const when = useWhen()
  const words = positionAt
    ? t(behind ? 'board.silent' : 'board.position', { when: when(positionAt) })
    : t(behind ? 'board.neverSeen' : 'board.noPosition')
  return <span className={behind ? styles.silent : styles.quiet}>{words}</span>
}
