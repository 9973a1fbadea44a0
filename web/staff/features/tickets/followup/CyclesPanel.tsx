import { useTranslation } from 'react-i18next'
import type { Clock, Ticket } from '#contracts/tickets'
import type { Cycle } from '#contracts/tickets/links'
import { useZone } from '../../../app/session.ts'
import { Ring, type Tone } from '../../../ui/Meter.tsx'
import { QueryState } from '../../../ui/QueryState.tsx'
import { useTicking } from '../../../ui/ticking.ts'
import { formatInstant, spanText } from '../../../ui/time.ts'
import { clockLook } from '../clock-look.ts'
import { clockWords } from '../clock-words.ts'
import { useCycles } from '../links/link-queries.ts'
import styles from './CyclesPanel.module.css'

/** F1: every handling with its people, clocks, proposal and rating, the newest first. */
export function CyclesPanel({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('links')
  const cycles = useCycles(ticket.id)
  return (
    <section className={styles.panel} aria-labelledby="cycles-title">
      <h2 id="cycles-title">{t('cycle.title')}</h2>
      <QueryState query={cycles}>
        {(list) => (
          <ol className={styles.cycles}>
            {list.map((cycle) => (
              <OneCycle key={cycle.number} cycle={cycle} first={list.at(-1)} />
            ))}
          </ol>
        )}
      </QueryState>
    </section>
  )
}

function OneCycle({ cycle, first }: { cycle: Cycle; first: Cycle | undefined }) {
  const { t, i18n } = useTranslation(['links', 'common'])
  const zone = useZone()
  const at = (instant: string) => formatInstant(instant, 'full', i18n.language, zone)
  const period = cycle.endedAt
    ? t('cycle.period', { from: at(cycle.beganAt), to: at(cycle.endedAt) })
    : t('cycle.since', { from: at(cycle.beganAt) })
  return (
    <li data-running={cycle.end === 'running'}>
      <header>
        <h3>{t('cycle.number', { count: cycle.number })}</h3>
        <span data-end={cycle.end}>{t(`cycle.end.${cycle.end}`)}</span>
        <small>{period}</small>
      </header>
      <Why cycle={cycle} />
      <p className={styles.people}>
        {cycle.handlers.map((h) => h.name).join(' → ') || t('cycle.nobody')}
        {cycle.teamName ? <small>{cycle.teamName}</small> : null}
      </p>
      <ul className={styles.clocks}>
        {inOrder(cycle.clocks).map((clock) => (
          <ClockLine
            key={clock.metric}
            clock={clock}
            before={
              cycle.number > 1 ? first?.clocks.find((other) => other.metric === clock.metric) : undefined
            }
          />
        ))}
      </ul>
      {cycle.proposal ? (
        <blockquote>
          <small>{t('cycle.proposal')}</small>
          {cycle.proposal.text}
        </blockquote>
      ) : null}
      {cycle.rating ? (
        <p className={styles.rating}>
          <b>{t('cycle.stars', { count: cycle.rating.stars })}</b>
          {[...cycle.rating.reasons, cycle.rating.words].filter(Boolean).join(t('common:list.then'))}
        </p>
      ) : null}
    </li>
  )
}

const ORDER = { acknowledge: 0, respond: 1, plan: 2, resolve: 3 }

function inOrder(clocks: Clock[]): Clock[] {
  return clocks.toSorted((a, b) => ORDER[a.metric] - ORDER[b.metric])
}

function Why({ cycle }: { cycle: Cycle }) {
  const { t } = useTranslation('links')
  if (!cycle.why) return null
  const { by, who, reason, words } = cycle.why
  return (
    <p className={styles.why}>
      {t(`cycle.why.${by}`, { who: who || t('cycle.somebody') })}
      {reason ? <b>{reason}</b> : null}
      {words ? <q>{words}</q> : null}
    </p>
  )
}

/** One clock with its target; a tighter one says what it was in the first handling. */
function ClockLine({ clock, before }: { clock: Clock; before: Clock | undefined }) {
  const { t } = useTranslation(['links', 'common'])
  const { t: tickets } = useTranslation('tickets')
  const span = (minutes: number) => spanText(t as never, minutes * 60_000)
  const look = useTicking((now) => clockLook(clock, now).tone) as Tone
  const share = useTicking((now) => Math.round(clockLook(clock, now).share * 100) / 100)
  const words = useTicking((now) => clockWords(tickets, clock, now, 'long'))
  const tighter = before && before.targetMin > clock.targetMin ? before.targetMin : null
  return (
    <li>
      <Ring share={share} tone={look} size={16} />
      <span>{tickets(`clock.name.${clock.metric}`)}</span>
      <small>
        {t('cycle.target', { span: span(clock.targetMin) })}
        {tighter ? <s>{span(tighter)}</s> : null}
      </small>
      <em data-tone={look}>{words}</em>
    </li>
  )
}
