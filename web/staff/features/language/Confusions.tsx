import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { TriageQuality } from '#contracts/language'
import styles from './language.module.css'
import { shortName } from './shares.ts'

/** What is taken for what, the most frequent first, with tickets to look at. */
export function Confusions({ all }: { all: TriageQuality['confusions'] }) {
  const { t } = useTranslation('language')
  if (!all.length) return <p className={styles.quiet}>{t('confusion.none')}</p>
  return (
    <ol className={styles.confusions}>
      {all.map((one) => (
        <li key={`${one.field} ${one.said} ${one.meant}`}>
          <span>
            <small>{t(`field.${one.field}`)}</small>
            {t('confusion.line', {
              said: shortName(one.field, one.said) || t('noName'),
              meant: shortName(one.field, one.meant) || t('noName'),
            })}
          </span>
          <b>{t('confusion.times', { count: one.n })}</b>
          <span className={styles.links}>
            {one.tickets.map(({ id, number }) => (
              <Link key={id} to="/tickets/$id" params={{ id }}>
                {number}
              </Link>
            ))}
          </span>
        </li>
      ))}
    </ol>
  )
}
