import { useTranslation } from 'react-i18next'
import type { CustomerFile } from '#contracts/customers/file'
import styles from './file.module.css'
import { Part } from './Part.tsx'

/** By what the customer is known, masked, and how far each is proven. */
export function IdentityPart({ file }: { file: CustomerFile }) {
  const { t } = useTranslation('customers')
  return (
    <Part title={t('part.identities')}>
      {file.identities.length ? (
        <ul className={styles.lines}>
          {file.identities.map((identity) => (
            <li key={identity.id}>
              <span>{t(`identity.${identity.kind}`)}</span>
              <b>{identity.masked}</b>
              <small data-proof={identity.proof}>{t(`proof.${identity.proof}`)}</small>
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.none}>{t('identity.none')}</p>
      )}
    </Part>
  )
}
