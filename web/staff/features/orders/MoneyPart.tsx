import { Checkbox, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './new.module.css'

type Sums = { feeMinor: number; discountMinor: number; paid: boolean }
type Props = { value: Sums; set: (part: Partial<Sums>) => void; brought: boolean }
const MOST = 100_000

/** What comes on top of the dishes, what comes off, and whether it has been paid. */
export function MoneyPart({ value, set, brought }: Props) {
  const { t } = useTranslation('orders-desk')
  const field = (key: 'feeMinor' | 'discountMinor') => (
    <InputNumber
      min={0}
      max={MOST}
      precision={2}
      controls={false}
      prefix="¥"
      aria-label={t(`money.${key}`)}
      placeholder={t(`money.${key}`)}
      value={value[key] ? value[key] / 100 : null}
      onChange={(yuan) => set({ [key]: Math.round((yuan ?? 0) * 100) })}
    />
  )
  return (
    <div className={styles.sums}>
      {brought ? field('feeMinor') : null}
      {field('discountMinor')}
      <Checkbox checked={value.paid} onChange={(event) => set({ paid: event.target.checked })}>
        {t('money.paid')}
      </Checkbox>
    </div>
  )
}
