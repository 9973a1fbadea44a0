import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Failed, LinesSkeleton, NoPermission } from './states.tsx'

type Props<T> = {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>
  skeleton?: ReactNode
  children: (data: T) => ReactNode
}

/** Draws the four states of one request: skeleton, no permission, failed with retry, and the thing itself. */
export function QueryState<T>({ query, skeleton, children }: Props<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (!query.error) return <>{skeleton ?? <LinesSkeleton />}</>
  if ((query.error as { status?: number }).status === 403) return <NoPermission />
  return <Failed error={query.error} retry={() => void query.refetch()} />
}
