import { useTranslation } from 'react-i18next'
import type { Opinion } from '#contracts/tickets/assessment'
import { useZone } from '../../../app/session.ts'
import { formatInstant } from '../../../ui/time.ts'
import { Photos } from '../Photos.tsx'
import styles from './Assessment.module.css'

/** What one department said, when, and whether late. */
export function OpinionLine({ opinion, open }: { opinion: Opinion; open: boolean }) {
  const { t, i18n } = useTranslation('investigation')
  const zone = useZone()
  return (
    <li>
      <p className={styles.who}>
        <b>{opinion.teamName}</b>
        <span>{opinion.who.name}</span>
        {opinion.stance ? (
          <em data-stance={opinion.stance}>{t(`assessment.stance.${opinion.stance}`)}</em>
        ) : (
          <i data-late={opinion.late}>
            {t(opinion.late && open ? 'assessment.owedLate' : 'assessment.owed')}
          </i>
        )}
        {opinion.givenAt ? (
          <small>
            {formatInstant(opinion.givenAt, 'full', i18n.language, zone)}
            {opinion.late ? <strong>{t('assessment.late')}</strong> : null}
          </small>
        ) : null}
      </p>
      {opinion.text ? <p>{opinion.text}</p> : null}
      <Photos photos={opinion.photos} />
    </li>
  )
}
