import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import { useZone } from '../../../app/session.ts'
import { dayIn, formatInstant } from '../../../ui/time.ts'
import { countedFrom } from './counted-from.ts'

/** Beside a clock of the law that began before the room: from when it counts. */
export function CountedFrom({ room }: { room: Room }) {
  const { t, i18n } = useTranslation('incidents')
  const zone = useZone()
  const since = countedFrom(room)
  if (!since) return null
  const sameDay = dayIn(zone, room.foundAt) === dayIn(zone, room.openedAt)
  return (
    <small>
      {t(`law.from.${since}`, {
        at: formatInstant(room.foundAt, sameDay ? 'time' : 'full', i18n.language, zone),
      })}
    </small>
  )
}
