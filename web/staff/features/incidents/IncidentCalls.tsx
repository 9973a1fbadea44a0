import { Link, useRouterState } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { IncidentRow } from '#contracts/incidents'
import { ChevronIcon, WarnIcon } from '../../ui/icons.tsx'
import styles from './calls.module.css'
import { useCallsMe } from './incident-queries.ts'

/** A room calls me: over every page, until I have said whether I come. */
export function IncidentCalls() {
  const { t } = useTranslation('incidents')
  const place = useRouterState({ select: (state) => state.location.pathname })
  // The real thing before what is only practised.
  const calls = useCallsMe()
    .filter(({ id }) => place !== `/incidents/${id}`)
    .toSorted((a, b) => Number(a.drill) - Number(b.drill))
  if (calls.length === 0) return null
  const strip = (room: IncidentRow) => (
    <Link
      key={room.id}
      to="/incidents/$id"
      params={{ id: room.id }}
      className={styles.strip}
      data-drill={room.drill}
    >
      <WarnIcon size={20} />
      <span>
        <b>{`${room.drill ? t('drill.mark') : ''}${room.title}`}</b>
        <small>{t('call.strip')}</small>
      </span>
      <ChevronIcon />
    </Link>
  )
  return <div role="alert">{calls.map(strip)}</div>
}
