import { Button, Checkbox, Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { ApiScope } from '#contracts/channels'
import { CopyLine } from '../../ui/CopyLine.tsx'
import { useFormProblem } from '../../ui/use-form-problem.ts'
import { type KeyCreated, useCreateKey } from './channel-queries.ts'
import styles from './channels.module.css'

type Fields = { name: string; scopes: Array<z.infer<typeof ApiScope>> }

/** Asks what the key is for; afterwards shows the secret, this once. */
export function CreateKeyDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('channels')
  const create = useCreateKey()
  const close = () => {
    onClose()
    create.reset()
  }
  return (
    <Modal
      open={open}
      title={t(create.data ? 'key.onceTitle' : 'key.make')}
      onCancel={close}
      footer={null}
      width={600}
      destroyOnHidden
    >
      {create.data ? <Secret created={create.data} onClose={close} /> : <KeyForm create={create} />}
    </Modal>
  )
}

function KeyForm({ create }: { create: ReturnType<typeof useCreateKey> }) {
  const { t } = useTranslation('channels')
  const [form] = Form.useForm<Fields>()
  const problem = useFormProblem(form)
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ scopes: ['feedback.write'] }}
      onFinish={(fields: Fields) => create.mutate(fields, { onError: problem })}
    >
      <Form.Item
        name="name"
        label={t('key.name')}
        rules={[{ required: true, whitespace: true, message: t('key.nameMissing') }]}
      >
        <Input maxLength={60} placeholder={t('key.nameExample')} autoComplete="off" autoFocus />
      </Form.Item>
      <Form.Item
        name="scopes"
        label={t('key.scopes')}
        rules={[{ required: true, type: 'array', min: 1, message: t('key.scopesMissing') }]}
      >
        <Checkbox.Group
          options={ApiScope.options.map((value) => ({ value, label: t(`key.scope.${value}`) }))}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={create.isPending}>
        {t('key.submit')}
      </Button>
    </Form>
  )
}

function Secret({ created, onClose }: { created: KeyCreated; onClose: () => void }) {
  const { t } = useTranslation('channels')
  return (
    <div className={styles.secret}>
      <p>{t('key.onceHint', { name: created.name })}</p>
      <CopyLine text={created.secret} label={t('key.copy')} />
      <p>{t('key.example')}</p>
      <CopyLine multiline text={curlFor(created.secret)} label={t('key.copyExample')} />
      <small>{t('key.docs')}</small>
      <div>
        <Button type="primary" onClick={onClose}>
          {t('key.saved')}
        </Button>
      </div>
    </div>
  )
}

function curlFor(secret: string): string {
  return [
    `curl -X POST ${window.location.origin}/api/v1/feedback \\`,
    `  -H "Authorization: Bearer ${secret}" \\`,
    `  -H "Idempotency-Key: order-20261122-0001" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '{"content":"汤洒了一半","stars":2,"orderNumber":"20261122-0001"}'`,
  ].join('\n')
}
