import { Link, useRouterState } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Home } from '#contracts/tickets/home'
import type { InboxSearch } from '../../app/inbox-search.ts'
import { useCan } from '../../app/session.ts'
import { MuteIcon, SoundIcon, WarnIcon } from '../../ui/icons.tsx'
import { useTicking } from '../../ui/ticking.ts'
import { spanText } from '../../ui/time.ts'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import styles from './AlarmBanner.module.css'
import { useHome } from './notice-queries.ts'
import { useTicketStep } from './ticket-queries.ts'
import { steps } from './ticket-steps.ts'
import { useAlarmSound } from './use-alarm-sound.ts'

/** A P1 nobody has taken: across the whole console, on every page, with sound, until somebody presses 接手. */
export function AlarmBanner() {
  const can = useCan('tickets.read')
  return can ? <Alarms /> : null
}

function Alarms() {
  const { t } = useTranslation('tickets')
  const alarms = useHome().data?.alarms ?? []
  const open = useRouterState({
    select: ({ location }) =>
      (location.search as InboxSearch).ticket ?? location.pathname.match(/^\/tickets\/(.+)$/)?.[1],
  })
  const [mute, setMute] = useState(false)
  useAlarmSound(alarms.length > 0 && !mute)
  const first = alarms[0]
  if (!first) return null
  return (
    <div className={styles.banner} role="alert" aria-label={t('alarm.label')}>
      <WarnIcon size={20} />
      <Words alarm={first} more={alarms.length - 1} />
      <button
        type="button"
        className={styles.sound}
        aria-pressed={mute}
        aria-label={t('alarm.mute')}
        onClick={() => setMute(!mute)}
      >
        {mute ? <MuteIcon /> : <SoundIcon />}
      </button>
      {open === first.id ? null : <Take alarm={first} />}
    </div>
  )
}

/** On a phone who it is gives way to what it is about, how long it waits, and where. */
function Words({ alarm, more }: { alarm: Home['alarms'][number]; more: number }) {
  const { t } = useTranslation('tickets')
  const since = useTicking((now) => spanText(t as never, now - Date.parse(alarm.raisedAt)))
  return (
    <Link to="/tickets/$id" params={{ id: alarm.id }} className={styles.words}>
      <b>{alarm.title}</b>
      <span className={styles.where}>
        <span>
          {[t('alarm.since', { since }), alarm.shop?.name].filter(Boolean).join(' · ')}
          {alarm.customerName ? <i>{` · ${alarm.customerName}`}</i> : null}
        </span>
        {more ? <span className={styles.more}>{t('alarm.more', { count: more })}</span> : null}
      </span>
    </Link>
  )
}

function Take({ alarm }: { alarm: Home['alarms'][number] }) {
  const { t } = useTranslation('tickets')
  const step = useTicketStep(alarm.id)
  const problem = useProblem()
  const done = useDone()
  return (
    <Button
      className={styles.take ?? ''}
      loading={step.isPending}
      onClick={() => step.mutate(steps.take, { onError: problem, onSuccess: () => done(t('did.take')) })}
    >
      {t('do.take')}
    </Button>
  )
}
