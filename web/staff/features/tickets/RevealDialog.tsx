import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblem } from '../../ui/use-problem.ts'
import styles from './Dialogs.module.css'
import type { DialogProps } from './dialog-step.ts'
import { useReveal } from './ticket-queries.ts'

const QUICK = ['call', 'refund', 'visit'] as const

/** The customer's full contact, for a reason that goes into the audit trail; gone again when the dialog closes. */
export function RevealDialog({ ticket, close }: DialogProps) {
  const { t } = useTranslation('tickets')
  const [reason, setReason] = useState('')
  const reveal = useReveal(ticket.id)
  const problem = useProblem()
  const shown = reveal.data
  return (
    <Modal open title={t('reveal.title')} onCancel={close} footer={null} width={480}>
      {shown ? (
        <dl className={styles.revealed}>
          <dt>{t('customer.name')}</dt>
          <dd>{shown.name || t('row.nameless')}</dd>
          {shown.phone ? (
            <>
              <dt>{t('reveal.phone')}</dt>
              <dd>
                <a href={`tel:${shown.phone}`}>{shown.phone}</a>
              </dd>
            </>
          ) : null}
          {shown.email ? (
            <>
              <dt>{t('reveal.email')}</dt>
              <dd>
                <a href={`mailto:${shown.email}`}>{shown.email}</a>
              </dd>
            </>
          ) : null}
        </dl>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            reveal.mutate(reason, { onError: problem })
          }}
        >
          <p className={styles.hint}>{t('reveal.hint')}</p>
          <div className={styles.quick}>
            {QUICK.map((key) => (
              <button key={key} type="button" onClick={() => setReason(t(`reveal.${key}`))}>
                {t(`reveal.${key}`)}
              </button>
            ))}
          </div>
          <Input
            autoFocus
            maxLength={200}
            value={reason}
            aria-label={t('reveal.reason')}
            placeholder={t('reveal.reason')}
            onChange={(event) => setReason(event.target.value)}
          />
          <div className={styles.foot}>
            <Button
              type="primary"
              htmlType="submit"
              loading={reveal.isPending}
              disabled={reason.trim().length < 4}
            >
              {t('do.reveal')}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  )
}
