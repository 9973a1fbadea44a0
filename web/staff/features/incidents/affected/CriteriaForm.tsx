import { AutoComplete, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { Room } from '#contracts/incidents'
import type { AffectedQuery } from '#contracts/incidents/affected'
import { useZone } from '../../../app/session.ts'
import { fieldIn, instantIn } from '../../../ui/time.ts'
import { useFormProblem } from '../../../ui/use-form-problem.ts'
import { useProblem } from '../../../ui/use-problem.ts'
import { ItemSelect } from '../../menu/index.ts'
import { useDeed } from '../incident-queries.ts'
import room_ from '../room/room.module.css'
import { ShopSelect } from '../ShopSelect.tsx'
import { useSealable } from '../seal/seal-queries.ts'
import styles from './affected.module.css'
import { affectedDeeds, usePreview } from './affected-queries.ts'
import { PreviewPart } from './PreviewPart.tsx'

type Query = z.input<typeof AffectedQuery>
type Fields = {
  itemIds: string[]
  ingredient?: string
  batchCodes: string[]
  shopIds: string[]
  from: string
  to: string
}
const DAYS_BACK = 3
const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

type Props = { room: Room; found: () => void; cancel?: () => void }

/** What the room knows already stands in the fields; the preview says how many it would be before anybody is held on to. */
export function CriteriaForm({ room, found, cancel }: Props) {
  const { t } = useTranslation('incidents')
  const zone = useZone()
  const [form] = Form.useForm<Fields>()
  const preview = usePreview(room.id)
  const deed = useDeed(room.id)
  const problem = useFormProblem(form)
  const refused = useProblem()
  const [asked, setAsked] = useState<Query | null>(null)
  const look = (fields: Fields) => {
    const query = queryOf(fields, zone)
    preview.mutate(query, { onError: problem, onSuccess: () => setAsked(query) })
  }
  const missing = [{ required: true, message: t('seal.fillIn') }]
  return (
    <>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={firstOf(room, zone)}
        onFinish={look}
        onValuesChange={() => setAsked(null)}
      >
        <h2 className={room_.title}>{t('affected.whom')}</h2>
        <p className={styles.about}>{t('affected.whomHint')}</p>
        <What />
        <Form.Item name="shopIds" label={t('affected.shops')}>
          <ShopSelect known={room.involved} />
        </Form.Item>
        <div className={styles.two}>
          <Form.Item name="from" label={t('affected.from')} rules={missing}>
            <Input type="datetime-local" />
          </Form.Item>
          <Form.Item name="to" label={t('affected.to')} rules={missing}>
            <Input type="datetime-local" />
          </Form.Item>
        </div>
        <div className={styles.deeds}>
          <Button htmlType="submit" type={asked ? 'default' : 'primary'} loading={preview.isPending}>
            {t('affected.look')}
          </Button>
          {cancel ? <Button onClick={cancel}>{t('common:action.cancel')}</Button> : null}
        </div>
      </Form>
      {asked && preview.data ? (
        <PreviewPart
          preview={preview.data}
          busy={deed.isPending}
          without={(codes) => {
            const { batchCodes } = form.getFieldsValue()
            form.setFieldsValue({ batchCodes: batchCodes.filter((code) => !codes.includes(code)) })
            form.submit()
          }}
          take={() => deed.mutate(affectedDeeds.find(asked), { onError: refused, onSuccess: found })}
        />
      ) : null}
    </>
  )
}

function What() {
  const { t } = useTranslation('incidents')
  const { batches, ingredients } = useSealable()
  return (
    <>
      <div className={styles.two}>
        <Form.Item name="batchCodes" label={t('affected.batches')}>
          <Select
            mode="tags"
            options={batches.map((b) => ({ value: b.code, label: `${b.ingredient} ${b.code}` }))}
          />
        </Form.Item>
        <Form.Item name="ingredient" label={t('seal.ingredient')}>
          <AutoComplete
            maxLength={40}
            options={ingredients.map((value) => ({ value, label: value }))}
            showSearch={{ filterOption: (typed, option) => String(option?.value).includes(typed) }}
          />
        </Form.Item>
      </div>
      <Form.Item name="itemIds" label={t('affected.items')}>
        <ItemSelect mode="multiple" />
      </Form.Item>
    </>
  )
}

/** From what is sealed, where, and the days before the room was opened. */
function firstOf({ affected, seals, involved, wholeBrand, openedAt }: Room, zone: string): Fields {
  const known = affected?.query
  const first = seals.find(({ liftedAt }) => !liftedAt)
  return {
    itemIds: known?.itemIds ?? (first?.itemId ? [first.itemId] : []),
    ingredient: known?.ingredient ?? first?.ingredient ?? '',
    batchCodes: known?.batchCodes ?? seals.flatMap(({ batchCode }) => (batchCode ? [batchCode] : [])),
    shopIds: known?.shopIds ?? (wholeBrand ? [] : involved.map(({ id }) => id)),
    from: fieldIn(zone, known?.from ?? Date.parse(openedAt) - DAYS_BACK * DAY_MS),
    // The field knows minutes only: the one that runs belongs to it.
    to: fieldIn(zone, known?.to ?? Date.now() + MINUTE_MS),
  }
}

function queryOf({ itemIds, ingredient, batchCodes, shopIds, from, to }: Fields, zone: string): Query {
  return {
    itemIds,
    ingredient: ingredient?.trim() ?? '',
    batchCodes,
    shopIds,
    from: instantIn(zone, from),
    to: instantIn(zone, to),
  }
}
