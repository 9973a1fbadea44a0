import { lazy } from 'react'

export const ChannelsPage = lazy(() =>
  import('./ChannelsPage.tsx').then((m) => ({ default: m.ChannelsPage })),
)
export const ConnectionPage = lazy(() =>
  import('./connect/ConnectionPage.tsx').then((m) => ({ default: m.ConnectionPage })),
)
export const PosterPage = lazy(() => import('./PosterPage.tsx').then((m) => ({ default: m.PosterPage })))
export const CounterPage = lazy(() => import('./CounterPage.tsx').then((m) => ({ default: m.CounterPage })))
export { CategoryChips } from './CategoryChips.tsx'
export { useSettleLetter } from './connect/connect-queries.ts'
export { useFaultWords } from './connect/use-fault-words.ts'
export { useSendKept } from './outbox/use-outbox.ts'
export { newSubmissionId } from './submission-id.ts'
