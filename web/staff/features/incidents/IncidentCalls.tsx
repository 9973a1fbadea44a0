import { Link, useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IncidentRow } from '#contracts/incidents'
import { DownIcon, WarnIcon } from '../../ui/icons.tsx'
import styles from './calls.module.css'
import { useCallsMe } from './incident-queries.ts'
import { useAnswerCall } from './use-answer-call.ts'

/** More than this many leave too little of a phone for the page. */
const SHOWN = 2

/** A room calls me: over every page, until I have said whether I come. Inside a room only that room calls, by its own band. */
export function IncidentCalls() {
  const { t } = useTranslation('incidents')
  const place = useRouterState({ select: (state) => state.location.pathname })
  // The real thing before what is only practised.
  const calls = useCallsMe().toSorted((a, b) => Number(a.drill) - Number(b.drill))
  const [all, setAll] = useState(false)
  if (calls.length === 0 || place.startsWith('/incidents/')) return null
  // One fold is no taller than one room.
  const folds = calls.length > SHOWN + 1
  const rest = calls.slice(SHOWN)
  return (
    <div role="alert" aria-label={t('call.label')}>
      {(folds && !all ? calls.slice(0, SHOWN) : calls).map((room) => (
        <Strip key={room.id} room={room} />
      ))}
      {folds ? (
        <button
          type="button"
          className={styles.rest}
          data-drill={rest.every((room) => room.drill)}
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? t('call.fewer') : t('call.rest', { count: rest.length })}
          <DownIcon size={16} />
        </button>
      ) : null}
    </div>
  )
}

function Strip({ room }: { room: IncidentRow }) {
  const { t } = useTranslation('incidents')
  const { say, busy } = useAnswerCall(room.id)
  return (
    <div className={styles.strip} data-drill={room.drill}>
      <Link to="/incidents/$id" params={{ id: room.id }}>
        <WarnIcon size={20} />
        <b>{`${room.drill ? t('drill.mark') : ''}${room.title}`}</b>
        <small>{t('call.strip')}</small>
      </Link>
      <button type="button" disabled={busy} onClick={() => void say('acknowledged')}>
        {t('call.come')}
      </button>
      <button type="button" disabled={busy} onClick={() => void say('declined')}>
        {t('call.not')}
      </button>
    </div>
  )
}
