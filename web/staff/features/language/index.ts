import { lazy } from 'react'

export const TriageQualityPage = lazy(() =>
  import('./TriageQualityPage.tsx').then((file) => ({ default: file.TriageQualityPage })),
)
export const LargeModelPage = lazy(() =>
  import('./LargeModelPage.tsx').then((file) => ({ default: file.LargeModelPage })),
)
