import { Button, Drawer, Form, Input, Segmented, Select } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Shop } from '#contracts/people'
import { useFormProblem } from '../../ui/use-form-problem.ts'
import { useDone } from '../../ui/use-problem.ts'
import { weekOf } from '../../ui/week.ts'
import { faultOf } from './map-place.ts'
import { type Place, PlaceField } from './PlaceField.tsx'
import styles from './people.module.css'
import { type RegionView, type ShopForm, useSaveShop } from './people-queries.ts'
import { WeekEditor, weekRule } from './WeekEditor.tsx'

type Props = { shop: Shop | 'new' | null; regions: RegionView[]; onClose: () => void }

/** Adds a shop or changes one. */
export function ShopDrawer({ shop, regions, onClose }: Props) {
  const { t } = useTranslation(['people', 'common'])
  const [form] = Form.useForm<ShopForm>()
  const save = useSaveShop()
  const problem = useFormProblem(form)
  const done = useDone()
  useEffect(() => {
    if (shop) form.setFieldsValue(shop === 'new' ? blank(regions) : fieldsOf(shop))
  }, [shop, regions, form])
  const send = (fields: ShopForm) =>
    save
      .mutateAsync({ id: shop && shop !== 'new' ? shop.id : null, shop: { ...zoneOf(shop), ...fields } })
      .then(() => {
        done(t('shop.saved', { name: fields.name }))
        onClose()
      }, problem)
  return (
    <Drawer
      open={shop !== null}
      onClose={onClose}
      title={t(shop === 'new' ? 'shop.addTitle' : 'shop.editTitle')}
      size={600}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      forceRender
      footer={
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
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
        onFinish={send}
        scrollToFirstError={{ focus: true }}
      >
        <ShopFields regions={regions} />
      </Form>
    </Drawer>
  )
}

function ShopFields({ regions }: { regions: RegionView[] }) {
  const { t } = useTranslation('people')
  const required = [{ required: true, whitespace: true, message: t('shop.missing') }]
  const states = (['open', 'paused', 'closed'] as const).map((value) => ({
    value,
    label: t(`shop.stateOf.${value}`),
  }))
  return (
    <>
      <div className={styles.pair}>
        <Form.Item name="name" label={t('shop.name')} rules={required}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="code" label={t('shop.code')} tooltip={t('shop.codeHint')} rules={required}>
          <Input maxLength={20} />
        </Form.Item>
        <Form.Item
          name="regionId"
          label={t('shop.region')}
          rules={[{ required: true, message: t('shop.regionMissing') }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={regions.map((r) => ({ value: r.id, label: r.name }))}
          />
        </Form.Item>
        <Form.Item name="phone" label={t('shop.phone')}>
          <Input maxLength={30} type="tel" />
        </Form.Item>
      </div>
      <Form.Item name="address" label={t('shop.address')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="point"
        label={t('shop.place')}
        extra={t('shop.placeHint')}
        rules={[
          {
            validator: (_, place: Place | null) => {
              const fault = faultOf(place)
              return fault ? Promise.reject(new Error(t(`shop.placeFault.${fault}`))) : Promise.resolve()
            },
          },
        ]}
      >
        <PlaceField />
      </Form.Item>
      <Form.Item name="state" label={t('shop.state')}>
        <Segmented options={states} />
      </Form.Item>
      <Form.Item name="departments" label={t('shop.departments')} extra={t('shop.departmentsHint')}>
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          tokenSeparators={[',', '，', '、']}
          maxCount={20}
        />
      </Form.Item>
      <Form.Item name="hours" label={t('shop.hours')} extra={t('shop.hoursHint')} rules={[weekRule]}>
        <WeekEditor />
      </Form.Item>
    </>
  )
}

/** The zone is not asked for: a new shop gets the brand's, an old one keeps its own. */
function zoneOf(shop: Props['shop']): { zone?: string } {
  return shop && shop !== 'new' ? { zone: shop.zone } : {}
}

function blank(regions: RegionView[]): ShopForm {
  return {
    code: '',
    name: '',
    regionId: regions.length === 1 ? regions[0]!.id : (undefined as unknown as string),
    address: '',
    phone: '',
    hours: weekOf([['10:00', '22:00']]),
    state: 'open',
    point: null,
    departments: [],
  }
}

function fieldsOf(shop: Shop): ShopForm {
  const { code, name, regionId, address, phone, hours, state, point } = shop
  return {
    code,
    name,
    regionId,
    address,
    phone,
    hours,
    state,
    point,
    departments: shop.departments.map((d) => d.name),
  }
}
