import { useTranslation } from 'react-i18next'
import type { RequiredFact } from '#contracts/playbook'
import type { Ticket, TicketAction } from '#contracts/tickets'
import aside from '../TicketAside.module.css'
import styles from './Links.module.css'

/** Where each fact is given: the deed whose tab or field it is. */
const GIVEN_BY: Record<RequiredFact, TicketAction> = {
  root_cause: 'investigate',
  measure: 'investigate',
  evidence: 'investigate',
  satisfaction_asked: 'propose',
  tasks_done: 'plan',
}

type Props = { ticket: Ticket; act: (action: TicketAction) => void }

/** Beside the conversation: what the playbook still wants to know before this is closed, each leading to where it is given. */
export function MissingFacts({ ticket, act }: Props) {
  const { t } = useTranslation('links')
  if (!ticket.missingFacts.length || ['closed', 'merged', 'set_aside'].includes(ticket.status)) return null
  return (
    <section>
      <h2>{t('facts.title')}</h2>
      <FactList ticket={ticket} act={act} />
    </section>
  )
}

function FactList({ ticket, act }: Props) {
  const { t } = useTranslation('links')
  return (
    <ul className={styles.facts}>
      {ticket.missingFacts.map((fact) => (
        <li key={fact}>
          {t(`facts.${fact}`)}
          {ticket.can.includes(GIVEN_BY[fact]) ? (
            <button type="button" className={aside.link} onClick={() => act(GIVEN_BY[fact])}>
              {t(`facts.give.${fact}`)}
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
