import { AutoComplete, Button, Drawer, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Batch, MenuShop } from '#contracts/orders/menu'
import { useFormProblem } from '../../ui/use-form-problem.ts'
import { useDone } from '../../ui/use-problem.ts'
import { ingredientsOf } from './item-list.ts'
import { useMenu, useOpenBatch } from './menu-queries.ts'
import { useTradeLabels } from './use-menu-words.ts'

type Fields = { ingredient: string; code: string; expiresOn?: string }
type Props = { shop: MenuShop; ingredient: string; inUse: Batch[]; onClose: () => void }

/** Opens a batch; the one in use before is used up by that. */
export function BatchDrawer({ shop, ingredient, inUse, onClose }: Props) {
  const { t } = useTranslation('orders-menu')
  const [form] = Form.useForm<Fields>()
  const open = useOpenBatch(shop.id)
  const menu = useMenu(shop.id).data ?? []
  const problem = useFormProblem(form)
  const done = useDone()
  const label = useTradeLabels()
  const named = Form.useWatch('ingredient', form)?.trim()
  const before = inUse.find((batch) => batch.ingredient === named)
  const missing = [{ required: true, whitespace: true, message: t('fillIn') }]
  const send = ({ ingredient: what, code, expiresOn }: Fields) =>
    open
      .mutateAsync({ ingredient: what.trim(), code: code.trim(), ...(expiresOn ? { expiresOn } : {}) })
      .then(() => {
        done(t('batch.opened'))
        onClose()
      }, problem)
  return (
    <Drawer
      open
      onClose={onClose}
      title={t('batch.add')}
      size={480}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ ingredient }} onFinish={send}>
        <Form.Item
          name="ingredient"
          label={label.material}
          rules={missing}
          extra={before ? t('batch.instead', { code: before.code }) : undefined}
        >
          <AutoComplete
            maxLength={40}
            autoFocus={!ingredient}
            options={ingredientsOf(menu).map((value) => ({ value, label: value }))}
            showSearch={{ filterOption: (typed, option) => String(option?.value).includes(typed) }}
          />
        </Form.Item>
        <Form.Item name="code" label={t('batch.code')} extra={t('batch.codeHint')} rules={missing}>
          <Input maxLength={40} autoFocus={Boolean(ingredient)} />
        </Form.Item>
        <Form.Item name="expiresOn" label={t('batch.expiresOn')}>
          <Input type="date" />
        </Form.Item>
        <Button type="primary" size="large" block htmlType="submit" loading={open.isPending}>
          {t('batch.submit')}
        </Button>
      </Form>
    </Drawer>
  )
}
