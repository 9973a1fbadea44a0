import { defineModule } from '#platform/module'
import { actions } from './actions.ts'
import { routes } from './routes.ts'
import { sweepOrphans } from './sweep-orphans.ts'

export const channels = defineModule({
  name: 'channels',
  uses: ['people', 'playbook', 'customers'],
  actions,
  routes,
  sweeps: [{ name: 'channels.orphans', run: sweepOrphans }],
})
