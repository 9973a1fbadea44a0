import { deliveryFailed } from '#contracts/channels/connect'
import { defineModule, on } from '#platform/module'
import { actions } from './actions.ts'
import { sweepDispatch } from './delivery/plan-shop.ts'
import { deliveryRoutes } from './delivery/routes.ts'
import { kitchenRoutes } from './kitchen/routes.ts'
import { sweepKitchens } from './kitchen/sweep-kitchens.ts'
import { linkRoutes } from './links/routes.ts'
import { menuRoutes } from './menu/routes.ts'
import { outsideRoutes } from './outside/routes.ts'
import { reviewRoutes } from './reviews/routes.ts'
import { sweepReviewAsks } from './reviews/sweep-review-asks.ts'
import { sweepMoney } from './settlement/fold-money.ts'
import { settlementRoutes } from './settlement/routes.ts'
import { notTold } from './taking/not-told.ts'
import { sweepPastOrders } from './taking/refill-facts.ts'
import { takingRoutes } from './taking/routes.ts'
import { sweepOverdue } from './taking/sweep-overdue.ts'
import { trackingRoutes } from './tracking/routes.ts'
import { visitRoutes } from './visits/routes.ts'
import { sweepAftercare } from './visits/sweep-aftercare.ts'

export const orders = defineModule({
  name: 'orders',
  uses: ['people', 'playbook', 'customers', 'channels'],
  actions,
  routes: (app) => {
    menuRoutes(app)
    kitchenRoutes(app)
    takingRoutes(app)
    trackingRoutes(app)
    deliveryRoutes(app)
    reviewRoutes(app)
    linkRoutes(app)
    outsideRoutes(app)
    settlementRoutes(app)
    visitRoutes(app)
  },
  on: [on(deliveryFailed, 'orders.notTold', notTold)],
  sweeps: [
    { name: 'orders.overdue', run: sweepOverdue },
    { name: 'orders.kitchens', lane: 'plan', run: sweepKitchens },
    { name: 'orders.dispatch', lane: 'plan', run: sweepDispatch },
    { name: 'orders.money', run: sweepMoney },
    { name: 'orders.reviewAsks', run: sweepReviewAsks },
    { name: 'orders.aftercare', run: sweepAftercare },
    { name: 'orders.pastOfCustomers', lane: 'long', run: sweepPastOrders },
  ],
})
