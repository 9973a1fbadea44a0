import { useTranslation } from 'react-i18next'
import type { ApprovalView } from '#contracts/tickets/compensation'
import type { Todo } from '#contracts/tickets/tasks'
import { QueryState } from '../../../ui/QueryState.tsx'
import styles from './Approval.module.css'
import { ApprovalChain } from './ApprovalChain.tsx'
import { useApproval } from './compensation-queries.ts'
import { DecideBar } from './DecideBar.tsx'
import { formatMoney } from './money.ts'
import { useGiftWords } from './use-gift-words.ts'
import { Warnings } from './Warnings.tsx'

/** An approval in 我的待办: how much, why, what to mind, and the two buttons under the thumb. */
export function ApprovalTodo({ todo, close }: { todo: Todo; close?: () => void }) {
  const approval = useApproval(todo.ticketId, todo.aboutId ?? '')
  return (
    <QueryState query={approval}>
      {(view) => <Approval view={view} {...(close ? { close } : {})} />}
    </QueryState>
  )
}

function Approval({ view, close }: { view: ApprovalView; close?: () => void }) {
  const { t, i18n } = useTranslation(['compensation', 'tickets'])
  const { approval, compensation, mayDecide } = view
  const gift = useGiftWords(compensation.currency)
  return (
    <div className={styles.approval}>
      <p className={styles.amount}>
        <b>{formatMoney(compensation.amountMinor, compensation.currency, i18n.language)}</b>
        <span>{gift(compensation)}</span>
      </p>
      <p className={styles.reason}>
        {t('todo.proposed', { name: compensation.proposedBy.name })}
        {compensation.offerName ? `${compensation.offerName}：` : null}
        {compensation.reason}
      </p>
      {approval.standsInFor ? (
        <p className={styles.because}>{t('todo.standsIn', { name: approval.standsInFor.name })}</p>
      ) : null}
      <Warnings warnings={compensation.warnings} currency={compensation.currency} />
      <ApprovalChain compensation={compensation} />
      {mayDecide ? (
        <DecideBar
          ticketId={compensation.ticketId}
          approvalId={approval.id}
          last={approval.step === compensation.steps.length}
          {...(close ? { close } : {})}
        />
      ) : (
        <p className={styles.because}>{t('todo.over')}</p>
      )}
    </div>
  )
}
