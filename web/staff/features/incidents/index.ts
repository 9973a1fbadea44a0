import { lazy } from 'react'

export { IncidentCalls } from './IncidentCalls.tsx'
export { useCallsMe, useIncidentsOfTicket } from './incident-queries.ts'
export { MyMeasures } from './review/MyMeasures.tsx'
export { useMyMeasures } from './review/review-queries.ts'
export { useSendTicks } from './room/use-kept-ticks.ts'
export { SealLines } from './seal/SealLines.tsx'
export { SealNotice } from './seal/SealNotice.tsx'
export { useSealCount } from './seal/use-waiting-seals.ts'
export { useStanding, useUnreadStanding } from './standing-queries.ts'
export { TicketIncident } from './TicketIncident.tsx'
export { WantingRooms } from './WantingRooms.tsx'

export const OpenFromAlarm = lazy(() =>
  import('./OpenFromAlarm.tsx').then((file) => ({ default: file.OpenFromAlarm })),
)
export const IncidentsPage = lazy(() =>
  import('./IncidentsPage.tsx').then((file) => ({ default: file.IncidentsPage })),
)
export const RoomPage = lazy(() => import('./room/RoomPage.tsx').then((file) => ({ default: file.RoomPage })))
export const SealsPage = lazy(() =>
  import('./seal/SealsPage.tsx').then((file) => ({ default: file.SealsPage })),
)
export const RecordPage = lazy(() =>
  import('./record/RecordPage.tsx').then((file) => ({ default: file.RecordPage })),
)
