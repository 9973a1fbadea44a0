import { lazy } from 'react'

export const KitchenPage = lazy(() => import('./KitchenPage.tsx').then((m) => ({ default: m.KitchenPage })))
