import { defineModule } from '#platform/module'
import { actions } from './actions.ts'
import { menuRoutes } from './menu/routes.ts'
import { takingRoutes } from './taking/routes.ts'
import { sweepOverdue } from './taking/sweep-overdue.ts'

export const orders = defineModule({
  name: 'orders',
  uses: ['people', 'playbook', 'customers', 'channels'],
  actions,
  routes: (app) => {
    menuRoutes(app)
    takingRoutes(app)
  },
  sweeps: [{ name: 'orders.overdue', run: sweepOverdue }],
})
