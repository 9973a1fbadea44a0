import { Button } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ticket } from '#contracts/tickets'
import type { Investigation } from '#contracts/tickets/investigation'
import { PlusIcon } from '../../../ui/icons.tsx'
import styles from './Evidence.module.css'
import { EvidenceCard } from './EvidenceCard.tsx'
import { EvidenceForm } from './EvidenceForm.tsx'

/** What the investigation rests on, and the form that adds to it. */
export function EvidencePanel({ ticket, record }: { ticket: Ticket; record: Investigation }) {
  const { t } = useTranslation('investigation')
  const [adding, setAdding] = useState(false)
  const id = useId()
  const { evidence } = record
  const may = record.can.includes('addEvidence')
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <header className={styles.head}>
        <h3 id={id}>
          {t('evidence.title')}{' '}
          {evidence.length > 0 ? <span className={styles.count}>{evidence.length}</span> : null}
        </h3>
        {may && !adding ? (
          <Button icon={<PlusIcon size={14} />} onClick={() => setAdding(true)}>
            {t('evidence.add')}
          </Button>
        ) : null}
      </header>
      {evidence.length === 0 && !adding ? (
        <p className={styles.none}>{t(may ? 'evidence.none' : 'evidence.noneRead')}</p>
      ) : null}
      {evidence.length > 0 ? (
        <ul className={styles.cards}>
          {evidence.map((one) => (
            <EvidenceCard key={one.id} ticketId={ticket.id} evidence={one} may={may} />
          ))}
        </ul>
      ) : null}
      {adding ? <EvidenceForm ticket={ticket} close={() => setAdding(false)} /> : null}
    </section>
  )
}
