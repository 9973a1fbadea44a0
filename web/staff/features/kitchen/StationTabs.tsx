import { useTranslation } from 'react-i18next'
import type { KitchenBoard } from '#contracts/orders/kitchen'
import { OfflineIcon } from '../../ui/icons.tsx'
import styles from './kitchen.module.css'
import type { ShownTask } from './show-taps.ts'
import type { Taps } from './use-taps.ts'

type Props = {
  board: KitchenBoard
  tasks: readonly ShownTask[]
  chosen: string | null
  choose: (station: string | null) => void
  taps: Taps
  kept: boolean
}

/** The whole shop or one station, with what waits there and who is on duty; and whether taps are still on this screen. */
export function StationTabs({ board, tasks, chosen, choose, taps, kept }: Props) {
  const { t } = useTranslation('orders-kitchen')
  const open = (id: string | null) =>
    tasks.filter((task) => (id === null || task.stationId === id) && task.state !== 'done').length
  return (
    <div className={styles.tabs}>
      <fieldset className={styles.tabList}>
        <legend className={styles.hidden}>{t('stations')}</legend>
        <button type="button" aria-pressed={chosen === null} onClick={() => choose(null)}>
          {t('wholeShop')} <b>{open(null)}</b>
        </button>
        {board.stations.map((station) => {
          const people = station.people.filter((p) => p.onDuty).map((p) => p.name)
          return (
            <button
              key={station.id}
              type="button"
              aria-pressed={chosen === station.id}
              onClick={() => choose(station.id)}
            >
              {station.name} <b>{open(station.id)}</b>
              <small>{people.length ? people.join('、') : t('nobody')}</small>
            </button>
          )
        })}
      </fieldset>
      <Sync taps={taps} kept={kept} />
    </div>
  )
}

function Sync({ taps, kept }: { taps: Taps; kept: boolean }) {
  const { t } = useTranslation('orders-kitchen')
  const waiting = taps.taps.length
  if (!kept && !taps.stuck) return null
  return (
    <p role="status" className={styles.sync}>
      <OfflineIcon size={22} />
      {waiting ? t('sync.waiting', { count: waiting }) : t('sync.old')}
    </p>
  )
}
