import { onlineManager } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { OfflineIcon } from '../ui/icons.tsx'
import styles from './OfflineStrip.module.css'
import { useLiveState } from './use-live.ts'

/** Says that the machine is offline, or that live changes have stopped coming; gone as soon as both are back. */
export function OfflineStrip() {
  const { t } = useTranslation()
  const online = useSyncExternalStore(
    (changed) => onlineManager.subscribe(changed),
    () => onlineManager.isOnline(),
  )
  const live = useLiveState()
  if (online && live !== 'lost') return null
  return (
    <div className={styles.strip} role="status">
      <OfflineIcon size={16} />
      {t(online ? 'state.liveLost' : 'state.offline')}
    </div>
  )
}
