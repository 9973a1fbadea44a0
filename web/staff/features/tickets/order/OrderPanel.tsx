import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { OrderCard } from '#contracts/orders/outside'
import type { Ticket } from '#contracts/tickets'
import { useCan } from '../../../app/session.ts'
import { TimeText } from '../../../app/TimeText.tsx'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import aside from '../TicketAside.module.css'
import styles from './Order.module.css'
import { orderCardsQuery, useTraceAsEvidence } from './order-queries.ts'
import { useOrderWords } from './use-order-words.ts'

/** O5: the order that a ticket speaks of, one click from its whole trace, with the step of it that looks wrong. */
export function OrderPanel({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('orders-tracking')
  const reads = useCan('orders.read')
  const cards = useQuery({ ...orderCardsQuery(ticket.id), enabled: reads }).data
  if (!cards?.length) return null
  return (
    <section>
      <h2>{t('panel.title')}</h2>
      {cards.map((card) => (
        <Card key={card.id} card={card} ticket={ticket} />
      ))}
    </section>
  )
}

function Card({ card, ticket }: { card: OrderCard; ticket: Ticket }) {
  const { t } = useTranslation('orders-tracking')
  const words = useOrderWords()
  const problem = useProblem()
  const done = useDone()
  const evidence = useTraceAsEvidence(ticket.id, words.traceText)
  const investigates = ticket.can.includes('investigate')
  return (
    <div className={styles.card}>
      <Link to="/orders/$id" params={{ id: card.id }} className={styles.number}>
        {card.number}
      </Link>
      <span className={styles.status}>{t(`status.${card.status}`)}</span>
      <p>{card.summary}</p>
      <p className={aside.why}>
        {card.shopName} · {words.money(card.totalMinor, card.currency)} · <TimeText at={card.placedAt} />
      </p>
      {card.refundedMinor ? (
        <p className={styles.refunded}>
          {t('panel.refunded', { amount: words.money(card.refundedMinor, card.currency) })}
        </p>
      ) : null}
      {card.suspicion ? <p className={styles.wrong}>{words.suspicion(card.suspicion)}</p> : null}
      {investigates ? (
        <button
          type="button"
          disabled={evidence.isPending || evidence.isSuccess}
          onClick={() =>
            evidence.mutate(card.id, { onError: problem, onSuccess: () => done(t('panel.evidenceDone')) })
          }
        >
          {evidence.isSuccess ? t('panel.evidenceDone') : t('panel.evidence')}
        </button>
      ) : null}
    </div>
  )
}
