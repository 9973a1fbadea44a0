import { lazy } from 'react'

export const HomePage = lazy(() => import('./HomePage.tsx').then((file) => ({ default: file.HomePage })))
