import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Form, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { CodePlace } from '#contracts/channels'
import { QueryState } from '../../ui/QueryState.tsx'
import { useFormProblem } from '../../ui/use-form-problem.ts'
import { useDone } from '../../ui/use-problem.ts'
import { shopsQuery } from '../people/index.ts'
import { type CodeView, useCreateCodes } from './channel-queries.ts'
import styles from './channels.module.css'
import { labelsFrom } from './code-labels.ts'

export type Place = z.infer<typeof CodePlace>
/** `place`: what is offered first; null while nothing is being made. */
type Props = { place: Place | null; onClose: () => void; onMade: (codes: CodeView[]) => void }
type Fields = { shopId?: string; place: Place; line: string }
/** The usual numbers of tables, ready to be taken. */
const TABLES = ['1-20', '1-40', '1-60']

/** Many codes in one go: a shop, a place, and labels such as A01-A20. */
export function CreateCodesDrawer({ place, onClose, onMade }: Props) {
  const { t } = useTranslation('channels')
  return (
    <Drawer
      open={place !== null}
      onClose={onClose}
      title={t('make.title')}
      size={480}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      destroyOnHidden
    >
      {place ? <CodesFormOfShops first={place} onMade={onMade} /> : null}
    </Drawer>
  )
}

type FormProps = { first: Place; onMade: (codes: CodeView[]) => void }
type Shop = { id: string; name: string }

/** Whoever has one shop only is not asked which, so the shops come first. */
function CodesFormOfShops(props: FormProps) {
  const shops = useQuery(shopsQuery)
  return <QueryState query={shops}>{(rows) => <CodesForm shops={rows} {...props} />}</QueryState>
}

function CodesForm({ shops, first, onMade }: FormProps & { shops: Shop[] }) {
  const { t } = useTranslation('channels')
  const [form] = Form.useForm<Fields>()
  const create = useCreateCodes()
  const problem = useFormProblem(form)
  const done = useDone()
  const place = Form.useWatch('place', form) ?? first
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
      initialValues={{
        place: first,
        line: first === 'kiosk' ? t('make.example.kiosk') : '',
        shopId: shops.length === 1 ? shops[0]?.id : undefined,
      }}
    >
      <Form.Item name="place" label={t('make.place')}>
        <Radio.Group
          className={styles.places}
          options={CodePlace.options.map((value) => ({ value, label: t(`code.place.${value}`) }))}
        />
      </Form.Item>
      <p className={styles.placeHint}>{t(`make.placeHint.${place}`)}</p>
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
        extra={place === 'slip' || place === 'kiosk' ? undefined : t('make.labelsHint')}
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
      {place === 'table' ? (
        <p className={styles.presets}>
          {TABLES.map((line) => (
            <Button key={line} size="small" onClick={() => form.setFieldsValue({ line })}>
              {t('make.tables', { range: line.replace('-', '–') })}
            </Button>
          ))}
        </p>
      ) : null}
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
