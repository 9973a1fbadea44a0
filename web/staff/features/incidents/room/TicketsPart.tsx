import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import { TimeText } from '../../../app/TimeText.tsx'
import { CloseIcon } from '../../../ui/icons.tsx'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { deeds, useDeed } from '../incident-queries.ts'
import { BesideTickets } from './BesideTickets.tsx'
import room_ from './room.module.css'
import styles from './tickets.module.css'

const LinkTicketsDialog = lazy(() =>
  import('./LinkTicketsDialog.tsx').then((file) => ({ default: file.LinkTicketsDialog })),
)

const InventTicketDialog = lazy(() =>
  import('./InventTicketDialog.tsx').then((file) => ({ default: file.InventTicketDialog })),
)

/** The tickets behind the incident. */
export function TicketsPart({ room }: { room: Room }) {
  const { t } = useTranslation('incidents')
  const [linking, setLinking] = useState(false)
  const deed = useDeed(room.id)
  const problem = useProblem()
  const done = useDone()
  const works = room.can.includes('work')
  const close = () => setLinking(false)
  const unlink = (ticket: Ticket) =>
    deed.mutate(deeds.unlink(ticket.id), {
      onError: problem,
      onSuccess: () => done(t('tickets.unlinked', { number: ticket.number })),
    })
  return (
    <section className={room_.card} id="room-tickets" aria-labelledby="room-tickets-title">
      <h2 className={room_.title} id="room-tickets-title">
        {t('part.tickets')}
        <small>{room.linked.length || null}</small>
        {works ? (
          <button type="button" onClick={() => setLinking(true)}>
            {t(room.drill ? 'tickets.invent' : 'tickets.link')}
          </button>
        ) : null}
      </h2>
      {room.linked.length === 0 ? <p className={room_.quiet}>{t('tickets.none')}</p> : null}
      <ul className={styles.list}>
        {room.linked.map((ticket) => (
          <li key={ticket.id}>
            {room.drill ? (
              <div>
                <Inside ticket={ticket} />
              </div>
            ) : (
              <Linked ticket={ticket} />
            )}
            {works && !room.drill ? (
              <button
                type="button"
                className={styles.off}
                aria-label={t('tickets.unlink', { number: ticket.number })}
                title={t('tickets.unlink', { number: ticket.number })}
                onClick={() => unlink(ticket)}
              >
                <CloseIcon size={14} />
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      <BesideTickets room={room} />
      {linking ? (
        <Suspense>
          {room.drill ? (
            <InventTicketDialog room={room} close={close} />
          ) : (
            <LinkTicketsDialog room={room} close={close} />
          )}
        </Suspense>
      ) : null}
    </section>
  )
}

type Ticket = Room['linked'][number]

function Linked({ ticket }: { ticket: Ticket }) {
  return (
    <Link to="/tickets/$id" params={{ id: ticket.id }}>
      <Inside ticket={ticket} />
    </Link>
  )
}

function Inside({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('incidents')
  return (
    <>
      <b>{ticket.title}</b>
      <small>
        {[ticket.number, ticket.shopName, ticket.customerName].filter(Boolean).join(' · ')}
        {' · '}
        <span className={room_.time}>
          <TimeText at={ticket.openedAt} />
        </span>
        {ticket.closed ? ` · ${t('tickets.closed')}` : null}
      </small>
    </>
  )
}
