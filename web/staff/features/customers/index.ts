import { lazy } from 'react'

export const CustomersPage = lazy(() =>
  import('./CustomersPage.tsx').then((m) => ({ default: m.CustomersPage })),
)
export const CustomerPage = lazy(() =>
  import('./CustomerPage.tsx').then((m) => ({ default: m.CustomerPage })),
)
