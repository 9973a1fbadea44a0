import {
  AutoComplete,
  Button,
  Drawer,
  Form,
  Input,
  InputNumber,
  Segmented,
  Select,
  Space,
  Switch,
} from 'antd'
import { useTranslation } from 'react-i18next'
import { ItemKind, type MenuItem } from '#contracts/orders/menu'
import { useMe } from '../../app/session.ts'
import { useFormProblem } from '../../ui/use-form-problem.ts'
import { useDone } from '../../ui/use-problem.ts'
import styles from './item.module.css'
import { bodyOf, fieldsOf, type ItemFields } from './item-form.ts'
import { ingredientsOf } from './item-list.ts'
import { useSaveItem } from './menu-queries.ts'
import { OptionList } from './OptionList.tsx'
import { useStationNames, useTrade, useTradeLabels } from './use-menu-words.ts'

type Props = { item: MenuItem | null; menu: MenuItem[]; onClose: () => void }

/** Makes one thing the brand sells, or changes it; every shop follows, except where it has its own price. */
export function ItemDrawer({ item, menu, onClose }: Props) {
  const { t } = useTranslation('orders-menu')
  const [form] = Form.useForm<ItemFields>()
  const save = useSaveItem(item?.id ?? null)
  const problem = useFormProblem(form)
  const done = useDone()
  const words = useTrade()
  const start = useStart(item, menu)
  const send = () =>
    save.mutateAsync(bodyOf(form.getFieldsValue(true))).then(() => {
      done(t('saved'))
      onClose()
    }, problem)
  return (
    <Drawer
      open
      onClose={onClose}
      title={t(item ? 'item.edit' : 'item.add', words)}
      size={640}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      footer={
        <Button type="primary" size="large" block loading={save.isPending} onClick={form.submit}>
          {t('save')}
        </Button>
      }
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={start}
        onFinish={send}
        scrollToFirstError={{ focus: true }}
      >
        <Basics menu={menu} />
        <Making menu={menu} />
        <OptionList />
        <Form.Item name="on" label={t('field.on')} extra={t('field.onHint')} valuePropName="checked">
          <Switch />
        </Form.Item>
      </Form>
    </Drawer>
  )
}

function useStart(item: MenuItem | null, menu: MenuItem[]): Partial<ItemFields> {
  const salon = useMe().brand.industry === 'beauty'
  const { stations } = useStationNames()
  if (item) return fieldsOf(item)
  return {
    kind: salon ? 'treatment' : 'dish',
    makeUnit: 'min',
    ...(stations.length === 1 ? { station: stations[0]!.key } : {}),
    ingredients: [],
    allergens: [],
    options: [],
    on: true,
    position: menu.length ? Math.min(9999, Math.max(...menu.map((held) => held.position)) + 1) : 0,
  }
}

function useMissing() {
  const { t } = useTranslation('orders-menu')
  return {
    words: [{ required: true, whitespace: true, message: t('fillIn') }],
    value: [{ required: true, message: t('fillIn') }],
  }
}

function Basics({ menu }: { menu: MenuItem[] }) {
  const { t } = useTranslation('orders-menu')
  const missing = useMissing()
  const sections = [...new Set(menu.map((item) => item.section))]
  return (
    <div className={styles.pair}>
      <Form.Item name="name" label={t('field.name')} rules={missing.words}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item
        name="sku"
        label="SKU"
        tooltip={t('field.skuHint')}
        rules={[...missing.words, { pattern: /^[\w-]{1,40}$/, message: t('field.skuWrong') }]}
      >
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="section" label={t('field.section')} rules={missing.words}>
        <AutoComplete
          maxLength={80}
          options={sections.map((value) => ({ value, label: value }))}
          showSearch={{ filterOption: (typed, option) => String(option?.value).includes(typed) }}
        />
      </Form.Item>
      <Form.Item name="position" label={t('field.position')} tooltip={t('field.positionHint')}>
        <InputNumber min={0} max={9999} precision={0} />
      </Form.Item>
      <Form.Item name="price" label={t('field.price')} rules={missing.value}>
        <InputNumber min={0} max={1_000_000} precision={2} suffix={t('field.yuan')} />
      </Form.Item>
      <Form.Item name="kind" label={t('field.kind')}>
        <Segmented options={ItemKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))} />
      </Form.Item>
    </div>
  )
}

function Making({ menu }: { menu: MenuItem[] }) {
  const { t } = useTranslation('orders-menu')
  const missing = useMissing()
  const words = useTrade()
  const label = useTradeLabels()
  const { stations, nameOf } = useStationNames()
  const keys = [...new Set([...stations.map((s) => s.key), ...menu.map((item) => item.station)])]
  const known = t('allergens').split('、')
  return (
    <>
      <div className={styles.pair}>
        <Form.Item
          name="station"
          label={label.station}
          tooltip={t('field.stationHint', words)}
          rules={missing.value}
        >
          <Select options={keys.map((value) => ({ value, label: nameOf(value) }))} />
        </Form.Item>
        <Form.Item label={t('field.make')} htmlFor="make" tooltip={t('field.makeHint')} required>
          <Space.Compact block>
            <Form.Item
              noStyle
              name="make"
              rules={[
                ...missing.value,
                ({ getFieldValue }) => ({
                  validator: (_, value: number | null) => {
                    const seconds = (value ?? 0) * (getFieldValue('makeUnit') === 'min' ? 60 : 1)
                    return value === null || (seconds >= 5 && seconds <= 8 * 3600)
                      ? Promise.resolve()
                      : Promise.reject(new Error(t('field.makeWrong')))
                  },
                }),
              ]}
            >
              <InputNumber id="make" min={0.5} max={28800} />
            </Form.Item>
            <Form.Item noStyle name="makeUnit">
              <Select
                aria-label={t('field.unit')}
                options={(['min', 's'] as const).map((value) => ({ value, label: t(`unit.${value}`) }))}
              />
            </Form.Item>
          </Space.Compact>
        </Form.Item>
      </div>
      <Form.Item
        name="ingredients"
        label={label.material}
        extra={t('field.ingredientsHint')}
        rules={[{ type: 'array', max: 30, message: t('field.tooMany', { most: 30 }) }]}
      >
        <Select
          mode="tags"
          tokenSeparators={['，', ',', '、']}
          options={ingredientsOf(menu).map((value) => ({ value, label: value }))}
        />
      </Form.Item>
      <Form.Item
        name="allergens"
        label={t('field.allergens')}
        extra={t('field.allergensHint')}
        rules={[{ type: 'array', max: 12, message: t('field.tooMany', { most: 12 }) }]}
      >
        <Select
          mode="tags"
          tokenSeparators={['，', ',', '、']}
          options={known.map((value) => ({ value, label: value }))}
        />
      </Form.Item>
    </>
  )
}
