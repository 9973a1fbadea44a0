import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalNote } from './RefusalNote.tsx'
import type { Refusal } from './refusal.ts'

type Props = { busy: boolean; refusal: Refusal | null; onCode: (code: string) => void; onBack: () => void }

/** The six digits go off by themselves once the last one is there. */
export function TotpForm({ busy, refusal, onCode, onBack }: Props) {
  const { t } = useTranslation('session')
  const [code, setCode] = useState('')
  const send = (digits: string) => {
    setCode(digits)
    if (/^\d{6}$/.test(digits)) onCode(digits)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send(code)
      }}
    >
      {refusal ? <RefusalNote refusal={refusal} /> : null}
      <Input.OTP
        length={6}
        size="large"
        autoFocus
        value={code}
        onChange={send}
        inputMode="numeric"
        autoComplete="one-time-code"
        aria-label={t('totp.code')}
      />
      <div style={{ display: 'flex', gap: 12, marginTop: 24 }}>
        <Button type="primary" size="large" htmlType="submit" loading={busy} disabled={code.length < 6}>
          {t('totp.submit')}
        </Button>
        <Button size="large" type="text" onClick={onBack}>
          {t('totp.back')}
        </Button>
      </div>
    </form>
  )
}
