import { lazy } from 'react'

export { useNewAlarms } from './alarm-queries.ts'

export const AlarmsPage = lazy(() =>
  import('./AlarmsPage.tsx').then((file) => ({ default: file.AlarmsPage })),
)
