import { Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { Contact } from '#contracts/customers'
import type { Shop } from '#contracts/people'
import { LegalDeadline } from '#contracts/tickets/by-hand'
import { useZone } from '../../../app/session.ts'
import { RegisterForm, ShopField } from './RegisterForm.tsx'
import styles from './register.module.css'
import { useRegisterCase } from './register-queries.ts'

type Fields = {
  caseNumber: string
  authority: string
  receivedOn: string
  deadline: LegalDeadline
  shopId?: string
  content: string
  name?: string
  contact?: string
  orderNumber?: string
}

/** A complaint that the market regulator has passed on, with what it waits for. */
export function CaseForm({ shops }: { shops: Shop[] }) {
  const { t } = useTranslation('channels')
  const [form] = Form.useForm<Fields>()
  const register = useRegisterCase()
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: useZone() }).format(new Date())
  const needed = (word: string) => [
    { required: true, whitespace: true, message: t(`register.${word}Missing`) },
  ]
  return (
    <RegisterForm
      form={form}
      initial={{ receivedOn: today, deadline: 'answer' }}
      hint={t('register.caseHint')}
      submit={t('register.saveCase')}
      busy={register.isPending}
      send={({ shopId, name, contact, orderNumber, ...rest }, photos) =>
        register.mutateAsync({
          ...rest,
          shopId: shopId ?? null,
          ...given({ name, contact, orderNumber }),
          photos,
        })
      }
    >
      <Form.Item
        name="caseNumber"
        label={t('register.caseNumber')}
        extra={t('register.caseNumberHint')}
        rules={needed('caseNumber')}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="authority" label={t('register.authority')} rules={needed('authority')}>
          <Input maxLength={80} placeholder={t('register.authorityExample')} />
        </Form.Item>
        <Form.Item name="receivedOn" label={t('register.receivedOn')} rules={needed('receivedOn')}>
          <Input type="date" max={today} />
        </Form.Item>
      </div>
      <Form.Item name="deadline" label={t('register.deadline')}>
        <Radio.Group
          className={styles.deadlines ?? ''}
          options={LegalDeadline.options.map((value) => ({
            value,
            label: (
              <>
                {t(`register.deadlineOf.${value}`)}
                <small>{t(`register.deadlineHint.${value}`)}</small>
              </>
            ),
          }))}
        />
      </Form.Item>
      <ShopField shops={shops} />
      <Form.Item name="content" label={t('register.content')} rules={needed('content')}>
        <Input.TextArea
          maxLength={4000}
          placeholder={t('register.contentHint')}
          autoSize={{ minRows: 4, maxRows: 14 }}
        />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="name" label={t('register.name')}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="contact"
          label={t('register.contact')}
          rules={[{ validator: (_, value) => checkContact(value, t('register.contactWrong')) }]}
        >
          <Input inputMode="email" autoComplete="off" placeholder={t('register.contactHint')} />
        </Form.Item>
        <Form.Item name="orderNumber" label={t('register.order')}>
          <Input maxLength={64} autoComplete="off" />
        </Form.Item>
      </div>
    </RegisterForm>
  )
}

/** What was left empty is left out. */
function given<T extends Record<string, string | undefined>>(fields: T): Partial<Record<keyof T, string>> {
  const filled = Object.entries(fields).filter(([, value]) => value?.trim())
  return Object.fromEntries(filled) as Partial<Record<keyof T, string>>
}

function checkContact(value: unknown, words: string): Promise<void> {
  const text = typeof value === 'string' ? value.trim() : ''
  return text === '' || Contact.safeParse(text).success ? Promise.resolve() : Promise.reject(new Error(words))
}
