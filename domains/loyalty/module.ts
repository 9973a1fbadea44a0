import { defineModule } from '#platform/module'
import { actions } from './actions.ts'
import { eventRoutes } from './events/routes.ts'

/** Members and their ledgers: what compensation issues, and events that people sign up for. */
export const loyalty = defineModule({
  name: 'loyalty',
  uses: ['people', 'playbook', 'customers', 'channels'],
  actions,
  routes: eventRoutes,
})
