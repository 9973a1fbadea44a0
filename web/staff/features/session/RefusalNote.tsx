import { Alert } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from './refusal.ts'

/** Says why, and while locked out until when, counting down so that nobody has to guess. */
export function RefusalNote({ refusal }: { refusal: Refusal }) {
  const { t, i18n } = useTranslation('session')
  const seconds = useSecondsUntil(refusal.until)
  if (!refusal.until)
    return <Alert type="error" title={refusal.message} style={{ marginBottom: 16 }} role="alert" />
  const clock = new Intl.DateTimeFormat(i18n.language, { hour: '2-digit', minute: '2-digit' }).format(
    refusal.until,
  )
  const left = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return (
    <Alert
      type={seconds > 0 ? 'warning' : 'info'}
      style={{ marginBottom: 16 }}
      role="alert"
      title={seconds > 0 ? t('refusal.lockedTitle', { clock }) : t('refusal.again')}
      description={seconds > 0 ? t('refusal.lockedHint', { left }) : undefined}
    />
  )
}

function useSecondsUntil(until: Date | null): number {
  const left = () => (until ? Math.max(0, Math.ceil((until.getTime() - Date.now()) / 1000)) : 0)
  const [, tick] = useState(0)
  useEffect(() => {
    if (!until) return
    const timer = setInterval(() => tick((n) => n + 1), 1000)
    return () => clearInterval(timer)
  }, [until])
  return left()
}
