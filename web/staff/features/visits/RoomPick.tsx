import { AutoComplete } from 'antd'
import { useTranslation } from 'react-i18next'
import type { VisitBoard } from '#contracts/orders/visits'
import { useZone } from '../../app/session.ts'
import { formatInstant } from '../../ui/time.ts'
import { roomBusyUntil } from './free-times.ts'

type Props = {
  board: VisitBoard | undefined
  minutes: number
  value: { room: string; startsAt: string }
  choose: (room: string) => void
  /** The appointment that is being moved does not stand in its own way. */
  butOrder?: string
}

/** One of the shop's rooms, or any other word; what is in use at that time says until when. */
export function RoomPick({ board, minutes, value, choose, butOrder = '' }: Props) {
  const { t, i18n } = useTranslation('orders-visits')
  const zone = useZone()
  const label = (room: string) => {
    const until = board && value.startsAt ? roomBusyUntil(board, room, value.startsAt, minutes, butOrder) : ''
    if (!until) return room
    const time = formatInstant(until, 'time', i18n.language, board?.zone ?? zone)
    return t('book.roomTaken', { room, time })
  }
  return (
    <AutoComplete
      aria-label={t('book.room')}
      value={value.room}
      onChange={choose}
      options={(board?.rooms ?? []).map((room) => ({ value: room, label: label(room) }))}
    />
  )
}
