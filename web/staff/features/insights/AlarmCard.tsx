import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { Suspense, use, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AlarmRow } from '#contracts/insights'
import { useZone } from '../../app/session.ts'
import { TimeText } from '../../app/TimeText.tsx'
import { formatInstant } from '../../ui/time.ts'
import { useProblem } from '../../ui/use-problem.ts'
import { AlarmCalls } from './AlarmCalls.tsx'
import { AlarmPlot } from './AlarmPlot.tsx'
import { useOpeningOf, useRoomFromAlarm, useSeeAlarm } from './alarm-queries.ts'
import { aboutWords, besidesOf, titleWords, whyWords } from './alarm-words.ts'
import { DismissDialog } from './DismissDialog.tsx'
import styles from './insights.module.css'
import { type Chosen, needsChoice, type Offer, OpeningChoice } from './opening-choice.ts'

const SHOPS_SHOWN = 3
const TICKETS_SHOWN = 5
const BESIDES_SHOWN = 4

/** One alarm: what it is about, why in one sentence, heard against usual, the tickets, and what can be done. */
export function AlarmCard({ alarm }: { alarm: AlarmRow }) {
  const { t } = useTranslation('insights')
  const list = (words: string[]) => words.join(t('listJoin'))
  const shops = list(alarm.shops.slice(0, SHOPS_SHOWN).map((shop) => shop.name))
  const besides = besidesOf(alarm)
  // Its heading has said which shop.
  const named = alarm.shops.length === 1 && alarm.about.names.includes(alarm.shops[0]!.name)
  return (
    <article className={styles.card} data-state={alarm.state} data-urgent={alarm.urgent}>
      <header>
        <p className={styles.marks}>
          <b data-state={alarm.state}>{t(`state.${alarm.state}`)}</b>
          {alarm.urgent ? <b data-state="urgent">{t('urgent')}</b> : null}
          <TimeText at={alarm.raisedAt} />
        </p>
        <h2>{titleWords(t, alarm.about)}</h2>
        <p className={styles.why}>{whyWords(t, alarm)}</p>
      </header>
      <AlarmPlot plot={alarm.plot} urgent={alarm.urgent} />
      {named || alarm.shops.length === 0 ? null : (
        <p className={styles.note}>
          {alarm.shops.length > SHOPS_SHOWN
            ? t('moreShops', { list: shops, count: alarm.shops.length })
            : t('shops', { list: shops })}
        </p>
      )}
      {besides.length > 0 ? (
        <p className={styles.note}>
          {t(besides.length > BESIDES_SHOWN ? 'alsoMore' : 'also', {
            list: list(besides.slice(0, BESIDES_SHOWN).map((one) => aboutWords(t, one))),
            count: besides.length,
          })}
        </p>
      ) : null}
      <Tickets alarm={alarm} />
      <AlarmCalls called={alarm.called} />
      <Decided alarm={alarm} />
      <Deeds alarm={alarm} />
    </article>
  )
}

function Tickets({ alarm }: { alarm: AlarmRow }) {
  const { t } = useTranslation('insights')
  const [all, setAll] = useState(false)
  const { tickets, count } = alarm
  if (tickets.length === 0) return null
  const shown = all ? tickets : tickets.slice(0, TICKETS_SHOWN)
  return (
    <section className={styles.tickets} aria-label={t('tickets')}>
      <h3>{t('tickets')}</h3>
      <ul>
        {shown.map((ticket) => (
          <li key={ticket.id}>
            <Link to="/tickets/$id" params={{ id: ticket.id }}>
              <span>{ticket.number}</span>
              <b>{ticket.title}</b>
              <small>{ticket.shopName}</small>
              <TimeText at={ticket.openedAt} />
            </Link>
          </li>
        ))}
      </ul>
      {tickets.length > shown.length ? (
        <Button type="link" size="small" onClick={() => setAll(true)}>
          {t('allTickets', { count: tickets.length })}
        </Button>
      ) : null}
      {count > tickets.length ? (
        <p className={styles.note}>{t('hidden', { count: count - tickets.length })}</p>
      ) : null}
    </section>
  )
}

/** Who called it none and why, or who has looked at it. */
function Decided({ alarm }: { alarm: AlarmRow }) {
  const { t, i18n } = useTranslation('insights')
  const zone = useZone()
  if (!alarm.decidedAt) return null
  const day = (at: string) => formatInstant(at, 'day', i18n.language, zone)
  return (
    <p className={styles.decided}>
      {alarm.reason ? <q>{alarm.reason}</q> : null}
      <small>
        {t('decided', { name: alarm.decidedBy, at: day(alarm.decidedAt) })}
        {alarm.quietUntil ? ` · ${t('quietUntil', { at: day(alarm.quietUntil) })}` : ''}
      </small>
    </p>
  )
}

function Deeds({ alarm }: { alarm: AlarmRow }) {
  const { t } = useTranslation('insights')
  const { message } = App.useApp()
  const problem = useProblem()
  const navigate = useNavigate()
  const see = useSeeAlarm()
  const room = useRoomFromAlarm()
  const [dismissing, setDismissing] = useState(false)
  const opening = useOpeningOf()
  const [offer, setOffer] = useState<Offer | null>(null)
  const Choice = use(OpeningChoice)
  const { can, state } = alarm
  const look = (said: string) =>
    see.mutate(alarm.id, { onError: problem, onSuccess: () => void message.success(said) })
  const tap = () =>
    opening.mutate(alarm.id, {
      onError: problem,
      onSuccess: (found) => (needsChoice(found) ? setOffer(found) : open()),
    })
  const open = (chosen?: Chosen) =>
    room.mutate(
      { alarm, chosen },
      {
        onError: problem,
        onSuccess: ({ id }) => void navigate({ to: '/incidents/$id', params: { id } }),
      },
    )
  if (!alarm.incidentId && can.length === 0)
    return state === 'dismissed' ? null : (
      <p className={styles.note}>{t(state === 'incident' ? 'inRoom' : 'others')}</p>
    )
  return (
    <footer className={styles.deeds}>
      {alarm.incidentId ? (
        <Link to="/incidents/$id" params={{ id: alarm.incidentId }}>
          {t('do.openRoom')}
        </Link>
      ) : null}
      {can.includes('open_incident') ? (
        <Button
          type="primary"
          danger={alarm.urgent}
          loading={opening.isPending || room.isPending}
          onClick={tap}
        >
          {t('do.incident')}
        </Button>
      ) : null}
      {can.includes('see') && state === 'new' ? (
        <Button loading={see.isPending} onClick={() => look(t('seen'))}>
          {t('do.see')}
        </Button>
      ) : null}
      {can.includes('see') && state === 'dismissed' ? (
        <Button loading={see.isPending} onClick={() => look(t('back'))}>
          {t('do.again')}
        </Button>
      ) : null}
      {can.includes('dismiss') ? (
        <Button onClick={() => setDismissing(true)}>{t('do.dismiss')}</Button>
      ) : null}
      {offer && Choice ? (
        <Suspense>
          <Choice offer={offer} busy={room.isPending} open={open} close={() => setOffer(null)} />
        </Suspense>
      ) : null}
      {dismissing ? (
        <DismissDialog
          id={alarm.id}
          close={() => setDismissing(false)}
          done={() => {
            setDismissing(false)
            void message.success(t('dismissed'))
          }}
        />
      ) : null}
    </footer>
  )
}
