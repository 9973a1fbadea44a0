import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PageFrame } from '../../ui/PageFrame.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty } from '../../ui/states.tsx'
import { ReviewItem } from './ReviewItem.tsx'
import { REVIEW_VIEWS, type ReviewView, reviewsQuery } from './review-queries.ts'
import styles from './reviews.module.css'

/** 订单评价: what customers said of their orders, and our answers. A bad one has a ticket of its own. */
export function ReviewsPage() {
  const { t } = useTranslation('orders-tracking')
  const [view, setView] = useState<ReviewView>('open')
  const list = useInfiniteQuery(reviewsQuery(view))
  const counts = list.data?.pages[0]?.counts
  const count = (key: ReviewView) => (key === 'open' || key === 'all' ? '' : ` ${counts?.[key] ?? ''}`)
  return (
    <PageFrame title={t('reviews.title')} hint={t('reviews.hint')}>
      <div className={styles.views} role="tablist" aria-label={t('reviews.views')}>
        {REVIEW_VIEWS.map((key) => (
          <button
            key={key}
            type="button"
            role="tab"
            aria-selected={key === view}
            onClick={() => setView(key)}
          >
            {t(`reviews.view.${key}`)}
            {count(key)}
          </button>
        ))}
      </div>
      <QueryState query={list}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          if (!rows.length) return <Empty title={t('reviews.none')} hint={t('reviews.noneHint')} />
          return (
            <ul className={styles.list}>
              {rows.map((row) => (
                <ReviewItem key={row.orderId} review={row} />
              ))}
            </ul>
          )
        }}
      </QueryState>
      {list.hasNextPage ? (
        <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('reviews.more')}
        </Button>
      ) : null}
    </PageFrame>
  )
}
