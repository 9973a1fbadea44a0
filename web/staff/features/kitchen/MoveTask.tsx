import { useTranslation } from 'react-i18next'
import type { KitchenBoard, KitchenTask } from '#contracts/orders/kitchen'
import { useMe } from '../../app/session.ts'
import styles from './kitchen.module.css'
import { Sheet } from './Sheet.tsx'

type To = { staffId?: string; stationId?: string }
type Props = { task: KitchenTask; board: KitchenBoard; close: () => void; send: (to: To) => void }

/** Gives a dish to somebody else, here or at another station. */
export function MoveTask({ task, board, close, send }: Props) {
  const { t } = useTranslation('orders-kitchen')
  const { staffId, name } = useMe()
  const give = (to: To) => {
    send(to)
    close()
  }
  return (
    <Sheet title={t('move.title', { item: task.name, number: task.number })} close={close}>
      <div className={styles.choices}>
        <button type="button" onClick={() => give({ staffId })}>
          {t('move.me', { name })}
        </button>
      </div>
      {board.stations.map((station) => (
        <fieldset key={station.id} className={styles.moveTo}>
          <legend>{station.name}</legend>
          <div className={styles.choices}>
            {station.people.map((person) => (
              <button
                key={person.id}
                type="button"
                onClick={() => give({ staffId: person.id, stationId: station.id })}
              >
                {person.name}
                {person.onDuty ? null : <small>{t('offDuty')}</small>}
              </button>
            ))}
            {station.people.length ? null : <p>{t('nobody')}</p>}
          </div>
        </fieldset>
      ))}
    </Sheet>
  )
}
