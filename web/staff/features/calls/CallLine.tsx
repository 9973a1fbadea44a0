import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Call } from '#contracts/tickets/calls'
import { useCan } from '../../app/session.ts'
import { TimeText } from '../../app/TimeText.tsx'
import { lengthText } from '../../ui/talk-length.ts'
import styles from './calls.module.css'
import { PlayRecording } from './PlayRecording.tsx'

/** One call of the list: a row at a desk, a small card on a phone. */
export function CallLine({ call }: { call: Call }) {
  const { t } = useTranslation('calls')
  const opens = useCan('tickets.read')
  const { ticket } = call
  const whoElse = ({ answeredAt, extension, state }: Call) => {
    if (answeredAt && extension) return t('extension', { extension })
    return state === 'ringing' ? '' : t('nobody')
  }
  const unanswered = call.state === 'ended' && !call.answeredAt
  return (
    <tr data-state={call.state}>
      <td data-col="time">
        <TimeText at={call.startedAt} />
      </td>
      <td data-col="caller">
        <span className={styles.number}>{call.caller || t('withheld')}</span>
        {call.direction === 'outbound' ? <small>{t('direction.outbound')}</small> : null}
        {call.queue ? <small>{call.queue}</small> : null}
      </td>
      <td data-col="customer">{call.customerName}</td>
      <td data-col="state">
        <span className={styles.state} data-state={call.state}>
          {t(`state.${unanswered ? 'unanswered' : call.state}`)}
        </span>
        {call.owed ? <small>{t('owed')}</small> : null}
      </td>
      <td data-col="length">
        {call.talkS === null ? '' : <span className={styles.number}>{lengthText(call.talkS)}</span>}
        {call.can.includes('hear') ? <PlayRecording callId={call.id} /> : null}
      </td>
      <td data-col="agent">{call.agentName || whoElse(call)}</td>
      <td data-col="ticket">
        {ticket ? (
          opens ? (
            <Link to="/tickets/$id" params={{ id: ticket.id }}>
              {ticket.number} {ticket.title}
            </Link>
          ) : (
            ticket.number
          )
        ) : (
          <span className={styles.none}>{t('noTicket')}</span>
        )}
      </td>
    </tr>
  )
}
