import { useQuery } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { Failed, LinesSkeleton } from '../../ui/states.tsx'
import { useFormProblem } from '../../ui/use-form-problem.ts'
import { DoorLayout } from './DoorLayout.tsx'
import { NewPassword } from './NewPassword.tsx'
import { invitationQuery, useAcceptInvitation } from './session-queries.ts'

/** What an invited person opens from their link: who invites them, and a password to choose. */
export function InvitationPage() {
  const { t } = useTranslation('session')
  const { token } = useParams({ strict: false }) as { token: string }
  const invitation = useQuery(invitationQuery(token))
  if (invitation.error) {
    return (
      <DoorLayout title={t('invitation.goneTitle')}>
        <Failed error={invitation.error} title={t('invitation.gone')} />
      </DoorLayout>
    )
  }
  const { data } = invitation
  return (
    <DoorLayout
      title={data ? t('invitation.title', { name: data.name }) : t('invitation.goneTitle')}
      hint={data ? t('invitation.hint', { brand: data.brandName }) : undefined}
    >
      {data ? (
        <ChoosePassword token={token} login={data.login} name={data.name} />
      ) : (
        <LinesSkeleton lines={4} />
      )}
    </DoorLayout>
  )
}

function ChoosePassword({ token, login, name }: { token: string; login: string; name: string }) {
  const { t } = useTranslation('session')
  const router = useRouter()
  const accept = useAcceptInvitation(token)
  const [form] = Form.useForm<{ password: string }>()
  const problem = useFormProblem(form)
  const send = ({ password }: { password: string }) =>
    accept.mutateAsync({ password }).then(() => router.history.push('/'), problem)
  return (
    <Form form={form} layout="vertical" size="large" requiredMark={false} onFinish={send}>
      <Form.Item label={t('invitation.login')}>
        <Input value={login} readOnly autoComplete="username" />
      </Form.Item>
      <NewPassword name="password" known={[login, name]} />
      <Button type="primary" htmlType="submit" block loading={accept.isPending}>
        {t('invitation.submit')}
      </Button>
    </Form>
  )
}
