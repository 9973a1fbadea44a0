import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerFile } from '#contracts/customers/file'
import { useProblem } from '../../ui/use-problem.ts'
import { useReveal } from './customer-queries.ts'
import styles from './dialogs.module.css'

const QUICK = ['call', 'check', 'deliver'] as const

/** Everything of the file in the clear, for a reason that goes into the audit trail; gone again when the dialog closes. */
export function RevealDialog({ file, close }: { file: CustomerFile; close: () => void }) {
  const { t } = useTranslation('customers')
  const [reason, setReason] = useState('')
  const reveal = useReveal(file.id)
  const problem = useProblem()
  const shown = reveal.data
  return (
    <Modal open title={t('reveal.title')} onCancel={close} footer={null} width={520}>
      {shown ? (
        <dl className={styles.revealed}>
          <dt>{t('field.name')}</dt>
          <dd>{shown.name || t('nameless')}</dd>
          {shown.birthday ? (
            <>
              <dt>{t('field.birthday')}</dt>
              <dd>{shown.birthday}</dd>
            </>
          ) : null}
          {shown.identities.map((identity) => (
            <div key={identity.id}>
              <dt>{t(`identity.${identity.kind}`)}</dt>
              <dd>
                {identity.kind === 'phone' ? (
                  <a href={`tel:${identity.value}`}>{identity.value}</a>
                ) : (
                  identity.value
                )}
              </dd>
            </div>
          ))}
          {shown.addresses.map((address) => (
            <div key={address.id}>
              <dt>{t('field.address')}</dt>
              <dd>{address.text}</dd>
            </div>
          ))}
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
              {t('reveal.do')}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  )
}
