import { AutoComplete, Button, Drawer, Form, type FormInstance, Input, Segmented } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { Room } from '#contracts/incidents'
import type { OrderSeal } from '#contracts/incidents/seal'
import type { HeldQuery } from '#contracts/orders/menu'
import { useZone } from '../../../app/session.ts'
import { instantIn } from '../../../ui/time.ts'
import { useFormProblem } from '../../../ui/use-form-problem.ts'
import { useDone } from '../../../ui/use-problem.ts'
import { BatchCodeField, ItemSelect } from '../../menu/index.ts'
import { useDeed } from '../incident-queries.ts'
import { DrillBand } from '../Marks.tsx'
import { SealShops } from './SealShops.tsx'
import styles from './seal.module.css'
import { sealDeeds, useSealable } from './seal-queries.ts'

type Fields = {
  kind: 'batch' | 'ingredient' | 'item'
  itemId?: string
  ingredient?: string
  batchCode?: string
  from?: string
  to?: string
  shopIds: string[]
  instruction: string
  sample?: string
}

/** A stop-sale to the shops: what, where, and what they shall do with it. */
export function OrderSealDrawer({ room, onClose }: { room: Room; onClose: () => void }) {
  const { t } = useTranslation('incidents')
  const zone = useZone()
  const [form] = Form.useForm<Fields>()
  const deed = useDeed(room.id)
  const problem = useFormProblem(form)
  const done = useDone()
  const kind = Form.useWatch('kind', form) ?? 'batch'
  const missing = [{ required: true, whitespace: true, message: t('seal.fillIn') }]
  const shopIds = Form.useWatch('shopIds', form) ?? []
  const what = useWhat(form)
  const send = (fields: Fields) =>
    deed.mutateAsync(sealDeeds.order(bodyOf(fields, zone))).then(() => {
      done(t('seal.ordered', { count: fields.shopIds.length }))
      onClose()
    }, problem)
  return (
    <Drawer
      open
      onClose={onClose}
      title={t('seal.order')}
      size={540}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      {room.drill ? <DrillBand /> : null}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          kind: 'batch',
          instruction: t('seal.instructionFirst'),
          sample: t('seal.sampleFirst'),
        }}
        onFinish={send}
        scrollToFirstError={{ focus: true }}
      >
        <p className={styles.hint}>{t('seal.orderHint')}</p>
        <Form.Item name="kind" label={t('seal.what')}>
          <Segmented
            block
            options={(['batch', 'ingredient', 'item'] as const).map((value) => ({
              value,
              label: t(`seal.kind.${value}`),
            }))}
          />
        </Form.Item>
        <What kind={kind} missing={missing} about={`${room.title} ${room.summary}`} />
        <div className={styles.two}>
          <Form.Item name="from" label={t('seal.from')}>
            <Input type="datetime-local" />
          </Form.Item>
          <Form.Item name="to" label={t('seal.to')}>
            <Input type="datetime-local" />
          </Form.Item>
        </div>
        <SealShops room={room} what={what} />
        <Form.Item name="instruction" label={t('seal.instruction')} rules={missing}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 5 }} />
        </Form.Item>
        <Form.Item name="sample" label={t('seal.sample')} extra={t('seal.sampleHint')}>
          <Input maxLength={80} />
        </Form.Item>
        <Button type="primary" danger size="large" block htmlType="submit" loading={deed.isPending}>
          {t('seal.orderDo', { count: shopIds.length })}
        </Button>
      </Form>
    </Drawer>
  )
}

/** What the form says is to be sealed, as far as shops are known to have it; null while it is half written. */
function useWhat(form: FormInstance<Fields>): HeldQuery | null {
  const { ingredients, batches } = useSealable()
  const { kind, itemId, ...written } = Form.useWatch((fields) => fields, form) ?? {}
  const [ingredient, batchCode] = [written.ingredient?.trim(), written.batchCode?.trim()]
  if (kind === 'item') return itemId ? { itemId } : null
  if (kind === 'ingredient') return ingredient && ingredients.includes(ingredient) ? { ingredient } : null
  if (!batchCode || !batches.some(({ code }) => code === batchCode)) return null
  return { batchCode, ...(ingredient ? { ingredient } : {}) }
}

/** A shorter one may stand in a sentence by chance. */
const CODE_LEAST = 4

type WhatProps = {
  kind: Fields['kind']
  missing: { required: boolean; whitespace: boolean; message: string }[]
  /** What the room says of itself: a batch that it names and that is in use stands in the field already. */
  about: string
}

function What({ kind, missing, about }: WhatProps) {
  const { t } = useTranslation('incidents')
  const form = Form.useFormInstance<Fields>()
  const { ingredients, batches } = useSealable()
  const named = batches.find(({ code }) => code.length >= CODE_LEAST && about.includes(code))
  useEffect(() => {
    if (!named || form.isFieldsTouched(['batchCode', 'ingredient'])) return
    form.setFieldsValue({ batchCode: named.code, ingredient: named.ingredient })
  }, [named, form])
  if (kind === 'item')
    return (
      <Form.Item name="itemId" label={t('seal.item')} rules={missing}>
        <ItemSelect />
      </Form.Item>
    )
  return (
    <>
      {kind === 'batch' ? (
        <BatchCodeField
          missing={missing}
          words={{
            label: t('seal.batch'),
            hint: t('seal.batchHint'),
            inUse: (b) => t('seal.inUse', { ingredient: b.ingredient, count: b.shops }),
            notInUse: t('seal.notInUse'),
          }}
        />
      ) : null}
      <Form.Item
        name="ingredient"
        label={t('seal.ingredient')}
        {...(kind === 'ingredient' ? { rules: missing } : {})}
      >
        <AutoComplete
          maxLength={40}
          options={ingredients.map((value) => ({ value, label: value }))}
          showSearch={{ filterOption: (typed, option) => String(option?.value).includes(typed) }}
        />
      </Form.Item>
    </>
  )
}

function bodyOf(fields: Fields, zone: string): z.input<typeof OrderSeal> {
  const { kind, itemId, shopIds } = fields
  const [ingredient, batchCode] = [fields.ingredient?.trim(), fields.batchCode?.trim()]
  const [from, to] = [instantIn(zone, fields.from ?? ''), instantIn(zone, fields.to ?? '')]
  return {
    ...(kind === 'item' && itemId ? { itemId } : {}),
    ...(kind !== 'item' && ingredient ? { ingredient } : {}),
    ...(kind === 'batch' && batchCode ? { batchCode } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    shopIds,
    instruction: fields.instruction.trim(),
    sample: fields.sample?.trim() ?? '',
  }
}
