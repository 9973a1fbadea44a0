import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblem } from '../../ui/use-problem.ts'
import { ChoosePlan } from './ChoosePlan.tsx'
import { hasNoPlan, useIncidentsOfTicket, useOpenIncident } from './incident-queries.ts'
import styles from './ticket-incident.module.css'

type Props = { ticketId: string; urgent: boolean }

/** On a ticket's page: the emergency that it belongs to, or, while it burns, the one tap that opens the room. */
export function TicketIncident({ ticketId, urgent }: Props) {
  const { t } = useTranslation('incidents')
  const { of, mayOpen } = useIncidentsOfTicket(ticketId)
  const open = useOpenIncident()
  const navigate = useNavigate()
  const problem = useProblem()
  const [choosing, setChoosing] = useState(false)
  const tap = (plan?: string) =>
    open.mutate(
      { source: 'ticket', ticketIds: [ticketId], ...(plan ? { plan } : {}) },
      {
        onError: (error) => (hasNoPlan(error) ? setChoosing(true) : problem(error)),
        onSuccess: ({ id }) => void navigate({ to: '/incidents/$id', params: { id } }),
      },
    )
  if (of?.length)
    return (
      <p className={styles.strip} data-status={of[0]!.status}>
        {of.map((one) =>
          one.readable ? (
            <Link key={one.id} to="/incidents/$id" params={{ id: one.id }}>
              {t('ticket.of', { number: one.number, title: one.title })}
            </Link>
          ) : (
            <span key={one.id}>{t('ticket.of', { number: one.number, title: '' }).trim()}</span>
          ),
        )}
      </p>
    )
  if (!urgent || !mayOpen || of === undefined) return null
  return (
    <div className={styles.strip}>
      <span>{t('ticket.hint')}</span>
      <Button type="primary" danger loading={open.isPending} onClick={() => tap()}>
        {t('ticket.open')}
      </Button>
      {choosing ? (
        <ChoosePlan ticketId={ticketId} busy={open.isPending} open={tap} close={() => setChoosing(false)} />
      ) : null}
    </div>
  )
}
