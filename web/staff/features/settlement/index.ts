import { lazy } from 'react'

export const SettlementPage = lazy(() =>
  import('./SettlementPage.tsx').then((m) => ({ default: m.SettlementPage })),
)
