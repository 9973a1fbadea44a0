import { useTranslation } from 'react-i18next'
import type { Clock } from '#contracts/tickets'
import { useZone } from '../../app/session.ts'
import { Bar, type Tone } from '../../ui/Meter.tsx'
import { useTicking } from '../../ui/ticking.ts'
import { formatInstant } from '../../ui/time.ts'
import { clockLook } from './clock-look.ts'
import { clockWords } from './clock-words.ts'
import styles from './TicketRow.module.css'

/** How long there is, at the right of an inbox row; why it is late, when somebody has said so, on hover. */
export function ClockBar({ clock, urgent, why = '' }: { clock: Clock; urgent: boolean; why?: string }) {
  const { t, i18n } = useTranslation('tickets')
  const zone = useZone()
  const words = useTicking((now) => clockWords(t, clock, now, 'short'))
  const tone = useTicking((now) => clockLook(clock, now).tone) as Tone
  const share = useTicking((now) => Math.round(clockLook(clock, now).share * 34) / 34)
  const shown = urgent && (tone === 'pine' || tone === 'amber') ? 'cinnabar' : tone
  const title = clock.dueAt
    ? [t('clock.dueAt', { at: formatInstant(clock.dueAt, 'full', i18n.language, zone) }), why]
        .filter(Boolean)
        .join('\n')
    : undefined
  return (
    <span className={`${styles.due} ${styles[shown] ?? ''}`} title={title}>
      <Bar share={share} tone={shown} />
      {words}
    </span>
  )
}
