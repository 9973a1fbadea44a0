import { lazy } from 'react'

export const EventsPage = lazy(() => import('./EventsPage.tsx').then((m) => ({ default: m.EventsPage })))
export const EventPosterPage = lazy(() =>
  import('./EventPosterPage.tsx').then((m) => ({ default: m.EventPosterPage })),
)
