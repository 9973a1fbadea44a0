import { useTranslation } from 'react-i18next'
import type { Taboo } from '#contracts/customers'
import { WarnIcon } from '../../ui/icons.tsx'
import styles from './customers.module.css'

/** What must not go into this customer's dish or onto this skin: never folded away, never in grey. */
export function Taboos({ taboos, small = false }: { taboos: readonly Taboo[]; small?: boolean }) {
  const { t } = useTranslation('customers')
  if (!taboos.length) return null
  return (
    <span className={styles.taboos} data-small={small || undefined}>
      <WarnIcon size={small ? 14 : 18} />
      {taboos.map(({ kind, value }) => (
        <strong key={`${kind} ${value}`}>{t('taboo', { kind: t(`trait.${kind}`), value })}</strong>
      ))}
    </span>
  )
}
