import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ticket } from '#contracts/tickets'
import type { Investigation } from '#contracts/tickets/investigation'
import { useMe } from '../../../app/session.ts'
import { TimeText } from '../../../app/TimeText.tsx'
import { QueryState } from '../../../ui/QueryState.tsx'
import { AccusedLine } from './AccusedLine.tsx'
import { EvidencePanel } from './EvidencePanel.tsx'
import { FindingsForm } from './FindingsForm.tsx'
import { FindingsText } from './FindingsText.tsx'
import styles from './Investigation.module.css'
import { useInvestigation } from './investigation-queries.ts'
import { StatementForm } from './StatementForm.tsx'

/** H3: why it happened, on what that rests, and whom it is about. */
export function InvestigationPanel({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('investigation')
  const record = useInvestigation(ticket.id)
  const id = useId()
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id}>{t('title')}</h2>
        {record.data ? <State record={record.data} /> : null}
      </header>
      <QueryState query={record}>
        {(data) => (
          <>
            <Own ticket={ticket} record={data} />
            {data.can.includes('change') ? (
              <FindingsForm ticket={ticket} record={data} />
            ) : (
              <FindingsText ticket={ticket} record={data} />
            )}
            <EvidencePanel ticket={ticket} record={data} />
          </>
        )}
      </QueryState>
    </section>
  )
}

function State({ record }: { record: Investigation }) {
  const { t } = useTranslation('investigation')
  const state = record.concluded ? 'concluded' : record.updatedAt ? 'open' : 'none'
  return (
    <>
      <span className={styles.state} data-state={state}>
        {t(`state.${state}`)}
      </span>
      {record.concluded ? (
        <small>
          {t('concludedBy', { name: record.concluded.by })} <TimeText at={record.concluded.at} />
        </small>
      ) : record.updatedAt ? (
        <small>
          {t('changed', { name: record.updatedBy })} <TimeText at={record.updatedAt} />
        </small>
      ) : null}
    </>
  )
}

/** Whom it is about; that person reads here what is asked. */
function Own({ ticket, record }: { ticket: Ticket; record: Investigation }) {
  const { t } = useTranslation('investigation')
  const self = record.accused?.who.id === useMe().staffId
  if (!self) return <AccusedLine ticket={ticket} record={record} />
  return (
    <>
      <p className={styles.you}>{t('accused.you')}</p>
      {record.can.includes('state') ? (
        <StatementForm ticketId={ticket.id} record={record} />
      ) : (
        <p className={styles.quiet}>{t('statement.given')}</p>
      )}
    </>
  )
}
