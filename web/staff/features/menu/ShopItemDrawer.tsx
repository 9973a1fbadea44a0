import { Button, Drawer, Form, InputNumber, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MenuItem, MenuShop } from '#contracts/orders/menu'
import { useZone } from '../../app/session.ts'
import { useFormProblem } from '../../ui/use-form-problem.ts'
import { useDone } from '../../ui/use-problem.ts'
import { nextMorning } from './again-at.ts'
import { ItemFacts } from './ItemFacts.tsx'
import { StateWords } from './ItemRow.tsx'
import styles from './item.module.css'
import { useSaveShopItem } from './menu-queries.ts'
import { usePrice } from './use-price.ts'

type Props = { item: MenuItem; shop: MenuShop | null; onEdit: (() => void) | null; onClose: () => void }

/** One item as it is at a shop: what the shop may say about it, and what the brand's menu says. */
export function ShopItemDrawer({ item, shop, onEdit, onClose }: Props) {
  const { t } = useTranslation('orders-menu')
  return (
    <Drawer
      open
      onClose={onClose}
      title={item.name}
      size={520}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      extra={onEdit ? <Button onClick={onEdit}>{t('item.editBrand')}</Button> : null}
    >
      <p className={styles.drawerState}>
        <StateWords item={item} />
      </p>
      {shop?.mayRun && item.on ? <ShopForm item={item} shop={shop} onClose={onClose} /> : null}
      <h3 className={styles.drawerHeading}>{t('item.brandSays')}</h3>
      <ItemFacts item={item} />
    </Drawer>
  )
}

type Fields = {
  state: 'on' | 'sold_out' | 'off'
  until: 'open' | 'hour' | 'morning' | 'kept'
  ownPrice: boolean
  price: number | null
}
const HOUR_MS = 3_600_000

function ShopForm({ item, shop, onClose }: { item: MenuItem; shop: MenuShop; onClose: () => void }) {
  const { t } = useTranslation('orders-menu')
  const [form] = Form.useForm<Fields>()
  const save = useSaveShopItem()
  const problem = useFormProblem(form)
  const done = useDone()
  const price = usePrice()
  const zone = useZone()
  const own = item.atShop?.priceMinor ?? null
  const kept = item.soldOutUntil
  const state = Form.useWatch('state', form) ?? item.atShop?.state
  const ownPrice = Form.useWatch('ownPrice', form) ?? own !== null
  const ends = { open: undefined, kept: kept ?? undefined }
  const send = (fields: Fields) => {
    const until =
      fields.until === 'hour'
        ? new Date(Date.now() + HOUR_MS).toISOString()
        : fields.until === 'morning'
          ? nextMorning(zone, Date.now()).toISOString()
          : ends[fields.until]
    const body = {
      state: fields.state,
      ...(fields.state === 'sold_out' && until ? { until } : {}),
      priceMinor: fields.ownPrice && fields.price !== null ? Math.round(fields.price * 100) : null,
    }
    return save.mutateAsync({ shopId: shop.id, itemId: item.id, body }).then(() => {
      done(t('saved'))
      onClose()
    }, problem)
  }
  const untils = ['open', 'hour', 'morning', ...(kept ? ['kept' as const] : [])] as const
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{
        state: item.atShop?.state ?? 'on',
        until: kept ? 'kept' : 'open',
        ownPrice: own !== null,
        price: (own ?? item.atShop?.brandPriceMinor ?? item.priceMinor) / 100,
      }}
      onFinish={() => send(form.getFieldsValue(true))}
    >
      <Form.Item name="state" label={t('atShop.state', { shop: shop.name })}>
        <Segmented
          block
          options={(['on', 'sold_out', 'off'] as const).map((value) => ({
            value,
            label: t(`atShop.${value}`),
          }))}
        />
      </Form.Item>
      {state === 'sold_out' ? (
        <Form.Item name="until" label={t('atShop.until')}>
          <Select options={untils.map((value) => ({ value, label: t(`atShop.untils.${value}`) }))} />
        </Form.Item>
      ) : null}
      <Form.Item name="ownPrice" label={t('field.price')}>
        <Segmented
          options={[
            {
              value: false,
              label: t('atShop.brandPrice', {
                price: price(item.atShop?.brandPriceMinor ?? item.priceMinor),
              }),
            },
            { value: true, label: t('atShop.ownPrice') },
          ]}
        />
      </Form.Item>
      {ownPrice ? (
        <Form.Item name="price" label={t('atShop.price')} rules={[{ required: true, message: t('fillIn') }]}>
          <InputNumber min={0} max={1_000_000} precision={2} suffix={t('field.yuan')} />
        </Form.Item>
      ) : null}
      <Button type="primary" size="large" block htmlType="submit" loading={save.isPending}>
        {t('save')}
      </Button>
    </Form>
  )
}
