import { lazy } from 'react'

export const ShopsPage = lazy(() => import('./ShopsPage.tsx').then((m) => ({ default: m.ShopsPage })))
export const StaffPage = lazy(() => import('./StaffPage.tsx').then((m) => ({ default: m.StaffPage })))

export { regionsQuery, SERVICE_LINE, serviceLineQuery, shopsQuery, staffQuery } from './people-queries.ts'
