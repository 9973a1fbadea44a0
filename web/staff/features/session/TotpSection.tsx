import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyLine } from '../../ui/CopyLine.tsx'
import { Section } from '../../ui/Section.tsx'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import styles from './account.module.css'
import { useConfirmTotp, useStartTotp } from './session-queries.ts'

/** The second step of signing in: off, being set up, or on. */
export function TotpSection({ on }: { on: boolean }) {
  const { t } = useTranslation('session')
  return (
    <Section title={t('account.totp')} hint={t(on ? 'account.totpOn' : 'account.totpOff')}>
      {on ? <TurnOff /> : <TurnOn />}
    </Section>
  )
}

function TurnOn() {
  const { t } = useTranslation('session')
  const start = useStartTotp()
  const confirm = useConfirmTotp()
  const problem = useProblem()
  const done = useDone()
  if (!start.data) {
    return (
      <Button loading={start.isPending} onClick={() => start.mutate(undefined, { onError: problem })}>
        {t('account.totpStart')}
      </Button>
    )
  }
  const picture = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(start.data.qrSvg)}`
  return (
    <div className={styles.totp}>
      <div className={styles.qr}>
        <img src={picture} alt={t('account.totpQr')} />
      </div>
      <div className={styles.steps}>
        <p>{t('account.totpScan')}</p>
        <p>{t('account.totpManual')}</p>
        <CopyLine text={start.data.secret} label={t('account.totpManual')} />
        <CodeForm
          busy={confirm.isPending}
          submit={t('account.totpConfirm')}
          onCode={(code) =>
            confirm.mutate(
              { code, on: true },
              { onError: problem, onSuccess: () => done(t('account.totpDone')) },
            )
          }
        />
      </div>
    </div>
  )
}

function TurnOff() {
  const { t } = useTranslation('session')
  const [open, setOpen] = useState(false)
  const confirm = useConfirmTotp()
  const problem = useProblem()
  const done = useDone()
  const send = (code: string) =>
    confirm.mutate({ code, on: false }, { onError: problem, onSuccess: () => done(t('account.totpStopped')) })
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('account.totpStop')}</Button>
      <Modal
        open={open}
        title={t('account.totpStopTitle')}
        footer={null}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <p style={{ marginBottom: 16 }}>{t('account.totpStopHint')}</p>
        <CodeForm busy={confirm.isPending} submit={t('account.totpStop')} onCode={send} danger />
      </Modal>
    </>
  )
}

type CodeProps = { busy: boolean; submit: string; danger?: boolean; onCode: (code: string) => void }

function CodeForm({ busy, submit, danger, onCode }: CodeProps) {
  const { t } = useTranslation('session')
  const [code, setCode] = useState('')
  return (
    <form
      className={styles.steps}
      onSubmit={(event) => {
        event.preventDefault()
        onCode(code)
      }}
    >
      <p>{t('account.totpCode')}</p>
      <Input.OTP
        length={6}
        value={code}
        onChange={setCode}
        inputMode="numeric"
        autoComplete="one-time-code"
        aria-label={t('account.totpCode')}
      />
      <div>
        <Button
          type="primary"
          danger={danger}
          htmlType="submit"
          loading={busy}
          disabled={!/^\d{6}$/.test(code)}
        >
          {submit}
        </Button>
      </div>
    </form>
  )
}
