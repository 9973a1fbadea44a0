import { Button, Form, Input, InputNumber } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShopSeal } from '#contracts/incidents/seal'
import { uploadPhoto } from '../../../app/api.ts'
import { PhotoPicker, type PickedPhoto } from '../../../ui/PhotoPicker.tsx'
import { useFormProblem } from '../../../ui/use-form-problem.ts'
import { useDone } from '../../../ui/use-problem.ts'
import { SampleField, type SampleFields, sampleBody, sampleSaid } from './SampleField.tsx'
import { useAcknowledge } from './seal-queries.ts'
import styles from './seals.module.css'

type Fields = SampleFields & { quantity: number; unit: string; note: string }
type Props = { seal: ShopSeal; correction: boolean; close: () => void }

/** How much was found and put aside, with a photo from the phone's camera. */
export function AcknowledgeForm({ seal, correction, close }: Props) {
  const { t } = useTranslation('incidents')
  const [form] = Form.useForm<Fields>()
  const [photos, setPhotos] = useState<PickedPhoto[]>([])
  const [busy, setBusy] = useState(false)
  const [bare, setBare] = useState(0)
  const told = useRef<HTMLParagraphElement>(null)
  // The button stands far below the photo on a phone.
  useEffect(() => {
    if (bare) told.current?.scrollIntoView({ block: 'center' })
  }, [bare])
  const answer = useAcknowledge()
  const problem = useFormProblem(form)
  const done = useDone()
  const units = t('seals.units').split('|')
  const noPhoto = () => setBare(bare + 1)
  const send = ({ quantity, unit, note, ...sample }: Fields) => {
    if (photos.length === 0) return noPhoto()
    return answer
      .mutateAsync({
        sealId: seal.id,
        shopId: seal.shop.shopId,
        body: {
          quantity,
          unit,
          note,
          ...sampleBody(sample),
          state: 'acknowledged',
          fileIds: photos.map(({ id }) => id),
          correction,
        },
      })
      .then(() => {
        done(t('seals.did'))
        close()
      }, problem)
  }
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{
        unit: seal.shop.unit || units[0],
        ...sampleSaid(seal.shop),
        note: seal.shop.note,
        ...(seal.shop.quantity === null ? {} : { quantity: seal.shop.quantity }),
      }}
      onFinish={send}
      onFinishFailed={() => (photos.length === 0 ? noPhoto() : undefined)}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <div className={styles.amount}>
        <Form.Item
          name="quantity"
          label={t('seals.quantity')}
          rules={[{ required: true, message: t('seal.fillIn') }]}
        >
          <InputNumber min={0.001} max={1_000_000} inputMode="decimal" autoFocus size="large" />
        </Form.Item>
        <Form.Item name="unit" label={t('seals.unit')}>
          <Input maxLength={10} size="large" />
        </Form.Item>
      </div>
      <div className={styles.units}>
        {units.map((unit) => (
          <button key={unit} type="button" onClick={() => form.setFieldsValue({ unit })}>
            {unit}
          </button>
        ))}
      </div>
      <PhotoPicker
        photos={photos}
        onChange={setPhotos}
        busy={busy}
        onBusy={setBusy}
        most={6}
        take={async (file) => ({ ...(await uploadPhoto(file)), url: URL.createObjectURL(file) })}
        words={{
          label: t('seals.photo'),
          add: t('seals.addPhoto'),
          remove: t('seals.removePhoto'),
          tooBig: t('seals.photoTooBig'),
        }}
      />
      {bare && photos.length === 0 ? (
        <p className={styles.missing} role="alert" ref={told}>
          {t('seals.photoMissing')}
        </p>
      ) : null}
      {seal.sample ? <SampleField asked={seal.sample} /> : null}
      <Form.Item name="note" label={t('seals.note')} className={styles.gap ?? ''}>
        <Input maxLength={500} size="large" />
      </Form.Item>
      <div className={styles.ways}>
        <Button type="primary" size="large" htmlType="submit" loading={answer.isPending || busy}>
          {t('seals.confirm')}
        </Button>
        <Button size="large" onClick={close}>
          {t('common:action.back')}
        </Button>
      </div>
    </Form>
  )
}
