import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import styles from './PagedList.module.css'
import { QueryState } from './QueryState.tsx'
import { Empty } from './states.tsx'

type Query<P> = Pick<
  UseInfiniteQueryResult<{ pages: P[] }>,
  'data' | 'error' | 'refetch' | 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'
>
type Props<P, T> = {
  query: Query<P>
  rowsOf: (page: P) => T[]
  className: string | undefined
  label: string
  empty: { title: string; hint: string }
  more: string
  /** One line, an `li`. */
  children: (row: T) => ReactNode
}

/** A list that comes page by page, newest first, with its loading, empty and failed states. */
export function PagedList<P, T>(props: Props<P, T>) {
  const { query, rowsOf, className, label, empty, more, children } = props
  return (
    <>
      <QueryState query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(rowsOf)
          if (!rows.length) return <Empty {...empty} />
          return (
            <ol className={className} aria-label={label}>
              {rows.map(children)}
            </ol>
          )
        }}
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
