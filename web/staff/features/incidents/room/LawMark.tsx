import { Popover } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Step } from '#contracts/incidents'
import { formatDate } from '../../../ui/time.ts'
import styles from './checklist.module.css'

/** A duty by law: a tap says where it stands, since when, and whether the local authority has to confirm it. A time of our own is never called the law's. */
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
          {law.limit ? <p>{t('law.limit', { limit: law.limit })}</p> : null}
          {law.ownTime ? <p>{t('law.ownHint')}</p> : null}
          <p>{t('law.since', { day: formatDate(law.validFrom, i18n.language) })}</p>
          {law.confirm ? <p data-tone="amber">{t('law.confirmHint')}</p> : null}
        </div>
      }
    >
      <button type="button" className={styles.lawMark} data-own={law.ownTime || undefined}>
        {law.ownTime ? t('law.own') : t('law.mark')}
        {law.ownTime && law.limit ? <em>{t('law.limitMark', { limit: law.limit })}</em> : null}
        {law.confirm ? <em>{t('law.confirm')}</em> : null}
      </button>
    </Popover>
  )
}
