import { lazy } from 'react'

export const NotifyPage = lazy(() => import('./NotifyPage.tsx').then((m) => ({ default: m.NotifyPage })))
export const NoticesSection = lazy(() =>
  import('./NoticesSection.tsx').then((m) => ({ default: m.NoticesSection })),
)
