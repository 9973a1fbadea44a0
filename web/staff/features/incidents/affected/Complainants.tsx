import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import { useCan } from '../../../app/session.ts'
import room_ from '../room/room.module.css'
import styles from './affected.module.css'
import { type Complainant, complainantsOf } from './complaints.ts'
import { useAnsweredWords } from './use-answered-words.ts'

const SHOWN = 4

/** Who has complained already: answered one by one in their tickets, and whether somebody has. */
export function Complainants({ room }: { room: Room }) {
  const { t } = useTranslation('incidents')
  const [all, setAll] = useState(false)
  const people = complainantsOf(room.linked)
  if (people.length === 0) return null
  const waiting = people.filter(({ waits }) => waits).length
  const { affected } = room
  const held = affected?.count.complained ?? 0
  return (
    <section className={styles.complained} aria-labelledby="affected-complained">
      <h2 className={room_.title} id="affected-complained">
        {t('affected.complained.title', { count: people.length })}
        <small data-waits={waiting > 0}>
          {waiting
            ? t('affected.complained.waiting', { count: waiting })
            : t('affected.complained.allAnswered')}
        </small>
      </h2>
      {held ? (
        <p className={styles.hint}>
          {t(held === people.length ? 'affected.complained.heldAll' : 'affected.complained.held', {
            count: held,
          })}
        </p>
      ) : null}
      {affected?.complainants ? <p className={styles.hint}>{t('affected.complained.included')}</p> : null}
      <ul>
        {(all ? people : people.slice(0, SHOWN)).map((one) => (
          <Lines key={one.key} one={one} drill={room.drill} />
        ))}
      </ul>
      {people.length > SHOWN ? (
        <button type="button" className={room_.link} onClick={() => setAll(!all)}>
          {all ? t('affected.complained.less') : t('affected.complained.all', { count: people.length })}
        </button>
      ) : null}
    </section>
  )
}

function Lines({ one, drill }: { one: Complainant; drill: boolean }) {
  const { t } = useTranslation('incidents')
  const words = useAnsweredWords()
  // What a drill invents has no page.
  const opens = useCan('tickets.read') && !drill
  return one.tickets.map((ticket) => (
    <li key={ticket.id}>
      <span>
        {ticket.customerName || t('affected.nameless')}
        <small className={styles.shop}>{ticket.shopName}</small>
      </span>
      {opens ? (
        <Link to="/tickets/$id" params={{ id: ticket.id }}>
          {ticket.number}
        </Link>
      ) : (
        <span>{ticket.number}</span>
      )}
      <em data-waits={!ticket.closed && !ticket.answered}>{words(ticket)}</em>
    </li>
  ))
}
