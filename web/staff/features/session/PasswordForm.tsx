import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { RefusalNote } from './RefusalNote.tsx'
import type { Refusal } from './refusal.ts'

type Props = {
  busy: boolean
  refusal: Refusal | null
  onSend: (body: { login: string; password: string }) => void
}

export function PasswordForm({ busy, refusal, onSend }: Props) {
  const { t } = useTranslation('session')
  return (
    <Form layout="vertical" requiredMark={false} onFinish={onSend} size="large">
      {refusal ? <RefusalNote refusal={refusal} /> : null}
      <Form.Item
        name="login"
        label={t('signIn.login')}
        rules={[{ required: true, message: t('signIn.loginMissing') }]}
      >
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('signIn.password')}
        rules={[{ required: true, message: t('signIn.passwordMissing') }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={busy}>
        {t('signIn.submit')}
      </Button>
      <p style={{ marginTop: 12, color: 'var(--ink-3)' }}>{t('signIn.forgot')}</p>
    </Form>
  )
}
