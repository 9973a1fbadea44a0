import { lazy } from 'react'

export { CallPopHost } from './CallPopHost.tsx'
export { PlayRecording } from './PlayRecording.tsx'
export { lengthText } from './talk-length.ts'

export const CallsPage = lazy(() => import('./CallsPage.tsx').then((m) => ({ default: m.CallsPage })))
