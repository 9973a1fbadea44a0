import { useTranslation } from 'react-i18next'
import type { KnownCaller } from '#contracts/orders'
import { WarnIcon } from '../../ui/icons.tsx'
import styles from './visits.module.css'

/** Who this number is; what must not touch the skin is loud. */
export function CallerLine({ caller }: { caller: KnownCaller }) {
  const { t } = useTranslation('orders-visits')
  const [last] = caller.lastOrders
  return (
    <div role="status" className={styles.caller}>
      <p>
        {caller.customerId ? t('book.known', { name: caller.name }) : t('book.unknown')}
        {last ? <small>{t('book.last', { summary: last.summary })}</small> : null}
      </p>
      <Taboos taboos={caller.taboos} />
    </div>
  )
}

export function Taboos({ taboos }: { taboos: readonly string[] }) {
  if (!taboos.length) return null
  return (
    <p className={styles.taboos} role="note">
      <WarnIcon size={16} />
      {taboos.map((taboo) => (
        <strong key={taboo}>{taboo}</strong>
      ))}
    </p>
  )
}
