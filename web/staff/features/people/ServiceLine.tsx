import { useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { Button, Drawer, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { type SaveServiceLine, SERVICE_PHONE } from '#contracts/people'
import { useCan } from '../../app/session.ts'
import { useFormProblem } from '../../ui/use-form-problem.ts'
import { useDone } from '../../ui/use-problem.ts'
import styles from './people.module.css'
import { SERVICE_LINE, serviceLineQuery, useSaveServiceLine } from './people-queries.ts'
import { WeekEditor, weekRule } from './WeekEditor.tsx'

type Fields = z.infer<typeof SaveServiceLine>

/** The number for customers: everybody reads it here, an administrator changes it. `#service-line` opens the form. */
export function ServiceLine() {
  const { t } = useTranslation('people')
  const line = useQuery(serviceLineQuery)
  const mayChange = useCan('people.manageServiceLine')
  const asked = useLocation({ select: ({ hash }) => hash === SERVICE_LINE })
  const navigate = useNavigate()
  const [opened, setOpened] = useState(false)
  if (!line.data) return null
  const { phone, said } = line.data
  const close = () => {
    setOpened(false)
    if (asked) void navigate({ to: '/shops', replace: true })
  }
  if (!phone && !mayChange) return null
  return (
    <div className={styles.service}>
      <b>{t('line.title')}</b>
      <span>{said || t('line.none')}</span>
      {mayChange ? (
        <Button size="small" onClick={() => setOpened(true)}>
          {t(phone ? 'line.edit' : 'line.fill')}
        </Button>
      ) : null}
      {mayChange && (opened || asked) ? <LineDrawer line={line.data} close={close} /> : null}
    </div>
  )
}

function LineDrawer({ line, close }: { line: Fields; close: () => void }) {
  const { t } = useTranslation('people')
  const [form] = Form.useForm<Fields>()
  const save = useSaveServiceLine()
  const problem = useFormProblem(form)
  const done = useDone()
  const send = ({ phone = '', hours }: Fields) =>
    save.mutateAsync({ phone: phone.trim(), hours }).then(({ said }) => {
      done(t(said ? 'line.saved' : 'line.removed'))
      close()
    }, problem)
  return (
    <Drawer
      open
      onClose={close}
      title={t('line.title')}
      size={600}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      footer={
        <div className={styles.buttons}>
          <Button onClick={close}>{t('common:action.cancel')}</Button>
          <Button type="primary" loading={save.isPending} onClick={form.submit}>
            {t('common:action.save')}
          </Button>
        </div>
      }
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ phone: line.phone, hours: line.hours }}
        onFinish={send}
      >
        <Form.Item
          name="phone"
          label={t('line.phone')}
          extra={t('line.phoneHint')}
          rules={[
            { pattern: SERVICE_PHONE, transform: (v: string) => v?.trim(), message: t('line.badPhone') },
          ]}
        >
          <Input type="tel" maxLength={32} />
        </Form.Item>
        <Form.Item name="hours" label={t('line.hours')} extra={t('line.hoursHint')} rules={[weekRule]}>
          <WeekEditor />
        </Form.Item>
      </Form>
    </Drawer>
  )
}
