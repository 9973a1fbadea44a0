import { useTranslation } from 'react-i18next'
import type { LinkedTicket } from '#contracts/tickets/links'
import { TimeText } from '../../../app/TimeText.tsx'
import { QueryState } from '../../../ui/QueryState.tsx'
import { Empty } from '../../../ui/states.tsx'
import styles from './Links.module.css'
import { useFound } from './link-queries.ts'

type Props = {
  ticketId: string
  q: string
  /** Shown before anything is asked. */
  first: LinkedTicket[]
  chosen: string | null
  choose: (one: LinkedTicket) => void
}

/** Tickets to choose one from: suggestions, or what was found. */
export function FoundTickets({ ticketId, q, first, chosen, choose }: Props) {
  const { t } = useTranslation('links')
  const found = useFound(ticketId, q)
  const list = (shown: LinkedTicket[]) => (
    <ul className={styles.found}>
      {shown.map((one) => (
        <li key={one.id}>
          <Choice one={one} chosen={one.id === chosen} choose={() => choose(one)} />
        </li>
      ))}
    </ul>
  )
  if (!q) return first.length ? list(first) : <p className={styles.found}>{t('dialog.hint')}</p>
  return (
    <QueryState query={found}>
      {(shown) => (shown.length ? list(shown) : <Empty title={t('dialog.nothing')} />)}
    </QueryState>
  )
}

function Choice({ one, chosen, choose }: { one: LinkedTicket; chosen: boolean; choose: () => void }) {
  const { t } = useTranslation(['links', 'tickets'])
  const facts = [
    one.number,
    t(`tickets:status.${one.status}`),
    one.customerName || t('tickets:row.nameless'),
    one.shop?.name,
    one.orderNumber ? t('order', { number: one.orderNumber }) : '',
  ]
  return (
    <label data-chosen={chosen}>
      <input type="radio" name="other" checked={chosen} onChange={choose} />
      <span>
        <b>{one.title}</b>
        <small>
          {facts.filter(Boolean).join(' · ')} · <TimeText at={one.openedAt} />
        </small>
      </span>
    </label>
  )
}
