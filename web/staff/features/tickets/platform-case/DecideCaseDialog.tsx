import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlatformCase, PlatformDeed } from '#contracts/tickets/platform-case'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { formatMoney } from '../compensation/money.ts'
import dialog from '../Dialogs.module.css'
import styles from './PlatformCase.module.css'
import { useDecideCase } from './platform-case-queries.ts'

const NEEDS_REASON: readonly PlatformDeed[] = ['reject_refund', 'supply_proof']
const MOST_SIGNS = 200

type Props = { ticketId: string; deed: PlatformDeed; found: PlatformCase; close: () => void }

/** Says what the decision does before it goes out: at a platform it can't be taken back. */
export function DecideCaseDialog({ ticketId, deed, found, close }: Props) {
  const { t, i18n } = useTranslation('platform-case')
  const [reason, setReason] = useState('')
  const decide = useDecideCase(ticketId)
  const problem = useProblem()
  const done = useDone()
  const needed = NEEDS_REASON.includes(deed)
  const amount =
    found.refundMinor === null ? t('wholeAmount') : formatMoney(found.refundMinor, 'CNY', i18n.language)
  const send = () =>
    decide.mutate(
      { deed, reason: needed ? reason : '' },
      {
        onError: problem,
        onSuccess: () => {
          done(t('sent'))
          close()
        },
      },
    )
  return (
    <Modal
      open
      title={t(`do.${deed}`)}
      okText={t(`ok.${deed}`)}
      onOk={send}
      onCancel={close}
      confirmLoading={decide.isPending}
      okButtonProps={{ disabled: needed && reason.trim() === '', danger: deed === 'reject_refund' }}
      width={480}
    >
      <p className={dialog.hint}>{t(`hint.${deed}`, { amount })}</p>
      {needed ? (
        <div className={styles.words}>
          <Input.TextArea
            autoFocus
            rows={3}
            maxLength={MOST_SIGNS}
            showCount
            value={reason}
            aria-label={t(`reason.${deed}`)}
            placeholder={t(`reason.${deed}`)}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      ) : null}
    </Modal>
  )
}
