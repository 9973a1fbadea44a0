import { useTranslation } from 'react-i18next'
import type { ShopSeal } from '#contracts/incidents/seal'
import { TimeText } from '../../../app/TimeText.tsx'
import styles from './seals.module.css'

/** Why something is sealed, what must not be sold with it, and what is to be done. */
export function SealAbout({ seal }: { seal: ShopSeal }) {
  const { t } = useTranslation('incidents')
  const { products, batchCode } = seal
  return (
    <>
      <p className={styles.why}>{t('seals.why', { reason: seal.reason, number: seal.number })}</p>
      {products.length ? (
        <p className={styles.products}>
          {t(batchCode ? 'seals.madeWithBatch' : 'seals.madeWith', {
            list: products.join(t('seals.join')),
          })}
        </p>
      ) : null}
      <p className={styles.instruction}>{seal.instruction}</p>
      {seal.sample ? <p className={styles.sample}>{t('seal.sampleOf', { sample: seal.sample })}</p> : null}
      <p className={styles.quiet}>
        {t('seal.orderedBy', { name: seal.orderedBy })} <TimeText at={seal.orderedAt} />
      </p>
    </>
  )
}
