import { lazy } from 'react'

export { useNewAlarms, useUnreadAlarms, useUrgentAlarms } from './alarm-queries.ts'

export { OpeningChoice } from './opening-choice.ts'

export const AlarmsPage = lazy(() =>
  import('./AlarmsPage.tsx').then((file) => ({ default: file.AlarmsPage })),
)
