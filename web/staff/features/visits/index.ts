import { lazy } from 'react'

export const AppointmentsPage = lazy(() =>
  import('./AppointmentsPage.tsx').then((m) => ({ default: m.AppointmentsPage })),
)
/** The salon's side of one order, for the order's page. */
export const VisitPart = lazy(() => import('./VisitPart.tsx').then((m) => ({ default: m.VisitPart })))
