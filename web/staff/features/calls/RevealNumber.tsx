import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblem } from '../../ui/use-problem.ts'
import { useNumber } from './call-queries.ts'
import styles from './pop.module.css'

const SHORTEST_REASON = 4

/** The caller's number, for a reason that goes into the audit trail; gone again when the dialog closes. */
export function RevealNumber({ callId, close }: { callId: string; close: () => void }) {
  const { t } = useTranslation('calls')
  const [reason, setReason] = useState('')
  const reveal = useNumber(callId)
  const problem = useProblem()
  return (
    <Modal open title={t('pop.revealTitle')} onCancel={close} footer={null} width={420}>
      {reveal.data ? (
        <p className={styles.revealed}>
          <a href={`tel:${reveal.data.number}`}>{reveal.data.number}</a>
        </p>
      ) : (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            reveal.mutate(reason, { onError: problem })
          }}
        >
          <p>{t('pop.revealHint')}</p>
          <button type="button" className={styles.quick} onClick={() => setReason(t('pop.revealQuick'))}>
            {t('pop.revealQuick')}
          </button>
          <Input
            autoFocus
            maxLength={200}
            value={reason}
            aria-label={t('pop.revealReason')}
            placeholder={t('pop.revealReason')}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button
            type="primary"
            htmlType="submit"
            loading={reveal.isPending}
            disabled={reason.trim().length < SHORTEST_REASON}
          >
            {t('pop.revealOk')}
          </Button>
        </form>
      )}
    </Modal>
  )
}
