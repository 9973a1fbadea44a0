import { lazy } from 'react'

export { useBatchesInUse, useHeldAt, useMenu } from './menu-queries.ts'
export { BatchCodeField, ItemSelect } from './SaleFields.tsx'

export const MenuPage = lazy(() => import('./MenuPage.tsx').then((m) => ({ default: m.MenuPage })))
