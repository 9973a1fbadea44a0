import { onlineManager } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import styles from './room.module.css'
import { useKeptTicks } from './use-kept-ticks.ts'

/** Whether the machine has a network; what needs the server is said to wait. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    (changed) => onlineManager.subscribe(changed),
    () => onlineManager.isOnline(),
  )
}

/** Says that the network is away, and how many ticks of this machine wait for it. */
export function OfflineNote({ room }: { room: Room }) {
  const { t } = useTranslation('incidents')
  const online = useOnline()
  const count = useKeptTicks().ticks.filter(({ roomId }) => roomId === room.id).length
  if (online && count === 0) return null
  return (
    <p className={styles.offline} role="status">
      {online ? null : t('room.offline')}
      {count ? <b>{t('room.waits', { count })}</b> : null}
    </p>
  )
}
