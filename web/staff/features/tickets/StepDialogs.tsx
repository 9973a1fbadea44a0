import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Dialogs.module.css'
import { type DialogProps, useDialogStep } from './dialog-step.ts'
import { FactsFirst } from './links/FactsFirst.tsx'
import { steps } from './ticket-steps.ts'

/** Closing and reopening ask for a sentence. */
export function WordsDialog({ kind, ...props }: DialogProps & { kind: 'close' | 'reopen' }) {
  const { t } = useTranslation('tickets')
  const [words, setWords] = useState('')
  const [despite, setDespite] = useState('')
  const { run, busy } = useDialogStep(props, `did.${kind}`)
  const missing = kind === 'close' && props.ticket.missingFacts.length > 0
  const send = () =>
    run(kind === 'close' ? steps.close(words, missing ? despite : undefined) : steps.reopen(words))
  return (
    <Modal
      open
      title={t(`${kind}.title`)}
      okText={t(`do.${kind}`)}
      onOk={send}
      onCancel={props.close}
      confirmLoading={busy}
      okButtonProps={{ disabled: words.trim().length < 2 || (missing && despite.trim().length < 2) }}
      width={480}
    >
      {missing ? <FactsFirst ticket={props.ticket} despite={despite} write={setDespite} /> : null}
      <p className={styles.hint}>{t(`${kind}.hint`)}</p>
      <Input.TextArea
        autoFocus
        rows={3}
        maxLength={500}
        value={words}
        aria-label={t(`${kind}.title`)}
        placeholder={t(`${kind}.placeholder`)}
        onChange={(event) => setWords(event.target.value)}
      />
    </Modal>
  )
}

const REASONS = ['spam', 'abuse', 'empty', 'test'] as const

/** Set aside: out of the way, never deleted, and can be brought back. */
export function SetAsideDialog(props: DialogProps) {
  const { t } = useTranslation('tickets')
  const [reason, setReason] = useState<(typeof REASONS)[number]>('spam')
  const { run, busy } = useDialogStep(props, 'did.set_aside')
  return (
    <Modal
      open
      title={t('setAside.title')}
      okText={t('do.set_aside')}
      onOk={() => run(steps.setAside(reason))}
      onCancel={props.close}
      confirmLoading={busy}
      width={480}
    >
      <p className={styles.hint}>{t('setAside.hint')}</p>
      <div className={styles.choices} role="radiogroup" aria-label={t('setAside.title')}>
        {REASONS.map((key) => (
          <label key={key}>
            <input type="radio" name="reason" checked={reason === key} onChange={() => setReason(key)} />
            {t(`setAside.${key}`)}
          </label>
        ))}
      </div>
    </Modal>
  )
}

const VIAS = ['phone', 'counter', 'message'] as const

/** The customer accepted by phone or at the counter; an agent writes it down for them. */
export function AcceptDialog(props: DialogProps) {
  const { t } = useTranslation('tickets')
  const [via, setVia] = useState<(typeof VIAS)[number]>('phone')
  const [words, setWords] = useState('')
  const { run, busy } = useDialogStep(props, 'did.accept_for_customer')
  return (
    <Modal
      open
      title={t('accept.title')}
      okText={t('do.accept_for_customer')}
      onOk={() => run(steps.accept(via, words))}
      onCancel={props.close}
      confirmLoading={busy}
      width={480}
    >
      <p className={styles.hint}>{t('accept.hint')}</p>
      {props.ticket.proposal ? (
        <blockquote className={styles.quote}>{props.ticket.proposal.text}</blockquote>
      ) : null}
      <div className={styles.choices} role="radiogroup" aria-label={t('accept.via')}>
        {VIAS.map((key) => (
          <label key={key}>
            <input type="radio" name="via" checked={via === key} onChange={() => setVia(key)} />
            {t(`via.${key}`)}
          </label>
        ))}
      </div>
      <Input.TextArea
        rows={2}
        maxLength={500}
        value={words}
        aria-label={t('accept.words')}
        placeholder={t('accept.words')}
        onChange={(event) => setWords(event.target.value)}
      />
    </Modal>
  )
}
