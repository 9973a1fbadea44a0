import { lazy } from 'react'

export const CustomersPage = lazy(() =>
  import('./CustomersPage.tsx').then((m) => ({ default: m.CustomersPage })),
)
export const CustomerPage = lazy(() =>
  import('./CustomerPage.tsx').then((m) => ({ default: m.CustomerPage })),
)
export const CheckUpsPage = lazy(() =>
  import('./check-ups/CheckUpsPage.tsx').then((m) => ({ default: m.CheckUpsPage })),
)
export const SegmentsPage = lazy(() =>
  import('./segments/SegmentsPage.tsx').then((m) => ({ default: m.SegmentsPage })),
)
export const SegmentPage = lazy(() =>
  import('./segments/SegmentPage.tsx').then((m) => ({ default: m.SegmentPage })),
)
