import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import type { RoomPart } from '../../../app/incident-search.ts'
import styles from './room.module.css'
import { useWaits } from './use-waits.ts'

type Props = {
  room: Room
  tabs: RoomPart[]
  part: RoomPart
  rest: RoomPart[]
  choose: (part: RoomPart) => void
}

/** The parts of the room; a number says what waits in one of them. */
export function RoomTabs({ room, tabs, part, rest, choose }: Props) {
  const { t } = useTranslation('incidents')
  const waitsIn = useWaits(room)
  const shown = tabs.includes(part) ? part : tabs.includes('more') ? 'more' : null
  return (
    <div
      className={styles.tabs}
      role="tablist"
      aria-label={t(rest.length || tabs.length > 3 ? 'part.label' : 'part.beside')}
    >
      {tabs.map((key) => {
        const waits = key === 'more' ? rest.reduce((sum, one) => sum + waitsIn(one), 0) : waitsIn(key)
        return (
          <button
            key={key}
            type="button"
            role="tab"
            aria-selected={key === shown}
            onClick={() => choose(key)}
          >
            {t(`part.${key}`)}
            {waits ? <span title={t('part.waits', { count: waits })}>{waits}</span> : null}
          </button>
        )
      })}
    </div>
  )
}
