import type { ReactNode } from 'react'
import { LongList, type LongQuery } from './LongList.tsx'
import { Empty } from './states.tsx'

type Props<P, T> = {
  query: LongQuery<P>
  rowsOf: (page: P) => T[]
  className: string | undefined
  label: string
  empty: { title: string; hint: string }
  more: string
  /** One line, an `li`. */
  children: (row: T) => ReactNode
}

/** A list that comes page by page, newest first, with its loading, empty and failed states. */
export function PagedList<P, T>({ query, rowsOf, className, label, empty, more, children }: Props<P, T>) {
  return (
    <LongList query={query} more={more}>
      {(pages) => {
        const rows = pages.flatMap(rowsOf)
        if (!rows.length) return <Empty {...empty} />
        return (
          <ol className={className} aria-label={label}>
            {rows.map(children)}
          </ol>
        )
      }}
    </LongList>
  )
}
