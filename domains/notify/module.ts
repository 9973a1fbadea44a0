import { defineModule } from '#platform/module'
import { actions } from './actions.ts'

export const notify = defineModule({
  name: 'notify',
  uses: ['people', 'playbook', 'channels', 'tickets'],
  actions,
  routes: () => {},
})
