import { Popover } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Step } from '#contracts/incidents'
import { formatDate } from '../../../ui/time.ts'
import styles from './checklist.module.css'

/** A duty by law: a tap says where it stands, since when, and whether the local authority has to confirm it. */
export function LawMark({ step: { law } }: { step: Pick<Step, 'law'> }) {
  const { t, i18n } = useTranslation('incidents')
  if (!law) return null
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      content={
        <div className={styles.law}>
          <b>{t('law.title')}</b>
          <p>{law.source}</p>
          <p>{t('law.since', { day: formatDate(law.validFrom, i18n.language) })}</p>
          {law.confirm ? <p data-tone="amber">{t('law.confirmHint')}</p> : null}
        </div>
      }
    >
      <button type="button" className={styles.lawMark}>
        {t('law.mark')}
        {law.confirm ? <em>{t('law.confirm')}</em> : null}
      </button>
    </Popover>
  )
}
