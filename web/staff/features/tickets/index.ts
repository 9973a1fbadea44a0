import { lazy } from 'react'

export { AlarmBanner } from './AlarmBanner.tsx'
export { askHandOver, HandOverHost } from './handover/HandOverHost.tsx'
export { InboxViews } from './InboxViews.tsx'
export { NoticeList } from './NoticeList.tsx'
export { useHome, useUnseenNotices } from './notice-queries.ts'
export { TicketRow } from './TicketRow.tsx'
export { useInboxCount } from './ticket-queries.ts'

export const InboxPage = lazy(() => import('./InboxPage.tsx').then((file) => ({ default: file.InboxPage })))
export const TicketPage = lazy(() =>
  import('./TicketPage.tsx').then((file) => ({ default: file.TicketPage })),
)
