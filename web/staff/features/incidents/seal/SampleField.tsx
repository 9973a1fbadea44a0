import { Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './seals.module.css'

export type SampleFields = { sample?: 'kept' | 'none'; sampleKept?: string; sampleMissing?: string }

/** What the form begins with: what the shop itself has said, never what was asked for. */
export function sampleSaid(shop: { sampleKept: string; sampleMissing: string }): SampleFields {
  if (shop.sampleKept) return { sample: 'kept', sampleKept: shop.sampleKept }
  return shop.sampleMissing ? { sample: 'none', sampleMissing: shop.sampleMissing } : {}
}

export function sampleBody({ sample, sampleKept = '', sampleMissing = '' }: SampleFields) {
  return {
    sampleKept: sample === 'kept' ? sampleKept : '',
    sampleMissing: sample === 'none' ? sampleMissing : '',
  }
}

/** Kept, and how much; or not, and why. Nothing is chosen before the shop has. */
export function SampleField({ asked }: { asked: string }) {
  const { t } = useTranslation('incidents')
  const said = Form.useWatch<SampleFields['sample']>('sample')
  const fillIn = [{ required: true, whitespace: true, message: t('seal.fillIn') }]
  return (
    <fieldset className={styles.kept}>
      <legend>{t('seals.sampleKept')}</legend>
      <p className={styles.quiet}>{t('seals.sampleAsked', { sample: asked })}</p>
      <Form.Item name="sample" rules={[{ required: true, message: t('seals.samplePick') }]}>
        <Radio.Group
          size="large"
          optionType="button"
          options={[
            { value: 'kept', label: t('seals.sampleDid') },
            { value: 'none', label: t('seals.sampleNot') },
          ]}
        />
      </Form.Item>
      {said === 'kept' ? (
        <Form.Item name="sampleKept" label={t('seals.sampleAmount')} rules={fillIn}>
          <Input maxLength={80} size="large" />
        </Form.Item>
      ) : null}
      {said === 'none' ? (
        <Form.Item name="sampleMissing" label={t('seals.sampleWhy')} rules={fillIn}>
          <Input maxLength={200} size="large" placeholder={t('seals.sampleWhyHint')} />
        </Form.Item>
      ) : null}
    </fieldset>
  )
}
