import { Button, Form, Input, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Grant, Staff } from '#contracts/people'
import { useFormProblem } from '../../ui/use-form-problem.ts'
import { useDone } from '../../ui/use-problem.ts'
import { type Day, dayFault, weekOf } from '../../ui/week.ts'
import { GrantsEditor } from './GrantsEditor.tsx'
import type { IssuedInvitation } from './InvitationDialog.tsx'
import styles from './people.module.css'
import { type StaffForm as Fields, useInvite, useSaveStaff } from './people-queries.ts'
import { WeekEditor } from './WeekEditor.tsx'

type Props = { person: Staff | null; onSaved: () => void; onInvited: (issued: IssuedInvitation) => void }

const WEEKEND = [5, 6]

/** Name, roles and duty hours. A new person gets an invitation link right after saving. */
export function StaffForm({ person, onSaved, onInvited }: Props) {
  const { t } = useTranslation(['people', 'common'])
  const [form] = Form.useForm<Fields>()
  const save = useSaveStaff()
  const invite = useInvite()
  const problem = useFormProblem(form)
  const done = useDone()

  const send = async (fields: Fields) => {
    try {
      const { phone, ...rest } = fields
      const saved = await save.mutateAsync({ id: person?.id ?? null, staff: phone ? fields : rest })
      if (!person) return onInvited({ name: saved.name, link: await invite.mutateAsync(saved.id) })
      done(t('edit.saved'))
      onSaved()
    } catch (error) {
      problem(error)
    }
  }
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={person ? fieldsOf(person) : blank()}
      onFinish={send}
      scrollToFirstError={{ focus: true }}
    >
      <StaffFields person={person} />
      <Button type="primary" htmlType="submit" loading={save.isPending || invite.isPending}>
        {t(person ? 'common:action.save' : 'edit.send')}
      </Button>
    </Form>
  )
}

function StaffFields({ person }: { person: Staff | null }) {
  const { t } = useTranslation('people')
  const required = [{ required: true, whitespace: true, message: t('edit.missing') }]
  const whole = (grants: Grant[]) =>
    grants.length > 0 && grants.every(isWhole) ? Promise.resolve() : Promise.reject(new Error())
  const hours = (week: Day[]) => (week?.some(dayFault) ? Promise.reject(new Error()) : Promise.resolve())
  return (
    <>
      <div className={styles.pair}>
        <Form.Item name="name" label={t('edit.name')} rules={required}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="login"
          label={t('edit.login')}
          tooltip={t('edit.loginHint')}
          rules={[...required, { pattern: /^[A-Za-z0-9._@+-]{3,64}$/, message: t('edit.loginWrong') }]}
        >
          <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
      </div>
      <Form.Item name="phone" label={t('edit.phone')} extra={t('edit.phoneHint')}>
        <Input
          type="tel"
          maxLength={30}
          autoComplete="off"
          placeholder={person?.phoneMasked ? t('edit.phoneKeep', { masked: person.phoneMasked }) : undefined}
        />
      </Form.Item>
      <Form.Item
        name="grants"
        label={t('edit.grants')}
        extra={t('edit.grantsHint')}
        rules={[{ validator: (_, grants) => whole(grants), message: t('edit.grantsMissing') }]}
      >
        <GrantsEditor />
      </Form.Item>
      <Form.Item name="capacity" label={t('edit.capacity')} extra={t('edit.capacityHint')}>
        <InputNumber min={1} max={500} precision={0} placeholder={t('edit.capacityNone')} />
      </Form.Item>
      <Form.Item
        name="duty"
        label={t('edit.duty')}
        extra={t('edit.dutyHint')}
        rules={[{ validator: (_, week) => hours(week), message: '' }]}
      >
        <WeekEditor />
      </Form.Item>
    </>
  )
}

function isWhole(grant: Grant): boolean {
  return Boolean(grant.role && grant.extent)
}

function blank(): Partial<Fields> {
  return { grants: [{}] as unknown as Grant[], duty: weekOf([['09:00', '18:00']], WEEKEND) }
}

function fieldsOf({ name, login, grants, duty, capacity }: Staff): Partial<Fields> {
  return { name, login, grants, duty, capacity }
}
