import { lazy } from 'react'

export { CallPopHost } from './CallPopHost.tsx'
export { PlayRecording } from './PlayRecording.tsx'

export const CallsPage = lazy(() => import('./CallsPage.tsx').then((m) => ({ default: m.CallsPage })))
