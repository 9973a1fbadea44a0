import { lazy } from 'react'

export { startTyped } from './new-order.ts'

export const OrdersPage = lazy(() => import('./OrdersPage.tsx').then((m) => ({ default: m.OrdersPage })))
export const OrderPage = lazy(() => import('./OrderPage.tsx').then((m) => ({ default: m.OrderPage })))
export const NewOrderPage = lazy(() =>
  import('./NewOrderPage.tsx').then((m) => ({ default: m.NewOrderPage })),
)
export const CustomerOrders = lazy(() =>
  import('./CustomerOrders.tsx').then((m) => ({ default: m.CustomerOrders })),
)
