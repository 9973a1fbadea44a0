import type { Ticket, TicketAction } from '#contracts/tickets'
import { Clocks } from './Clocks.tsx'
import { CustomerPanel } from './CustomerPanel.tsx'
import { Judgement } from './Judgement.tsx'
import { LegalDates } from './LegalDates.tsx'
import { LinksPanel } from './links/LinksPanel.tsx'
import { MissingFacts } from './links/MissingFacts.tsx'
import { OrderPanel } from './order/OrderPanel.tsx'
import { PlatformCasePanel } from './platform-case/PlatformCasePanel.tsx'
import styles from './TicketAside.module.css'

/** Beside the conversation: how long there is, what was judged and why, who the customer is. */
export function TicketAside({ ticket, act }: { ticket: Ticket; act: (action: TicketAction) => void }) {
  // Near its end, what keeps it from ending comes first.
  const closing = ticket.status === 'proposed' || ticket.status === 'resolved'
  return (
    <div className={styles.aside}>
      <LegalDates ticket={ticket} />
      <PlatformCasePanel ticket={ticket} />
      <Clocks ticket={ticket} />
      {closing ? <MissingFacts ticket={ticket} act={act} /> : null}
      <Judgement ticket={ticket} act={act} />
      <OrderPanel ticket={ticket} />
      <LinksPanel ticket={ticket} />
      <CustomerPanel ticket={ticket} act={act} />
      {closing ? null : <MissingFacts ticket={ticket} act={act} />}
    </div>
  )
}
