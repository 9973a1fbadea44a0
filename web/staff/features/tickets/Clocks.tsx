import { useTranslation } from 'react-i18next'
import type { Clock, Ticket } from '#contracts/tickets'
import { useZone } from '../../app/session.ts'
import { Ring, type Tone } from '../../ui/Meter.tsx'
import { useTicking } from '../../ui/ticking.ts'
import { formatInstant } from '../../ui/time.ts'
import { clockLook } from './clock-look.ts'
import { clockWords } from './clock-words.ts'
import styles from './TicketAside.module.css'

const ORDER = { acknowledge: 0, respond: 1, plan: 2, resolve: 3 }

/** The clocks of the present round as rings; exact times on hover. */
export function Clocks({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('tickets')
  const round = ticket.clocks.filter((clock) => clock.cycle === ticket.cycle && clock.state !== 'cancelled')
  const shown = (round.length > 0 ? round : ticket.clocks).toSorted(
    (a, b) => ORDER[a.metric] - ORDER[b.metric],
  )
  if (shown.length === 0) return null
  return (
    <section>
      <h2>{t('clock.title')}</h2>
      {shown.map((clock) => (
        <ClockLine
          key={`${clock.metric}${clock.cycle}`}
          clock={clock}
          urgent={ticket.priority === 'P1' && clock.metric === ticket.clock?.metric}
        />
      ))}
    </section>
  )
}

function ClockLine({ clock, urgent }: { clock: Clock; urgent: boolean }) {
  const { t, i18n } = useTranslation('tickets')
  const zone = useZone()
  const words = useTicking((now) => clockWords(t, clock, now, 'long'))
  const tone = useTicking((now) => clockLook(clock, now).tone) as Tone
  const share = useTicking((now) => Math.round(clockLook(clock, now).share * 100) / 100)
  const shown = urgent && (tone === 'amber' || tone === 'pine') ? 'cinnabar' : tone
  const at = (instant: string | null) => (instant ? formatInstant(instant, 'full', i18n.language, zone) : '—')
  const exact = [
    t('clock.from', { at: at(clock.startedAt) }),
    clock.metAt ? t('clock.metAt', { at: at(clock.metAt) }) : t('clock.dueAt', { at: at(clock.dueAt) }),
    t('clock.target', { count: clock.targetMin }),
    clock.provisional ? t('clock.provisional') : '',
  ]
  return (
    <div className={styles.clock} title={exact.filter(Boolean).join('\n')}>
      <Ring share={share} tone={shown} />
      {t(`clock.name.${clock.metric}`)}
      <span className={styles[shown] ?? ''}>{words}</span>
    </div>
  )
}
