import { Form, InputNumber, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './events.module.css'

/** What there is for signing up, out of which budget; `fixed`: some were given, so the kind stays. */
export function RewardFields({ currency, fixed }: { currency: string; fixed: boolean }) {
  const { t } = useTranslation('events')
  const kind = Form.useWatch('reward')
  const rules = [{ required: true, message: t('fillIn') }]
  return (
    <>
      <Form.Item name="reward" label={t('reward')} extra={t('rewardHint')}>
        <Segmented
          disabled={fixed}
          options={(['coupon', 'points', 'none'] as const).map((value) => ({
            value,
            label: t(`rewardKind.${value}`),
          }))}
        />
      </Form.Item>
      {kind === 'coupon' ? (
        <div className={styles.pair}>
          <Form.Item name="amount" label={t('amount', { currency })} rules={rules}>
            <InputNumber min={0.01} max={10_000} precision={2} />
          </Form.Item>
          <Form.Item name="days" label={t('days')} rules={rules}>
            <InputNumber min={1} max={730} precision={0} />
          </Form.Item>
          <Form.Item name="budget" label={t('budget', { currency })} rules={rules}>
            <InputNumber min={0.01} max={10_000_000} precision={2} />
          </Form.Item>
        </div>
      ) : null}
      {kind === 'points' ? (
        <div className={styles.pair}>
          <Form.Item name="points" label={t('pointsEach')} rules={rules}>
            <InputNumber min={1} max={100_000} precision={0} />
          </Form.Item>
          <Form.Item name="budget" label={t('budgetPoints')} rules={rules}>
            <InputNumber min={1} max={1_000_000_000} precision={0} />
          </Form.Item>
        </div>
      ) : null}
    </>
  )
}
