import { useTranslation } from 'react-i18next'
import type { Entry } from '#contracts/tickets'
import { safeLink } from './file-words.ts'
import styles from './Timeline.module.css'

const SHOWN = [
  'site',
  'website',
  'author',
  'subject',
  'product',
  'caseNumber',
  'authority',
  'receivedOn',
  'refundAmount',
  'paidAmount',
  'problem',
  'labels',
  'praised',
  'criticised',
  'quality',
  'packing',
  'delivery',
  'late',
  'scores',
  'refund',
  'money',
  'video',
  'likes',
  'position',
  'order',
  'therapist',
  'discomfort',
  'wish',
  'agreed',
] as const

/** Where a message stands outside: site, subject, the post itself, and what of it could not be kept. */
export function About({ data }: { data: Entry['data'] }) {
  const { t } = useTranslation('tickets')
  const about = (data.about ?? {}) as Record<string, unknown>
  const link = safeLink(about.url)
  const lost = typeof data.lost === 'number' ? data.lost : 0
  const quoted = typeof data.quoted === 'string' ? data.quoted : ''
  const known = SHOWN.filter((key) => typeof about[key] === 'string' && about[key] !== '')
  if (!link && !lost && !quoted && known.length === 0) return null
  return (
    <div className={styles.about}>
      {known.map((key) => (
        <span key={key}>
          <i>{t(`about.${key}`)}</i> {String(about[key])}
        </span>
      ))}
      {link ? (
        <a href={link.href} target="_blank" rel="noopener noreferrer">
          {t('about.open', { place: link.place })}
        </a>
      ) : null}
      {lost ? <span className={styles.lost}>{t('lost', { count: lost })}</span> : null}
      {about.cut ? <span className={styles.lost}>{t('about.cut')}</span> : null}
      {quoted ? (
        <details className={styles.quoted}>
          <summary>{t('about.quoted')}</summary>
          {quoted}
        </details>
      ) : null}
    </div>
  )
}
