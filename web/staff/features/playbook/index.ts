import { lazy } from 'react'

export const PlaybookPage = lazy(() =>
  import('./PlaybookPage.tsx').then((m) => ({ default: m.PlaybookPage })),
)

export { playbookQuery } from './playbook-queries.ts'
