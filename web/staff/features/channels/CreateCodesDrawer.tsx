import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Form, Input, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { CodePlace } from '#contracts/channels'
import { useFormProblem } from '../../ui/use-form-problem.ts'
import { useDone } from '../../ui/use-problem.ts'
import { shopsQuery } from '../people/index.ts'
import { type CodeView, useCreateCodes } from './channel-queries.ts'
import styles from './channels.module.css'
import { labelsFrom } from './code-labels.ts'

type Props = { open: boolean; onClose: () => void; onMade: (codes: CodeView[]) => void }
type Fields = { shopId?: string; place: z.infer<typeof CodePlace>; line: string }

/** Many codes in one go: a shop, a place, and labels such as A01-A20. */
export function CreateCodesDrawer({ open, onClose, onMade }: Props) {
  const { t } = useTranslation('channels')
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={t('make.title')}
      size={480}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      destroyOnHidden
    >
      <CodesForm onMade={onMade} />
    </Drawer>
  )
}

function CodesForm({ onMade }: { onMade: (codes: CodeView[]) => void }) {
  const { t } = useTranslation('channels')
  const [form] = Form.useForm<Fields>()
  const shops = useQuery(shopsQuery).data ?? []
  const create = useCreateCodes()
  const problem = useFormProblem(form)
  const done = useDone()
  const place = Form.useWatch('place', form) ?? 'table'
  const { labels, fault } = labelsFrom(Form.useWatch('line', form) ?? '')
  const send = ({ shopId, line, place: where }: Fields) =>
    create
      .mutateAsync({
        shopId: where === 'website' ? (shopId ?? null) : (shopId as string),
        place: where,
        labels: labelsFrom(line).labels,
      })
      .then((codes) => {
        done(t('make.done', { count: codes.length }))
        onMade(codes)
      }, problem)
  const example = t(`make.example.${place}`)
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={send}
      initialValues={{ place: 'table', line: '', shopId: shops.length === 1 ? shops[0]?.id : undefined }}
    >
      <Form.Item name="place" label={t('make.place')}>
        <Segmented
          block
          options={CodePlace.options.map((value) => ({ value, label: t(`code.place.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="shopId"
        label={t('code.shop')}
        rules={[{ required: place !== 'website', message: t('make.shopMissing') }]}
      >
        <Select
          allowClear={place === 'website'}
          placeholder={place === 'website' ? t('code.brandWide') : undefined}
          showSearch={{ optionFilterProp: 'label' }}
          options={shops.map((shop) => ({ value: shop.id, label: shop.name }))}
        />
      </Form.Item>
      <Form.Item
        name="line"
        label={t('make.labels')}
        extra={t('make.labelsHint')}
        rules={[
          {
            validator: (_, line: string) => {
              const found = labelsFrom(line ?? '').fault
              return found ? Promise.reject(new Error(t(`make.fault.${found}`))) : Promise.resolve()
            },
          },
        ]}
      >
        <Input placeholder={example} autoComplete="off" />
      </Form.Item>
      {fault === null ? (
        <p className={styles.preview}>
          {t('make.count', { count: labels.length })}
          {labels.slice(0, 24).join(t('common:list.and'))}
          {labels.length > 24 ? t('make.more') : ''}
        </p>
      ) : null}
      <Button type="primary" htmlType="submit" loading={create.isPending}>
        {t('make.submit', { count: fault ? 0 : labels.length })}
      </Button>
    </Form>
  )
}
