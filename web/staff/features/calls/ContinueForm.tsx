import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallTicket } from '#contracts/tickets/calls'
import { useProblem } from '../../ui/use-problem.ts'
import { useContinueTicket } from './call-queries.ts'
import styles from './pop.module.css'

type Props = {
  callId: string
  ticket: CallTicket
  back: () => void
  done: (result: { number: string; ticketId: string }) => void
}

/** 接着这张单子: the call goes to this ticket, with what was said this time. */
export function ContinueForm({ callId, ticket, back, done }: Props) {
  const { t } = useTranslation('calls')
  const [note, setNote] = useState('')
  const go = useContinueTicket(callId)
  const problem = useProblem()
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        go.mutate(
          { ticketId: ticket.id, note },
          { onError: problem, onSuccess: () => done({ number: ticket.number, ticketId: ticket.id }) },
        )
      }}
    >
      <p>
        <small>{ticket.number}</small> {ticket.title}
      </p>
      <Input.TextArea
        autoFocus
        aria-label={t('pop.continueLabel')}
        placeholder={t('pop.continueLabel')}
        value={note}
        maxLength={4000}
        autoSize={{ minRows: 3, maxRows: 8 }}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className={styles.foot}>
        <Button type="primary" htmlType="submit" loading={go.isPending}>
          {t('pop.continueOk', { number: ticket.number })}
        </Button>
        <Button onClick={back}>{t('pop.back')}</Button>
      </div>
    </form>
  )
}
