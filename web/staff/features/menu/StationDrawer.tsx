import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MenuShop, Station } from '#contracts/orders/menu'
import { useCan } from '../../app/session.ts'
import { freshKey } from '../../ui/fresh-key.ts'
import { useFormProblem } from '../../ui/use-form-problem.ts'
import { useDone } from '../../ui/use-problem.ts'
import { staffQuery } from '../people/index.ts'
import { useSaveStation } from './menu-queries.ts'
import { useStationNames, useTrade, useTradeLabels } from './use-menu-words.ts'

type Fields = { key: string; name: string; capacity: number; staffIds: string[] }
type Props = {
  shop: MenuShop
  /** A station of the shop, or the key of one it is to get; an empty key is still to be chosen. */
  station: Station | { key: string }
  held: Station[]
  onClose: () => void
}
const OWN = 'own'

export function StationDrawer({ shop, station, held, onClose }: Props) {
  const { t } = useTranslation('orders-menu')
  const known = 'id' in station ? station : null
  const [form] = Form.useForm<Fields>()
  const save = useSaveStation(shop.id)
  const problem = useFormProblem(form)
  const done = useDone()
  const words = useTrade()
  const label = useTradeLabels()
  const { stations, nameOf } = useStationNames()
  const free = stations.filter(({ key }) => !held.some((s) => s.key === key))
  const begun = station.key || free[0]?.key || OWN
  const send = ({ key, name, capacity, staffIds }: Fields) => {
    const keys = held.map((s) => s.key)
    const body = { key: key === OWN ? freshKey('station', keys) : key, name: name.trim(), capacity, staffIds }
    return save.mutateAsync(body).then(() => {
      done(t('saved'))
      onClose()
    }, problem)
  }
  return (
    <Drawer
      open
      onClose={onClose}
      title={t(known ? 'station.edit' : 'station.add', words)}
      size={480}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          key: begun,
          name: known?.name ?? (begun === OWN ? '' : nameOf(begun)),
          capacity: known?.capacity ?? 1,
          staffIds: known?.people.map((person) => person.id) ?? [],
        }}
        onFinish={() => send(form.getFieldsValue(true))}
      >
        {known || station.key ? null : (
          <Form.Item name="key" label={label.station} extra={t('station.keyHint', words)}>
            <Select
              options={[
                ...free.map(({ key, name }) => ({ value: key, label: name })),
                { value: OWN, label: t('station.own', words) },
              ]}
              onChange={(key: string) => form.setFieldsValue({ name: key === OWN ? '' : nameOf(key) })}
            />
          </Form.Item>
        )}
        <Form.Item
          name="name"
          label={t('station.name')}
          rules={[{ required: true, whitespace: true, message: t('fillIn') }]}
        >
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item
          name="capacity"
          label={t('station.capacityLabel')}
          extra={t('station.capacityHint')}
          rules={[{ required: true, message: t('fillIn') }]}
        >
          <InputNumber min={1} max={20} precision={0} />
        </Form.Item>
        <People shop={shop} />
        <Button type="primary" size="large" block htmlType="submit" loading={save.isPending}>
          {t('save')}
        </Button>
      </Form>
    </Drawer>
  )
}

/** Who works there; only for whoever may see the people of the shop, others leave it as it is. */
function People({ shop }: { shop: MenuShop }) {
  const { t } = useTranslation('orders-menu')
  const form = Form.useFormInstance<Fields>()
  const chosen = Form.useWatch('staffIds', form) ?? []
  const enabled = useCan('people.readStaff')
  const staff = useQuery({ ...staffQuery, enabled }).data ?? []
  if (!enabled) return null
  const here = staff.filter(
    ({ id, state, grants }) =>
      chosen.includes(id) ||
      (state === 'active' &&
        grants.some(({ extent }) => extent.kind === 'shop' && extent.shopId === shop.id)),
  )
  return (
    <Form.Item name="staffIds" label={t('station.people')} extra={t('station.peopleHint')}>
      <Select
        mode="multiple"
        maxCount={30}
        showSearch={{ optionFilterProp: 'label' }}
        options={here.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  )
}
