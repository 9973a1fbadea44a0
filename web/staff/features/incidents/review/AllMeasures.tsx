import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeasureRow, MeasureView } from '#contracts/incidents/measures'
import { LongList } from '../../../ui/LongList.tsx'
import { Pill } from '../../../ui/Pill.tsx'
import { Bones, Empty } from '../../../ui/states.tsx'
import list from '../list.module.css'
import { MeasureLine } from './MeasureLine.tsx'
import styles from './review.module.css'
import { useAllMeasures } from './review-queries.ts'

const VIEWS: readonly MeasureView[] = ['open', 'overdue', 'done']

/** What was decided after every incident and drill: who does it until when, and whether it is done. */
export function AllMeasures() {
  const { t } = useTranslation('incidents')
  const [view, setView] = useState<MeasureView>('open')
  const measures = useAllMeasures(view)
  const count = measures.data?.pages[0]?.count
  return (
    <>
      <div className={list.views} role="tablist" aria-label={t('measure.views')}>
        {VIEWS.map((key) => (
          <Pill
            key={key}
            tab
            on={key === view}
            pick={() => setView(key)}
            tone={key === 'overdue' && count?.overdue ? 'red' : undefined}
          >
            {t(`measure.view.${key}`)} {count ? <span>{count[key]}</span> : null}
          </Pill>
        ))}
      </div>
      <LongList query={measures} more={t('list.more')} skeleton={<Bones height={72} count={3} />}>
        {(pages) => {
          const rows = pages.flatMap((page) => page.rows)
          if (rows.length === 0 && !measures.isPlaceholderData)
            return <Empty title={t(`measure.noneIn.${view}`)} />
          return (
            <div className={styles.mine} aria-busy={measures.isPlaceholderData}>
              <ul aria-label={t(`measure.view.${view}`)}>
                {rows.map((row) => (
                  <li key={row.id}>
                    <div>
                      <MeasureLine measure={row} />
                      <Of row={row} />
                    </div>
                  </li>
                ))}
              </ul>
            </div>
          )
        }}
      </LongList>
    </>
  )
}

/** The room it came of; a link only for whoever may go in. */
function Of({ row }: { row: MeasureRow }) {
  const { t } = useTranslation('incidents')
  const title = `${row.drill ? t('drill.mark') : ''}${row.incidentTitle}`
  const words = t('measure.of', { number: row.incidentNumber, title })
  if (!row.readable) return <small>{words}</small>
  return (
    <Link to="/incidents/$id" params={{ id: row.incidentId }} search={{ part: 'review' }}>
      {words}
    </Link>
  )
}
