import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import styles from './Approval.module.css'
import { useDecide } from './compensation-queries.ts'

type Props = { ticketId: string; approvalId: string; last: boolean; close?: () => void }
const SHORTEST_NOTE = 2

/** Yes or no with one thumb; a no says why, so that the proposer knows what to change. */
export function DecideBar({ ticketId, approvalId, last, close }: Props) {
  const { t } = useTranslation('compensation')
  const [note, setNote] = useState('')
  const decide = useDecide(ticketId, approvalId)
  const problem = useProblem()
  const done = useDone()
  const say = (decision: 'approve' | 'reject') =>
    decide.mutate(
      { decision, note },
      {
        onError: problem,
        onSuccess: () => {
          done(t(decision === 'reject' ? 'did.rejected' : last ? 'did.issued' : 'did.approved'))
          close?.()
        },
      },
    )
  const pending = decide.isPending ? decide.variables?.decision : null
  return (
    <div className={styles.decide}>
      <Input.TextArea
        autoSize={{ minRows: 1, maxRows: 4 }}
        maxLength={500}
        value={note}
        aria-label={t('decide.note')}
        placeholder={t('decide.note')}
        onChange={(event) => setNote(event.target.value)}
      />
      <div>
        <Button
          disabled={note.trim().length < SHORTEST_NOTE}
          title={t('decide.noteFirst')}
          loading={pending === 'reject'}
          onClick={() => say('reject')}
        >
          {t('decide.reject')}
        </Button>
        <Button type="primary" loading={pending === 'approve'} onClick={() => say('approve')}>
          {t(last ? 'decide.approveLast' : 'decide.approve')}
        </Button>
      </div>
    </div>
  )
}
