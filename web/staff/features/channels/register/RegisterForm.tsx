import { Button, Form, type FormInstance, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Shop } from '#contracts/people'
import type { Registered } from '#contracts/tickets/by-hand'
import { useFormProblem } from '../../../ui/use-form-problem.ts'
import { useProblem } from '../../../ui/use-problem.ts'
import type { EntryPhoto } from '../counter-entry.ts'
import { PhotoField } from '../PhotoField.tsx'
import { RegisterDone } from './RegisterDone.tsx'
import styles from './register.module.css'

type Props<Fields> = {
  form: FormInstance<Fields>
  initial: Partial<Fields>
  hint: string
  submit: string
  busy: boolean
  send: (fields: Fields, photos: string[]) => Promise<Registered>
  children: ReactNode
}

/** What both kinds of entry share: photos, refusals at their field, and what is said afterwards. */
export function RegisterForm<Fields extends object>(props: Props<Fields>) {
  const { form, initial, hint, submit, busy, send, children } = props
  const { t } = useTranslation('channels')
  const [photos, setPhotos] = useState<EntryPhoto[]>([])
  const [uploads, setUploads] = useState(false)
  const [done, setDone] = useState<Registered | null>(null)
  const refuse = useFormProblem(form)
  const problem = useProblem()
  if (done) return <RegisterDone done={done} onAnother={() => setDone(null)} />
  const save = (fields: Fields) => {
    if (photos.some((photo) => photo.blob)) return problem(new Error(t('register.photoWaits')))
    return send(
      fields,
      photos.map((photo) => photo.id),
    ).then((registered) => {
      form.resetFields()
      setPhotos([])
      setDone(registered)
    }, refuse)
  }
  return (
    <Form
      form={form}
      className={styles.form}
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      onFinish={save}
      scrollToFirstError={{ focus: true }}
    >
      <p className={styles.hint}>{hint}</p>
      {children}
      <PhotoField photos={photos} onChange={setPhotos} busy={uploads} onBusy={setUploads} />
      <Button type="primary" size="large" block htmlType="submit" loading={busy || uploads}>
        {submit}
      </Button>
    </Form>
  )
}

export function ShopField({ shops }: { shops: Shop[] }) {
  const { t } = useTranslation('channels')
  return (
    <Form.Item name="shopId" label={t('register.shop')}>
      <Select
        allowClear
        placeholder={t('register.shopNone')}
        showSearch={{ optionFilterProp: 'label' }}
        options={shops.map((shop) => ({ value: shop.id, label: shop.name }))}
      />
    </Form.Item>
  )
}
