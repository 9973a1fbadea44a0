import { lazy } from 'react'

export const DispatchPage = lazy(() =>
  import('./DispatchPage.tsx').then((m) => ({ default: m.DispatchPage })),
)
export const RoundPage = lazy(() => import('./RoundPage.tsx').then((m) => ({ default: m.RoundPage })))
