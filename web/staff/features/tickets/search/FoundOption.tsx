import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchRow } from '#contracts/tickets/search'
import { TimeText } from '../../../app/TimeText.tsx'
import { PriorityTag } from '../PriorityTag.tsx'
import { Marked } from './Marked.tsx'
import { MatchLine } from './MatchLines.tsx'
import styles from './SearchPanel.module.css'

type Props = { id: string; row: SearchRow; chosen: boolean; choose: () => void; hover: () => void }

/** One result while typing: what, where, how it stands, and the place with the words. */
export function FoundOption({ id, row, chosen, choose, hover }: Props) {
  const { t } = useTranslation(['tickets', 'search'])
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen) line.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const [match] = row.matches
  return (
    <div
      ref={line}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      className={styles.option}
      onClick={choose}
      onKeyDown={() => {}}
      onMouseMove={hover}
    >
      <div className={styles.line}>
        <PriorityTag priority={row.priority} />
        <span className={styles.title}>
          {row.titleParts.length > 0 ? <Marked parts={row.titleParts} /> : t('search:wordless')}
        </span>
        <span className={styles.state} data-ended={['closed', 'merged', 'set_aside'].includes(row.status)}>
          {t(`status.${row.status}`)}
        </span>
      </div>
      {match ? <MatchLine match={match} /> : null}
      <div className={styles.meta}>
        {[row.number, row.customerName || t('row.nameless'), row.shop?.name ?? t('row.noShop')].join(' · ')}
        <TimeText at={row.openedAt} className={styles.time} />
      </div>
    </div>
  )
}
