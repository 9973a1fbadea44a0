import { useTranslation } from 'react-i18next'
import type { Compensation } from '#contracts/tickets/compensation'
import { TimeText } from '../../../app/TimeText.tsx'
import { DueText } from '../tasks/DueText.tsx'
import styles from './Approval.module.css'

/** Who proposed it, who has decided, who is asked, and that it was given: a small chain with names and times. */
export function ApprovalChain({ compensation }: { compensation: Compensation }) {
  const { t } = useTranslation(['compensation', 'tickets'])
  const { proposedBy, proposedAt, steps, state, issuedAt, decidedAt } = compensation
  return (
    <ol className={styles.chain} aria-label={t('chain.title')}>
      <li data-state="done">
        <b>{t('chain.proposed')}</b>
        <span>
          {proposedBy.name} <TimeText at={proposedAt} />
        </span>
      </li>
      {steps.map((step) => (
        <li key={step.id} data-state={step.state}>
          <b>
            {t(`tickets:role.${step.role}`)}
            {step.why === 'amount' ? null : <em>{t('chain.budget')}</em>}
          </b>
          <span>
            {step.approver?.name ?? t('chain.later')}
            {step.standsInFor ? `（${t('path.standsIn', { name: step.standsInFor.name })}）` : null}{' '}
            {t(`chain.${step.state}`)} {step.decidedAt ? <TimeText at={step.decidedAt} /> : null}
          </span>
          {step.state === 'asked' && step.dueAt ? (
            <span>
              <DueText dueAt={step.dueAt} />
            </span>
          ) : null}
          {step.note ? <q>{step.note}</q> : null}
        </li>
      ))}
      {state === 'waiting' ? null : (
        <li data-state={state}>
          <b>{t(`state.${state}`)}</b>
          <span>{(issuedAt ?? decidedAt) ? <TimeText at={issuedAt ?? decidedAt ?? ''} /> : null}</span>
        </li>
      )}
    </ol>
  )
}
