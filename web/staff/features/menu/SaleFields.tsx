import { AutoComplete, Form, Select, type SelectProps } from 'antd'
import { useTranslation } from 'react-i18next'
import type { BatchInUse } from '#contracts/orders/menu'
import { useBatchesInUse, useMenu } from './menu-queries.ts'

/** Items of the menu by name and SKU; says so while they have not come, or do not come. */
export function ItemSelect(props: Omit<SelectProps, 'options'>) {
  const { t } = useTranslation()
  const menu = useMenu('')
  return (
    <Select
      showSearch={{ optionFilterProp: 'label' }}
      loading={menu.isPending}
      notFoundContent={menu.isSuccess ? undefined : t(menu.isError ? 'state.failed' : 'state.loading')}
      {...props}
      options={(menu.data ?? []).map(({ id, name, sku }) => ({ value: id, label: `${name} ${sku}` }))}
    />
  )
}

type Words = { label: string; hint: string; inUse: (batch: BatchInUse) => string; notInUse: string }
type BatchProps = { words: Words; missing: { required: boolean; whitespace: boolean; message: string }[] }
type Fields = { batchCode?: string; ingredient?: string }

/**
 * The form's `batchCode`: one that shops have open, or any other. Whoever picks one gets its `ingredient` filled in.
 * Shape: that no shop has it open is said only when that is known.
 */
export function BatchCodeField({ words, missing }: BatchProps) {
  const { t } = useTranslation()
  const form = Form.useFormInstance<Fields>()
  const inUse = useBatchesInUse()
  const batches = inUse.data ?? []
  const code = Form.useWatch('batchCode', form)?.trim()
  const same = batches.filter((batch) => batch.code === code)
  const known = same.length ? same.map(words.inUse).join(t('list.then')) : words.notInUse
  return (
    <Form.Item
      name="batchCode"
      label={words.label}
      rules={missing}
      extra={code && inUse.isSuccess ? known : words.hint}
    >
      <AutoComplete
        showSearch={{
          filterOption: (typed, option) => String(option?.label).toLowerCase().includes(typed.toLowerCase()),
        }}
        onSelect={(value) =>
          form.setFieldsValue({ ingredient: batches.find((b) => b.code === value)?.ingredient })
        }
        options={batches.map((b) => ({ value: b.code, label: `${b.ingredient} ${b.code}` }))}
      />
    </Form.Item>
  )
}
