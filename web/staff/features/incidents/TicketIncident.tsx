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
  // Whoever taps beside a room that the ticket is in wants another one.
  const anew = Boolean(of?.length)
  const inRooms = of?.filter(({ status }) => status !== 'closed').map(({ number }) => number) ?? []
  const tap = (plan?: string) =>
    open.mutate(
      { source: 'ticket', ticketIds: [ticketId], anew, ...(plan ? { plan } : {}) },
      {
        onError: (error) => (hasNoPlan(error) ? setChoosing(true) : problem(error)),
        onSuccess: ({ id }) => void navigate({ to: '/incidents/$id', params: { id } }),
      },
    )
  const choose = choosing ? (
    <ChoosePlan
      ticketId={ticketId}
      hint={
        inRooms.length
          ? t('open.anewHint', { numbers: inRooms.join(t('common:list.and')) })
          : t('open.whichHint')
      }
      busy={open.isPending}
      open={tap}
      close={() => setChoosing(false)}
    />
  ) : null
  if (of?.length)
    return (
      <div className={styles.strip} data-status={of[0]!.status}>
        {of.map((one) =>
          one.readable ? (
            <Link key={one.id} to="/incidents/$id" params={{ id: one.id }}>
              {t('ticket.of', { number: one.number, title: one.title })}
            </Link>
          ) : (
            <span key={one.id}>{t('ticket.of', { number: one.number, title: '' }).trim()}</span>
          ),
        )}
        {urgent && mayOpen ? (
          <Button
            size="small"
            title={t('ticket.anewHint')}
            loading={open.isPending}
            onClick={() => (inRooms.length ? setChoosing(true) : tap())}
          >
            {t('ticket.anew')}
          </Button>
        ) : null}
        {choose}
      </div>
    )
  if (!urgent || !mayOpen || of === undefined) return null
  return (
    <div className={styles.strip}>
      <span>{t('ticket.hint')}</span>
      <Button type="primary" danger loading={open.isPending} onClick={() => tap()}>
        {t('ticket.open')}
      </Button>
      {choose}
    </div>
  )
}
