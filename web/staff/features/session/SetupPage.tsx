import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { setupQuery } from '../../app/session.ts'
import { Empty, Failed, LinesSkeleton } from '../../ui/states.tsx'
import { useFormProblem } from '../../ui/use-form-problem.ts'
import { DoorLayout } from './DoorLayout.tsx'
import { AdminPart, BrandPart, ShopPart } from './SetupParts.tsx'
import { type SetupBody, useSetUp } from './session-queries.ts'

/** First visit to an empty system: brand, trade, first shop and the administrator, then straight into the console. */
export function SetupPage() {
  const { t } = useTranslation('session')
  const router = useRouter()
  const setup = useQuery(setupQuery)
  if (setup.error) {
    return (
      <DoorLayout title={t('setup.title')}>
        <Failed error={setup.error} retry={() => void setup.refetch()} />
      </DoorLayout>
    )
  }
  if (setup.data && !setup.data.needed) {
    return (
      <DoorLayout title={t('setup.title')}>
        <Empty
          title={t('setup.done')}
          hint={t('setup.doneHint')}
          actions={
            <Button type="primary" onClick={() => router.history.push('/sign-in')}>
              {t('signIn.title')}
            </Button>
          }
        />
      </DoorLayout>
    )
  }
  return (
    <DoorLayout title={t('setup.title')} hint={t('setup.hint')}>
      {setup.data ? <SetupForm packs={setup.data.packs} /> : <LinesSkeleton lines={8} />}
    </DoorLayout>
  )
}

function SetupForm({ packs }: { packs: Array<{ key: string; name: string; summary: string }> }) {
  const { t } = useTranslation('session')
  const router = useRouter()
  const setUp = useSetUp()
  const [form] = Form.useForm<SetupBody>()
  const problem = useFormProblem(form)
  const send = (body: SetupBody) =>
    setUp
      .mutateAsync({ ...body, shop: { ...body.shop, address: body.shop.address ?? '' } })
      .then(() => router.history.push('/'), problem)
  return (
    <Form
      form={form}
      layout="vertical"
      size="large"
      requiredMark={false}
      onFinish={send}
      initialValues={{ brand: { pack: packs[0]?.key } }}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <BrandPart packs={packs} />
      <ShopPart />
      <AdminPart />
      <Button type="primary" htmlType="submit" block loading={setUp.isPending}>
        {t('setup.submit')}
      </Button>
      <p style={{ marginTop: 12, color: 'var(--ink-3)' }}>{t('setup.later')}</p>
    </Form>
  )
}
