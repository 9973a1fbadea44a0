import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SatisfactionBy } from '#contracts/tickets/followup'
import { TimeText } from '../../../app/TimeText.tsx'
import { QueryState } from '../../../ui/QueryState.tsx'
import { Empty } from '../../../ui/states.tsx'
import { type Days, useRatings } from './followup-queries.ts'
import styles from './satisfaction.module.css'

type Props = { days: Days; by: SatisfactionBy; shop: string | undefined; groupKey: string | null }

/** The judgements behind a figure, the worst first, each with its ticket. */
export function RatingList({ days, by, shop, groupKey }: Props) {
  const { t } = useTranslation('followup')
  const list = useRatings({ days, by, shop }, groupKey)
  return (
    <QueryState query={list}>
      {({ pages }) => {
        const ratings = pages.flatMap((page) => page.ratings)
        if (!ratings.length) return <Empty title={t('figures.none')} />
        return (
          <>
            <ul className={styles.ratings}>
              {ratings.map((one) => (
                <li key={`${one.ticketId}-${one.cycle}`}>
                  <Link to="/tickets/$id" params={{ id: one.ticketId }}>
                    <b data-low={one.stars <= 2}>{t('stars', { count: one.stars })}</b>
                    <span>{one.title}</span>
                    <TimeText at={one.at} />
                    {one.words ? <q>{one.words}</q> : null}
                    <small>
                      {[
                        one.number,
                        one.shop?.name,
                        one.staff?.name,
                        ...one.reasons,
                        one.via === 'page' ? '' : t(`via.${one.via}`),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </small>
                  </Link>
                </li>
              ))}
            </ul>
            {list.hasNextPage ? (
              <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {t('more')}
              </Button>
            ) : null}
          </>
        )
      }}
    </QueryState>
  )
}
