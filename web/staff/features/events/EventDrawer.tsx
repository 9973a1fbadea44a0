import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Form, Input, InputNumber, Segmented, Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { EVENT_LIMIT, type EventView } from '#contracts/loyalty/events'
import { useMe, useZone } from '../../app/session.ts'
import { fieldIn } from '../../ui/time.ts'
import { useFormProblem } from '../../ui/use-form-problem.ts'
import { useDone } from '../../ui/use-problem.ts'
import { shopsQuery } from '../people/index.ts'
import { bodyOf, type EventFields, fieldsOf } from './event-form.ts'
import { useSaveEvent } from './event-queries.ts'
import styles from './events.module.css'
import { QuestionFields } from './QuestionFields.tsx'
import { RewardFields } from './RewardFields.tsx'
import { TwoLanguages } from './TwoLanguages.tsx'

type Props = { event: EventView | 'new' | null; onClose: () => void }

/** Makes an event, or changes one that is under way. */
export function EventDrawer({ event, onClose }: Props) {
  const { t } = useTranslation('events')
  const known = event === 'new' ? null : event
  return (
    <Drawer
      open={event !== null}
      onClose={onClose}
      title={known ? t('edit') : t('add')}
      size={640}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      destroyOnHidden
    >
      {event ? <EventForm key={known?.id ?? 'new'} event={known} onClose={onClose} /> : null}
    </Drawer>
  )
}

const WEEK_MS = 7 * 24 * 3600 * 1000

function useStart(event: EventView | null): Partial<EventFields> {
  const { t } = useTranslation('events')
  const { brand } = useMe()
  if (event) return fieldsOf(event, brand.zone)
  const now = Date.now()
  return {
    place: 'brand',
    shopIds: [],
    startsAt: fieldIn(brand.zone, now),
    endsAt: fieldIn(brand.zone, now + WEEK_MS),
    limited: true,
    capacity: 50,
    reward: 'coupon',
    amount: 5,
    days: 30,
    budget: 250,
    questions: [],
    asksOpinion: true,
    opinion: { 'zh-CN': t('first.opinion', { lng: 'zh-CN' }), en: t('first.opinion', { lng: 'en' }) },
    consent: { 'zh-CN': t('first.consent', { brand: brand.name, lng: 'zh-CN' }) },
    asksNews: false,
    news: { 'zh-CN': t('first.news', { brand: brand.name, lng: 'zh-CN' }) },
  }
}

function EventForm({ event, onClose }: { event: EventView | null; onClose: () => void }) {
  const { t } = useTranslation('events')
  const [form] = Form.useForm<EventFields>()
  const save = useSaveEvent(event?.id ?? null)
  const problem = useFormProblem(form)
  const done = useDone()
  const start = useStart(event)
  const zone = useZone()
  const send = (fields: EventFields) =>
    save.mutateAsync(bodyOf(fields, zone)).then(() => {
      done(t('saved'))
      onClose()
    }, problem)
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={start}
      onFinish={() => send(form.getFieldsValue(true))}
      scrollToFirstError
    >
      <TwoLanguages name={['name']} label={t('name')} most={EVENT_LIMIT.name} />
      <TwoLanguages
        name={['description']}
        label={t('description')}
        most={EVENT_LIMIT.description}
        long
        required={false}
      />
      <PlaceFields />
      <div className={styles.pair}>
        <Form.Item name="startsAt" label={t('startsAt')} rules={[{ required: true, message: t('fillIn') }]}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="endsAt" label={t('endsAt')} rules={[{ required: true, message: t('fillIn') }]}>
          <Input type="datetime-local" />
        </Form.Item>
      </div>
      <CapacityFields />
      <RewardFields currency={event?.currency ?? 'CNY'} fixed={(event?.spent ?? 0) > 0} />
      <QuestionFields />
      <Asked name="asksOpinion" label={t('asksOpinion')} extra={t('asksOpinionHint')}>
        <TwoLanguages name={['opinion']} label={t('opinion')} most={EVENT_LIMIT.ask} />
      </Asked>
      <TwoLanguages
        name={['consent']}
        label={t('consent')}
        most={EVENT_LIMIT.consent}
        long
        extra={event ? t('consentVersion', { version: event.consentVersion }) : t('consentHint')}
      />
      <Asked name="asksNews" label={t('asksNews')} extra={t('asksNewsHint')}>
        <TwoLanguages name={['news']} label={t('news')} most={EVENT_LIMIT.consent} long />
      </Asked>
      <Button type="primary" size="large" block htmlType="submit" loading={save.isPending}>
        {t(event ? 'save' : 'saveDraft')}
      </Button>
    </Form>
  )
}

function PlaceFields() {
  const { t } = useTranslation('events')
  const shops = useQuery(shopsQuery)
  const place = Form.useWatch('place')
  return (
    <>
      <Form.Item name="place" label={t('where')}>
        <Segmented
          options={[
            { value: 'brand', label: t('wholeBrand') },
            { value: 'shops', label: t('someShops') },
          ]}
        />
      </Form.Item>
      {place === 'shops' ? (
        <Form.Item
          name="shopIds"
          label={t('shops')}
          rules={[{ required: true, type: 'array', min: 1, message: t('shopsMissing') }]}
        >
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={(shops.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      ) : null}
    </>
  )
}

function CapacityFields() {
  const { t } = useTranslation('events')
  const limited = Form.useWatch('limited')
  return (
    <>
      <Form.Item name="limited" label={t('limited')} valuePropName="checked">
        <Switch />
      </Form.Item>
      {limited ? (
        <Form.Item name="capacity" label={t('capacity')} rules={[{ required: true, message: t('fillIn') }]}>
          <InputNumber min={1} max={1_000_000} precision={0} />
        </Form.Item>
      ) : null}
    </>
  )
}

type AskedProps = {
  name: 'asksOpinion' | 'asksNews'
  label: string
  extra: string
  children: React.ReactNode
}

/** A switch, and what stands behind it while it is on. */
function Asked({ name, label, extra, children }: AskedProps) {
  const on = Form.useWatch(name)
  return (
    <>
      <Form.Item name={name} label={label} extra={extra} valuePropName="checked">
        <Switch />
      </Form.Item>
      {on ? children : null}
    </>
  )
}
