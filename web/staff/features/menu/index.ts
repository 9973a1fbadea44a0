import { lazy } from 'react'

export const MenuPage = lazy(() => import('./MenuPage.tsx').then((m) => ({ default: m.MenuPage })))
