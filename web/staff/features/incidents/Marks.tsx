import { useTranslation } from 'react-i18next'
import type { EmergencyKind } from '#contracts/playbook/emergency'
import styles from './marks.module.css'

/** What sort of emergency it is, by one word. */
export function KindMark({ kind }: { kind: EmergencyKind }) {
  const { t } = useTranslation('incidents')
  return <span className={styles.kind}>{t(`kind.${kind}`)}</span>
}

export function DrillMark() {
  const { t } = useTranslation('incidents')
  return <strong className={styles.drill}>{t('drill.mark')}</strong>
}

/** Over every page of a drill: nobody may take it for the real thing. */
export function DrillBand() {
  const { t } = useTranslation('incidents')
  return (
    <p className={styles.band} role="note">
      <strong>{t('drill.mark')}</strong>
      {t('drill.band')}
    </p>
  )
}
