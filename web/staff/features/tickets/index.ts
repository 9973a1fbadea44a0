import { lazy } from 'react'

export { AlarmBanner } from './AlarmBanner.tsx'
export { useRevisitCount } from './followup/followup-queries.ts'
export { askHandOver, HandOverHost } from './handover/HandOverHost.tsx'
export { InboxViews } from './InboxViews.tsx'
export { NoticeList } from './NoticeList.tsx'
export { useHome, useUnseenNotices } from './notice-queries.ts'
export { openSearch } from './search/open-search.ts'
export { SearchHost } from './search/SearchHost.tsx'
export { TicketRow } from './TicketRow.tsx'
export { MyTodos } from './tasks/MyTodos.tsx'
export { useTodoCount } from './tasks/use-todo-count.ts'
export { useInboxCount } from './ticket-queries.ts'

export const InboxPage = lazy(() => import('./InboxPage.tsx').then((file) => ({ default: file.InboxPage })))
export const TicketPage = lazy(() =>
  import('./TicketPage.tsx').then((file) => ({ default: file.TicketPage })),
)
export const RevisitsPage = lazy(() =>
  import('./followup/RevisitsPage.tsx').then((file) => ({ default: file.RevisitsPage })),
)
export const SatisfactionPage = lazy(() =>
  import('./followup/SatisfactionPage.tsx').then((file) => ({ default: file.SatisfactionPage })),
)
export const CompensationsPage = lazy(() =>
  import('./compensation/CompensationsPage.tsx').then((file) => ({ default: file.CompensationsPage })),
)
export const TodosPage = lazy(() =>
  import('./tasks/TodosPage.tsx').then((file) => ({ default: file.TodosPage })),
)
export const RulesPage = lazy(() =>
  import('./rules/RulesPage.tsx').then((file) => ({ default: file.RulesPage })),
)
