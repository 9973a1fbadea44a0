import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import type { Beside } from '#contracts/incidents/beside'
import { useCan } from '../../../app/session.ts'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { deeds, useBeside, useDeed, useOpenIncident } from '../incident-queries.ts'
import styles from './beside.module.css'
import room_ from './room.module.css'

/** Tickets of the room's early warning that call for another plan: into this room, into one of their own, or none of its business. */
export function BesideTickets({ room }: { room: Room }) {
  const { t } = useTranslation('incidents')
  const { data } = useBeside(room)
  if (room.status === 'closed' || !data?.tickets.length) return null
  return (
    <div className={styles.beside}>
      <h3>{t('beside.title')}</h3>
      <p className={room_.quiet}>{t('beside.hint')}</p>
      <ul>
        {data.tickets.map((ticket) => (
          <li key={ticket.id}>
            <Link to="/tickets/$id" params={{ id: ticket.id }}>
              <b>{ticket.title}</b>
              <small>{[ticket.number, ticket.shopName, ticket.planName].filter(Boolean).join(' · ')}</small>
            </Link>
            <Ways room={room} ticket={ticket} />
          </li>
        ))}
      </ul>
    </div>
  )
}

type WaysProps = { room: Room; ticket: Beside['tickets'][number] }

function Ways({ room, ticket: { id, number } }: WaysProps) {
  const { t } = useTranslation('incidents')
  const join = useDeed(room.id)
  const leave = useDeed(room.id)
  const open = useOpenIncident()
  const navigate = useNavigate()
  const problem = useProblem()
  const done = useDone()
  const mayOpen = useCan('incidents.open')
  const works = room.can.includes('work')
  if (!works && !mayOpen) return null
  const busy = join.isPending || leave.isPending || open.isPending
  // Awaited by itself: the line is gone before its end is told.
  const joinIt = () =>
    join.mutateAsync(deeds.link([id])).then(() => done(t('beside.joined', { number })), problem)
  const leaveIt = () =>
    leave.mutateAsync(deeds.unlink(id)).then(() => done(t('beside.left', { number })), problem)
  const openIt = () =>
    open
      .mutateAsync({ source: 'ticket', ticketIds: [id] })
      .then((made) => navigate({ to: '/incidents/$id', params: { id: made.id } }), problem)
  return (
    <div className={styles.ways}>
      {works ? (
        <Button disabled={busy && !join.isPending} loading={join.isPending} onClick={joinIt}>
          {t('beside.join')}
        </Button>
      ) : null}
      {mayOpen ? (
        <Button disabled={busy && !open.isPending} loading={open.isPending} onClick={openIt}>
          {t('beside.own')}
        </Button>
      ) : null}
      {works ? (
        <Button type="text" disabled={busy && !leave.isPending} loading={leave.isPending} onClick={leaveIt}>
          {t('beside.leave')}
        </Button>
      ) : null}
    </div>
  )
}
