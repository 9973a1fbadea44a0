export { AlarmBanner } from './AlarmBanner.tsx'
export { InboxViews } from './InboxViews.tsx'
export { NoticeList } from './NoticeList.tsx'
export { useInboxCount, useUnseenNotices } from './ticket-queries.ts'
