import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Form, type FormInstance, Input, InputNumber, Switch } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Senders } from '#contracts/notify'
import { QueryState } from '../../ui/QueryState.tsx'
import { Section } from '../../ui/Section.tsx'
import { useFormProblem } from '../../ui/use-form-problem.ts'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { HealthDot } from './HealthDot.tsx'
import styles from './notify.module.css'
import {
  sendersQuery,
  useSaveCall,
  useSaveMailbox,
  useSaveSms,
  useSaveWecom,
  useTestSender,
} from './notify-queries.ts'
import { useFaultWords } from './use-fault-words.ts'

/** What reaches single people: the company's WeCom application, a mailbox that sends, text messages and calls. */
export function SendersPanel() {
  const senders = useQuery(sendersQuery)
  return (
    <QueryState query={senders}>
      {(data) => (
        <>
          <WecomSection app={data.wecom} />
          <MailSection box={data.email} />
          <SmsSection sms={data.sms} />
          <CallSection call={data.call} />
        </>
      )}
    </QueryState>
  )
}

function WecomSection({ app }: { app: Senders['wecom'] }) {
  const { t } = useTranslation('notify')
  const [form] = Form.useForm()
  const save = useSaveWecom()
  const steps = t('wecom.steps', { returnObjects: true }) as string[]
  const send = ({
    secret,
    ...rest
  }: {
    secret?: string
    corpId: string
    agentId: string
    base: string
    on: boolean
  }) => save.mutateAsync({ ...rest, ...(secret ? { secret } : {}) })
  return (
    <Section title={t('wecom.title')} hint={t('wecom.hint')}>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <SenderForm
        kind="wecom"
        form={form}
        start={{ ...app, secret: '', on: app.set ? app.on : true }}
        shown={app}
        send={send}
      >
        <Form.Item
          name="corpId"
          label={t('wecom.corpId')}
          rules={[{ required: true, message: t('missing') }]}
        >
          <Input autoComplete="off" placeholder="ww1234567890abcdef" />
        </Form.Item>
        <Form.Item
          name="agentId"
          label={t('wecom.agentId')}
          rules={[{ required: true, pattern: /^\d{1,12}$/, message: t('wecom.agentIdWrong') }]}
        >
          <Input inputMode="numeric" placeholder="1000002" />
        </Form.Item>
        <Form.Item
          name="secret"
          label={t('wecom.secret')}
          extra={app.secret ? t('secretKept', { secret: app.secret }) : null}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item name="base" label={t('wecom.base')} extra={t('wecom.baseHint')}>
          <Input inputMode="url" />
        </Form.Item>
      </SenderForm>
    </Section>
  )
}

function MailSection({ box }: { box: Senders['email'] }) {
  const { t } = useTranslation('notify')
  const [form] = Form.useForm()
  const save = useSaveMailbox()
  const send = ({ password, ...rest }: Senders['email']) =>
    save.mutateAsync({ ...rest, ...(password ? { password } : {}) })
  return (
    <Section title={t('mail.title')} hint={t('mail.hint')}>
      <SenderForm
        kind="email"
        form={form}
        start={{ ...box, password: '', on: box.set ? box.on : true }}
        shown={box}
        send={send}
      >
        <Form.Item name="host" label={t('mail.host')} rules={[{ required: true, message: t('missing') }]}>
          <Input inputMode="url" placeholder="smtp.exmail.qq.com" />
        </Form.Item>
        <Form.Item name="port" label={t('mail.port')}>
          <InputNumber min={1} max={65535} />
        </Form.Item>
        <Form.Item name="tls" label={t('mail.tls')} extra={t('mail.tlsHint')} valuePropName="checked">
          <Switch />
        </Form.Item>
        <Form.Item name="user" label={t('mail.user')}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('mail.password')}
          extra={box.password ? t('passwordKept') : t('mail.passwordHint')}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item name="from" label={t('mail.from')} rules={[{ required: true, message: t('missing') }]}>
          <Input placeholder="notice@example.com" />
        </Form.Item>
      </SenderForm>
    </Section>
  )
}

function SmsSection({ sms }: { sms: Senders['sms'] }) {
  const { t } = useTranslation('notify')
  const [form] = Form.useForm()
  const save = useSaveSms()
  const steps = t('sms.steps', { returnObjects: true }) as string[]
  return (
    <Section title={t('sms.title')} hint={t('sms.hint')}>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>
        {sms.channel ? (
          t('sms.through', { channel: sms.channel })
        ) : (
          <Link to="/channels">{t('sms.none')}</Link>
        )}
      </p>
      <SenderForm
        kind="sms"
        form={form}
        start={{ mostADay: sms.mostADay, on: sms.set ? sms.on : true }}
        shown={sms}
        send={(fields: { mostADay: number; on: boolean }) => save.mutateAsync(fields)}
      >
        <Form.Item name="mostADay" label={t('sms.mostADay')} extra={t('sms.mostADayHint')}>
          <InputNumber min={1} max={100} />
        </Form.Item>
      </SenderForm>
    </Section>
  )
}

function CallSection({ call }: { call: Senders['call'] }) {
  const { t } = useTranslation('notify')
  const [form] = Form.useForm()
  const save = useSaveCall()
  const steps = t('phone.steps', { returnObjects: true }) as string[]
  return (
    <Section title={t('phone.title')} hint={t('phone.hint')}>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>
        {call.channel ? (
          t('phone.through', { channel: call.channel })
        ) : (
          <Link to="/channels">{t('phone.none')}</Link>
        )}
      </p>
      {call.channel || call.set ? (
        <SenderForm
          kind="call"
          form={form}
          start={{ mostADay: call.mostADay, on: call.set ? call.on : true }}
          shown={call}
          send={(fields: { mostADay: number; on: boolean }) => save.mutateAsync(fields)}
        >
          <Form.Item name="mostADay" label={t('phone.mostADay')} extra={t('phone.mostADayHint')}>
            <InputNumber min={1} max={100} />
          </Form.Item>
        </SenderForm>
      ) : null}
    </Section>
  )
}

type SenderFormProps = {
  kind: 'wecom' | 'email' | 'sms' | 'call'
  form: FormInstance
  start: object
  shown: Senders[keyof Senders]
  // The fields are those of the form that is given as children.
  send: (fields: never) => Promise<unknown>
  children: ReactNode
}

const TESTED = {
  wecom: 'wecom.tested',
  email: 'mail.tested',
  sms: 'sms.tested',
  call: 'phone.tested',
} as const

function SenderForm({ kind, form, start, shown, send, children }: SenderFormProps) {
  const { t } = useTranslation('notify')
  const { modal } = App.useApp()
  const test = useTestSender(kind)
  const words = useFaultWords()
  const formProblem = useFormProblem(form)
  const problem = useProblem()
  const done = useDone()
  const pick = (fields: object) =>
    Object.fromEntries(Object.entries(fields).filter(([key]) => key !== 'set' && key !== 'health'))
  const tryOut = () =>
    test.mutateAsync().then(({ ok, fault, data }) => {
      if (ok) done(t(TESTED[kind]))
      else modal.error({ title: t('testFailed'), content: words(fault, data) })
    }, problem)
  return (
    <>
      {shown.set ? <HealthDot health={shown.health} on={shown.on} /> : null}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        className={styles.form ?? ''}
        initialValues={pick(start)}
        onFinish={(fields: object) => send(fields as never).then(() => done(t('saved')), formProblem)}
      >
        {children}
        <Form.Item name="on" label={t('senderOn')} valuePropName="checked">
          <Switch />
        </Form.Item>
        <div className={styles.actions}>
          <Button type="primary" htmlType="submit">
            {t('action.save')}
          </Button>
          {shown.set ? (
            <Button onClick={tryOut} loading={test.isPending}>
              {t(kind === 'call' ? 'phone.tryOut' : 'action.test')}
            </Button>
          ) : null}
        </div>
      </Form>
    </>
  )
}
