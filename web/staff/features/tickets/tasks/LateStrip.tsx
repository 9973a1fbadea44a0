import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ticket } from '#contracts/tickets'
import { useTicking } from '../../../ui/ticking.ts'
import { spanText } from '../../../ui/time.ts'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import styles from './LateStrip.module.css'
import { useExplainDelay } from './task-queries.ts'

/** An overdue ticket says why it is overdue, or that nobody has said why yet. */
export function LateStrip({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation(['tasks', 'common'])
  const [asking, setAsking] = useState(false)
  const due = ticket.clock?.dueAt ? Date.parse(ticket.clock.dueAt) : null
  const span = useTicking((now) => (due !== null && now >= due ? spanText(t as never, now - due) : ''))
  if (!span) return null
  const told = ticket.lateReason !== ''
  return (
    <div className={styles.strip} data-told={told}>
      <span>{told ? t('late.reason', { reason: ticket.lateReason }) : t('late.none', { span })}</span>
      {ticket.can.includes('reply') ? (
        <button type="button" onClick={() => setAsking(true)}>
          {t(told ? 'late.change' : 'late.explain')}
        </button>
      ) : null}
      {asking ? <ReasonDialog ticket={ticket} close={() => setAsking(false)} /> : null}
    </div>
  )
}

function ReasonDialog({ ticket, close }: { ticket: Ticket; close: () => void }) {
  const { t } = useTranslation('tasks')
  const [reason, setReason] = useState(ticket.lateReason)
  const explain = useExplainDelay(ticket.id)
  const problem = useProblem()
  const done = useDone()
  return (
    <Modal
      open
      title={t('late.title')}
      okText={t('late.ok')}
      onOk={() =>
        explain.mutate(reason, {
          onError: problem,
          onSuccess: () => {
            done(t('late.done'))
            close()
          },
        })
      }
      onCancel={close}
      confirmLoading={explain.isPending}
      okButtonProps={{ disabled: reason.trim().length < 2 }}
      width={480}
    >
      <p className={styles.hint}>{t('late.hint')}</p>
      <Input.TextArea
        autoFocus
        rows={3}
        maxLength={200}
        value={reason}
        aria-label={t('late.title')}
        placeholder={t('late.placeholder')}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  )
}
