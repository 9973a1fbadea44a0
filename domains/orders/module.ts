import { defineModule } from '#platform/module'
import { actions } from './actions.ts'

export const orders = defineModule({
  name: 'orders',
  uses: ['people', 'playbook', 'customers', 'channels'],
  actions,
  routes: () => {},
})
