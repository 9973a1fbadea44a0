import { lazy } from 'react'

export const PlaybookPage = lazy(() =>
  import('./PlaybookPage.tsx').then((m) => ({ default: m.PlaybookPage })),
)
