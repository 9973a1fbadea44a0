import { AutoComplete, Button, Drawer, Form, Input, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MenuItem, MenuShop, StopSale } from '#contracts/orders/menu'
import { useMe } from '../../app/session.ts'
import { useFormProblem } from '../../ui/use-form-problem.ts'
import { useDone } from '../../ui/use-problem.ts'
import { hitBy, ingredientsOf } from './item-list.ts'
import { useBatchesInUse, useMenu, useStopSale } from './menu-queries.ts'
import { BatchCodeField, ItemSelect } from './SaleFields.tsx'
import styles from './stops.module.css'
import { useTrade, useTradeLabels } from './use-menu-words.ts'

type Fields = {
  kind: 'item' | 'ingredient' | 'batch'
  itemId?: string
  ingredient?: string
  batchCode?: string
  where: 'all' | 'some'
  shopIds?: string[]
  reason: string
}
const REASONS = ['foreign', 'smell', 'expired', 'recall', 'sample'] as const

/** Takes an item, an ingredient or one batch off sale at once (E2). */
export function StopDrawer({ shops, onClose }: { shops: MenuShop[]; onClose: () => void }) {
  const { t } = useTranslation('orders-menu')
  const [form] = Form.useForm<Fields>()
  const stop = useStopSale()
  const menu = useMenu('').data ?? []
  const open = [...new Set((useBatchesInUse().data ?? []).map((b) => b.ingredient))]
  const problem = useFormProblem(form)
  const done = useDone()
  const words = useTrade()
  const label = useTradeLabels()
  const kind = Form.useWatch('kind', form) ?? 'item'
  const send = (fields: Fields) =>
    stop.mutateAsync(bodyOf(fields)).then(() => {
      done(t('stop.done'))
      onClose()
    }, problem)
  const missing = [{ required: true, whitespace: true, message: t('fillIn') }]
  return (
    <Drawer
      open
      onClose={onClose}
      title={t('stop.title')}
      size={520}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: 'item', where: 'all' }}
        onFinish={send}
        scrollToFirstError={{ focus: true }}
      >
        <p className={styles.about}>{t('stop.about')}</p>
        <Form.Item name="kind" label={t('stop.what')}>
          <Segmented
            block
            options={(['item', 'ingredient', 'batch'] as const).map((value) => ({
              value,
              label: t(`stop.kind.${value}`, label),
            }))}
          />
        </Form.Item>
        {kind === 'item' ? (
          <Form.Item name="itemId" label={label.thing} rules={missing}>
            <ItemSelect />
          </Form.Item>
        ) : null}
        {kind === 'ingredient' ? (
          <Form.Item name="ingredient" label={label.material} rules={missing}>
            <Select
              showSearch
              options={ingredientsOf(menu).map((value) => ({ value, label: value }))}
              notFoundContent={t('stop.noIngredient', words)}
            />
          </Form.Item>
        ) : null}
        {kind === 'batch' ? (
          <>
            <BatchCodeField
              missing={missing}
              words={{
                label: t('batch.code'),
                hint: t('stop.batchHint'),
                inUse: (b) => t('stop.inUse', { ingredient: b.ingredient, count: b.shops }),
                notInUse: t('stop.notInUse'),
              }}
            />
            <Form.Item name="ingredient" label={label.material} extra={t('stop.batchIngredientHint', words)}>
              <AutoComplete options={open.map((value) => ({ value, label: value }))} />
            </Form.Item>
          </>
        ) : null}
        <Hit menu={menu} />
        <Where shops={shops.filter((shop) => shop.mayStop)} />
        <Form.Item name="reason" label={t('stop.reason')} rules={missing}>
          <Input.TextArea maxLength={200} autoSize={{ minRows: 2, maxRows: 4 }} />
        </Form.Item>
        <div className={styles.reasons}>
          {REASONS.map((reason) => (
            <Button key={reason} onClick={() => form.setFieldsValue({ reason: t(`stop.reasons.${reason}`) })}>
              {t(`stop.reasons.${reason}`)}
            </Button>
          ))}
        </div>
        <Button type="primary" danger size="large" block htmlType="submit" loading={stop.isPending}>
          {t('stop.submit')}
        </Button>
      </Form>
    </Drawer>
  )
}

/** What will be off sale, before it is. */
function Hit({ menu }: { menu: MenuItem[] }) {
  const { t } = useTranslation(['orders-menu', 'common'])
  const words = useTrade()
  const form = Form.useFormInstance<Fields>()
  const kind = Form.useWatch('kind', form)
  const ingredient = Form.useWatch('ingredient', form)
  if (kind === 'item' || !ingredient) return null
  const names = hitBy(menu, { ingredient }).map((item) => item.name)
  if (!names.length) return null
  return (
    <p className={styles.hit} role="status">
      {t(kind === 'batch' ? 'stop.hitBatch' : 'stop.hit', {
        ...words,
        count: names.length,
        names: names.slice(0, 6).join(t('common:list.and')),
      })}
    </p>
  )
}

function Where({ shops }: { shops: MenuShop[] }) {
  const { t } = useTranslation('orders-menu')
  const where = Form.useWatch('where')
  const brand = useMe().grants.some((grant) => grant.extent.kind === 'brand')
  if (shops.length < 2) return null
  return (
    <>
      <Form.Item name="where" label={t('stop.where')}>
        <Segmented
          options={[
            { value: 'all', label: t(brand ? 'stop.allShops' : 'stop.myShops') },
            { value: 'some', label: t('stop.chosenShops') },
          ]}
        />
      </Form.Item>
      {where === 'some' ? (
        <Form.Item
          name="shopIds"
          label={t('stop.shops')}
          rules={[{ required: true, type: 'array', min: 1, message: t('stop.shopsMissing') }]}
        >
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={shops.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      ) : null}
    </>
  )
}

function bodyOf({ kind, itemId, ingredient, batchCode, where, shopIds, reason }: Fields): StopSale {
  const material = ingredient?.trim()
  return {
    ...(kind === 'item' && itemId ? { itemId } : {}),
    ...(kind !== 'item' && material ? { ingredient: material } : {}),
    ...(kind === 'batch' && batchCode ? { batchCode: batchCode.trim() } : {}),
    ...(where === 'some' && shopIds ? { shopIds } : {}),
    reason: reason.trim(),
  }
}
