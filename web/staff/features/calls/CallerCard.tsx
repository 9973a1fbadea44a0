import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallPop, CallTicket } from '#contracts/tickets/calls'
import styles from './pop.module.css'
import { RevealNumber } from './RevealNumber.tsx'

type Props = { call: CallPop; go: (ticket: CallTicket) => void }

/** What is known of the caller: name and value, the number masked, tickets with the open ones first. */
export function CallerCard({ call, go }: Props) {
  const { t } = useTranslation('calls')
  const [asks, setAsks] = useState(false)
  const { customer, tickets } = call
  return (
    <div className={styles.body}>
      <div className={styles.who}>
        <b>{customer?.name || t('unknown')}</b>
        {customer ? <span data-value={customer.value}>{t(`pop.value.${customer.value}`)}</span> : null}
      </div>
      <p className={styles.number}>
        {call.caller || t('withheld')}
        {call.can.includes('reveal') ? (
          <button type="button" onClick={() => setAsks(true)}>
            {t('pop.reveal')}
          </button>
        ) : null}
      </p>
      {call.queue ? <p>{t('pop.queue', { queue: call.queue })}</p> : null}
      {call.lastOrder ? <p>{t('pop.lastOrder', { order: call.lastOrder })}</p> : null}
      <Tickets
        title={t('pop.open')}
        tickets={tickets.filter((one) => one.open)}
        go={call.ticket ? null : go}
      />
      <Tickets title={t('pop.past')} tickets={tickets.filter((one) => !one.open)} go={null} />
      {tickets.length === 0 ? <p className={styles.none}>{t(customer ? 'pop.none' : 'pop.new')}</p> : null}
      {asks ? <RevealNumber callId={call.id} close={() => setAsks(false)} /> : null}
    </div>
  )
}

type TicketsProps = { title: string; tickets: CallTicket[]; go: ((ticket: CallTicket) => void) | null }

function Tickets({ title, tickets, go }: TicketsProps) {
  const { t } = useTranslation('calls')
  if (!tickets.length) return null
  return (
    <div className={styles.tickets}>
      <h3>{title}</h3>
      <ul>
        {tickets.map((ticket) => (
          <li key={ticket.id}>
            <Link to="/tickets/$id" params={{ id: ticket.id }}>
              <small>{ticket.number}</small> {ticket.title}
            </Link>
            {go ? (
              <button type="button" onClick={() => go(ticket)}>
                {t('pop.continue')}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  )
}
