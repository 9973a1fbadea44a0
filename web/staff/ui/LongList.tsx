import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import styles from './LongList.module.css'
import { QueryState } from './QueryState.tsx'

export type LongQuery<P> = Pick<
  UseInfiniteQueryResult<{ pages: P[] }>,
  'data' | 'error' | 'refetch' | 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'
>
type Props<P> = {
  query: LongQuery<P>
  skeleton?: ReactNode
  more: string
  children: (pages: P[]) => ReactNode
}

/** What comes page by page, with its loading and failed states and the way to the next page. */
export function LongList<P>({ query, skeleton, more, children }: Props<P>) {
  return (
    <>
      <QueryState query={query} skeleton={skeleton}>
        {({ pages }) => children(pages)}
      </QueryState>
      {query.hasNextPage ? (
        <div className={styles.more}>
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {more}
          </Button>
        </div>
      ) : null}
    </>
  )
}
