import { useTranslation } from 'react-i18next'
import type { SearchMatch, SearchRow } from '#contracts/tickets/search'
import { TimeText } from '../../../app/TimeText.tsx'
import { Marked } from './Marked.tsx'
import styles from './MatchLines.module.css'

/** Title and places of a hit, as they stand in a row of the inbox. */
export function MatchLines({ row }: { row: SearchRow }) {
  const { t } = useTranslation('search')
  return (
    <div className={styles.lines}>
      <p className={styles.title}>
        {row.titleParts.length > 0 ? <Marked parts={row.titleParts} /> : t('wordless')}
      </p>
      {row.matches.slice(0, 2).map((match) => (
        <MatchLine key={`${match.field} ${match.at}`} match={match} />
      ))}
    </div>
  )
}

/** Where it stands, who wrote it and when, and the words around it. */
export function MatchLine({ match, dated = true }: { match: SearchMatch; dated?: boolean }) {
  const { t } = useTranslation('search')
  return (
    <p className={styles.match}>
      <span className={styles.field}>
        {[t(`field.${match.field}`), match.by].filter(Boolean).join(' · ')}
        {dated && match.field.startsWith('message') ? <TimeText at={match.at} /> : null}
      </span>
      <span className={styles.words}>
        <Marked parts={match.parts} />
      </span>
    </p>
  )
}
