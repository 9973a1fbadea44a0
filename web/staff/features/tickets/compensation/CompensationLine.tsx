import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Compensation } from '#contracts/tickets/compensation'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { ApprovalChain } from './ApprovalChain.tsx'
import styles from './Compensation.module.css'
import { cancel, useCompensationDeed } from './compensation-queries.ts'
import { DecideBar } from './DecideBar.tsx'
import { useGiftWords } from './use-gift-words.ts'
import { Warnings } from './Warnings.tsx'

/** One compensation: what and why, how far it has come, and what this reader may do with it. */
export function CompensationLine({ compensation }: { compensation: Compensation }) {
  const { t } = useTranslation('compensation')
  const gift = useGiftWords(compensation.currency)
  const { state, steps, can } = compensation
  const asked = steps.find((step) => step.state === 'asked')
  return (
    <li className={styles.line} data-state={state}>
      <header>
        <b>{gift(compensation)}</b>
        <i data-state={state}>{t(`state.${state}`)}</i>
        {can.includes('cancel') ? <CancelButton compensation={compensation} /> : null}
      </header>
      <p className={styles.reason}>
        {compensation.offerName ? `${compensation.offerName}：` : null}
        {compensation.reason}
      </p>
      {compensation.code ? (
        <p className={styles.code}>{t('line.code', { code: compensation.code })}</p>
      ) : null}
      {compensation.kind === 'refund' && state === 'issued' ? (
        <p className={styles.code}>{t(compensation.settledAt ? 'line.paid' : 'line.unpaid')}</p>
      ) : null}
      <Warnings warnings={compensation.warnings} currency={compensation.currency} />
      <ApprovalChain compensation={compensation} />
      {can.includes('decide') && asked ? (
        <DecideBar
          ticketId={compensation.ticketId}
          approvalId={asked.id}
          last={asked.step === steps.length}
        />
      ) : null}
    </li>
  )
}

function CancelButton({ compensation }: { compensation: Compensation }) {
  const { t } = useTranslation('compensation')
  const { modal } = App.useApp()
  const deed = useCompensationDeed(compensation.ticketId)
  const problem = useProblem()
  const done = useDone()
  const ask = () =>
    modal.confirm({
      title: t('cancel.title'),
      content: t('cancel.hint'),
      okText: t('cancel.ok'),
      cancelText: t('cancel.no'),
      onOk: () =>
        deed.mutate(cancel(compensation.id), {
          onError: problem,
          onSuccess: () => done(t('did.cancelled')),
        }),
    })
  return (
    <Button type="text" size="small" loading={deed.isPending} onClick={ask}>
      {t('cancel.do')}
    </Button>
  )
}
