import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ENDED, type Ticket, type TicketAction } from '#contracts/tickets'
import { TimeText } from '../../app/TimeText.tsx'
import { CustomerValuePicker } from './compensation/CustomerValuePicker.tsx'
import styles from './TicketAside.module.css'

/** Who the customer is (masked) and what else they told us. */
export function CustomerPanel({ ticket, act }: { ticket: Ticket; act: (action: TicketAction) => void }) {
  const { t } = useTranslation('tickets')
  const { customer } = ticket
  // Those that are still open or merged stand among the related tickets, with what can be done about them.
  const otherTickets = ticket.otherTickets.filter(
    (other) => ENDED.includes(other.status) && other.status !== 'merged',
  )
  return (
    <>
      <section>
        <h2>
          {t('customer.title')}
          {customer?.contact && ticket.can.includes('reveal') ? (
            <button type="button" onClick={() => act('reveal')}>
              {t('do.reveal')}
            </button>
          ) : null}
        </h2>
        {customer && ticket.contactUnproven ? <p className={styles.why}>{t('customer.unproven')}</p> : null}
        {customer ? (
          <dl className={styles.pairs}>
            <dt>{t('customer.name')}</dt>
            <dd>
              {customer.open ? (
                <Link to="/customers/$id" params={{ id: customer.id }}>
                  {customer.name || t('row.nameless')}
                </Link>
              ) : (
                customer.name || t('row.nameless')
              )}
              {customer.taboos.map(({ kind, value }) => (
                <strong key={`${kind} ${value}`} className={styles.taboo}>
                  {value}
                </strong>
              ))}
            </dd>
            <dt>{t('customer.contact')}</dt>
            <dd>{customer.contact || t('customer.noContact')}</dd>
            <dt>{t('customer.count')}</dt>
            <dd>{t('customer.tickets', { count: customer.tickets })}</dd>
            <dt>{t('customer.value')}</dt>
            <dd>
              <CustomerValuePicker ticket={ticket} />
            </dd>
          </dl>
        ) : (
          <p className={styles.why}>{t('customer.unknown')}</p>
        )}
      </section>
      {otherTickets.length > 0 ? (
        <section>
          <h2>{t('customer.others')}</h2>
          <ul className={styles.others}>
            {otherTickets.map((other) => (
              <li key={other.id}>
                <Link to="/tickets/$id" params={{ id: other.id }}>
                  <span>{other.title}</span>
                  <TimeText at={other.openedAt} />
                  <small>
                    {other.number} · {t(`status.${other.status}`)}
                  </small>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}
