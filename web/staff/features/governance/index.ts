import { lazy } from 'react'

export const AuditPage = lazy(() => import('./AuditPage.tsx').then((m) => ({ default: m.AuditPage })))
