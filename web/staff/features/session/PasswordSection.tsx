import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { Section } from '../../ui/Section.tsx'
import { useFormProblem } from '../../ui/use-form-problem.ts'
import { useDone } from '../../ui/use-problem.ts'
import styles from './account.module.css'
import { NewPassword } from './NewPassword.tsx'
import { useChangePassword } from './session-queries.ts'

type Fields = { current: string; next: string }

export function PasswordSection({ login, name }: { login: string; name: string }) {
  const { t } = useTranslation('session')
  const [form] = Form.useForm<Fields>()
  const change = useChangePassword()
  const problem = useFormProblem(form)
  const done = useDone()
  const send = (fields: Fields) =>
    change.mutateAsync(fields).then(
      () => {
        form.resetFields()
        done(t('account.changed'))
      },
      (error) => {
        const wrong = (error as { code?: string }).code === 'people.wrongPassword'
        if (wrong) form.setFields([{ name: 'current', errors: [(error as Error).message] }])
        else problem(error)
      },
    )
  return (
    <Section title={t('account.password')}>
      <Form form={form} className={styles.form} layout="vertical" requiredMark={false} onFinish={send}>
        <input type="text" autoComplete="username" value={login} readOnly hidden />
        <Form.Item
          name="current"
          label={t('account.current')}
          rules={[{ required: true, message: t('account.currentMissing') }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <NewPassword name="next" known={[login, name]} />
        <Button htmlType="submit" loading={change.isPending}>
          {t('account.change')}
        </Button>
      </Form>
    </Section>
  )
}
