import { Button } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ticket } from '#contracts/tickets'
import { PlusIcon } from '../../../ui/icons.tsx'
import { QueryState } from '../../../ui/QueryState.tsx'
import { AssessmentForm } from './AssessmentForm.tsx'
import styles from './Investigation.module.css'
import { useAssessments } from './investigation-queries.ts'
import { Minutes } from './Minutes.tsx'

/** H6 会商: what several departments say by a deadline, and what one person decides. */
export function AssessmentPanel({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('investigation')
  const list = useAssessments(ticket.id)
  const [asking, setAsking] = useState(false)
  const id = useId()
  const may = ticket.can.includes('assess')
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id}>{t('assessment.title')}</h2>
        {may && !asking ? (
          <Button icon={<PlusIcon size={14} />} onClick={() => setAsking(true)}>
            {t('assessment.start')}
          </Button>
        ) : null}
      </header>
      {asking ? <AssessmentForm ticketId={ticket.id} close={() => setAsking(false)} /> : null}
      <QueryState query={list}>
        {(assessments) =>
          assessments.length === 0 ? (
            asking ? null : (
              <p className={styles.quiet}>
                {t('assessment.none')}
                {may ? t('assessment.hint') : ''}
              </p>
            )
          ) : (
            assessments.map((one) => <Minutes key={one.id} ticket={ticket} assessment={one} />)
          )
        }
      </QueryState>
    </section>
  )
}
