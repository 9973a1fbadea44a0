import { App, Button, Checkbox, Drawer, Form, Input, Select, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HookEvent } from '#contracts/notify'
import type { Endpoint } from '#contracts/notify/webhooks'
import { CopyLine } from '../../ui/CopyLine.tsx'
import { useFormProblem } from '../../ui/use-form-problem.ts'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { useCreateEndpoint, useRotateSecret, useSaveEndpoint } from './hook-queries.ts'
import styles from './notify.module.css'

type Fields = { name: string; url: string; events: HookEvent[]; on: boolean }
const OVERLAPS = [0, 2, 24, 72, 168]

/** Adds an endpoint and shows its secret once, or changes one. */
export function EndpointDrawer({
  endpoint,
  onClose,
}: {
  endpoint: Endpoint | 'new' | null
  onClose: () => void
}) {
  const { t } = useTranslation('notify')
  const [secret, setSecret] = useState('')
  const known = endpoint === 'new' ? null : endpoint
  const close = () => {
    onClose()
    setSecret('')
  }
  return (
    <Drawer
      open={endpoint !== null}
      onClose={close}
      title={t(secret ? 'hook.secretTitle' : known ? 'hook.edit' : 'hook.add')}
      size={560}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      destroyOnHidden
    >
      {secret ? (
        <Secret secret={secret} onClose={close} />
      ) : endpoint ? (
        <>
          <EndpointForm endpoint={known} onClose={close} onSecret={setSecret} />
          {known ? <Rotation id={known.id} onSecret={setSecret} /> : null}
        </>
      ) : null}
    </Drawer>
  )
}

type FormProps = { endpoint: Endpoint | null; onClose: () => void; onSecret: (secret: string) => void }

function EndpointForm({ endpoint, onClose, onSecret }: FormProps) {
  const { t } = useTranslation('notify')
  const [form] = Form.useForm<Fields>()
  const create = useCreateEndpoint()
  const save = useSaveEndpoint(endpoint?.id ?? '')
  const problem = useFormProblem(form)
  const done = useDone()
  const send = ({ on, ...fields }: Fields) =>
    endpoint
      ? save.mutateAsync({ ...fields, on }).then(() => {
          done(t('saved'))
          onClose()
        }, problem)
      : create.mutateAsync(fields).then((made) => onSecret(made.secret), problem)
  const start = endpoint
    ? { name: endpoint.name, url: endpoint.url, events: endpoint.events, on: endpoint.state === 'on' }
    : { events: ['ticket.opened', 'ticket.closed'] }
  return (
    <Form form={form} layout="vertical" requiredMark={false} initialValues={start} onFinish={send}>
      <Form.Item
        name="name"
        label={t('hook.name')}
        rules={[{ required: true, whitespace: true, message: t('missing') }]}
      >
        <Input maxLength={60} placeholder={t('hook.nameExample')} />
      </Form.Item>
      <Form.Item
        name="url"
        label={t('hook.url')}
        extra={t('hook.urlHint')}
        rules={[{ required: true, type: 'url', message: t('hook.urlWrong') }]}
      >
        <Input inputMode="url" placeholder="https://example.com/huiyin" />
      </Form.Item>
      <Form.Item
        name="events"
        label={t('hook.events')}
        rules={[{ required: true, type: 'array', min: 1, message: t('hook.eventsMissing') }]}
      >
        <Checkbox.Group
          className={styles.checks ?? ''}
          options={HookEvent.options.map((value) => ({ value, label: t(`hookEvent.${value}`) }))}
        />
      </Form.Item>
      {endpoint ? (
        <Form.Item name="on" label={t('hook.on')} extra={t('hook.onHint')} valuePropName="checked">
          <Switch />
        </Form.Item>
      ) : null}
      <Button
        type="primary"
        size="large"
        block
        htmlType="submit"
        loading={create.isPending || save.isPending}
      >
        {t('action.save')}
      </Button>
    </Form>
  )
}

function Rotation({ id, onSecret }: { id: string; onSecret: (secret: string) => void }) {
  const { t } = useTranslation(['notify', 'common'])
  const { modal } = App.useApp()
  const rotate = useRotateSecret(id)
  const problem = useProblem()
  const [hours, setHours] = useState(24)
  const ask = () =>
    modal.confirm({
      title: t('hook.rotateTitle'),
      content: t('hook.rotateAsk'),
      okText: t('hook.rotate'),
      cancelText: t('common:action.cancel'),
      onOk: () => rotate.mutateAsync(hours).then((made) => onSecret(made.secret), problem),
    })
  return (
    <div className={styles.secret} style={{ marginTop: 32 }}>
      <p className={styles.note}>{t('hook.rotateHint')}</p>
      <div className={styles.actions}>
        <Select
          aria-label={t('hook.overlap')}
          style={{ minWidth: 200 }}
          value={hours}
          onChange={setHours}
          options={OVERLAPS.map((value) => ({ value, label: t('hook.overlapHours', { count: value }) }))}
        />
        <Button onClick={ask} loading={rotate.isPending}>
          {t('hook.rotate')}
        </Button>
      </div>
    </div>
  )
}

function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useTranslation('notify')
  return (
    <div className={styles.secret}>
      <p>{t('hook.secretHint')}</p>
      <CopyLine text={secret} label={t('hook.copySecret')} />
      <p className={styles.note}>{t('hook.docs')}</p>
      <div>
        <Button type="primary" onClick={onClose}>
          {t('hook.secretSaved')}
        </Button>
      </div>
    </div>
  )
}
