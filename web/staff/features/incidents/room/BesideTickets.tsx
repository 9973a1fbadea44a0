import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import { useCan } from '../../../app/session.ts'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { deeds, useBeside, useDeed, useOpenIncident } from '../incident-queries.ts'
import styles from './beside.module.css'
import room_ from './room.module.css'

/** Tickets of the room's early warning that call for another plan: into this room, into one of their own, or none of its business. */
export function BesideTickets({ room }: { room: Room }) {
  const { t } = useTranslation('incidents')
  const { data } = useBeside(room)
  const deed = useDeed(room.id)
  const open = useOpenIncident()
  const navigate = useNavigate()
  const problem = useProblem()
  const done = useDone()
  const mayOpen = useCan('incidents.open')
  if (room.status === 'closed' || !data?.tickets.length) return null
  return (
    <div className={styles.beside}>
      <h3>{t('beside.title')}</h3>
      <p className={room_.quiet}>{t('beside.hint')}</p>
      <ul>
        {data.tickets.map(({ id, number, title, shopName, planName }) => (
          <li key={id}>
            <Link to="/tickets/$id" params={{ id }}>
              <b>{title}</b>
              <small>{[number, shopName, planName].filter(Boolean).join(' · ')}</small>
            </Link>
            {room.can.includes('work') ? (
              <Button
                size="small"
                loading={deed.isPending}
                onClick={() =>
                  deed.mutate(deeds.link([id]), {
                    onError: problem,
                    onSuccess: () => done(t('beside.joined', { number })),
                  })
                }
              >
                {t('beside.join')}
              </Button>
            ) : null}
            {mayOpen ? (
              <Button
                size="small"
                danger
                loading={open.isPending}
                onClick={() =>
                  open.mutate(
                    { source: 'ticket', ticketIds: [id] },
                    {
                      onError: problem,
                      onSuccess: (made) => void navigate({ to: '/incidents/$id', params: { id: made.id } }),
                    },
                  )
                }
              >
                {t('beside.own')}
              </Button>
            ) : null}
            {room.can.includes('work') ? (
              <Button
                type="text"
                size="small"
                loading={deed.isPending}
                onClick={() =>
                  deed.mutate(deeds.unlink(id), {
                    onError: problem,
                    onSuccess: () => done(t('beside.left', { number })),
                  })
                }
              >
                {t('beside.leave')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  )
}
