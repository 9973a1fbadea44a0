import { onBrandCreated } from '#domains/people'
import { defineModule } from '#platform/module'
import { actions } from './actions.ts'
import { createDefaultChannels } from './create-channels.ts'
import { routes } from './routes.ts'
import { sweepOrphans } from './sweep-orphans.ts'

onBrandCreated('channels', (tx, ctx) => createDefaultChannels(tx, ctx, ctx.locale))

export const channels = defineModule({
  name: 'channels',
  uses: ['people', 'playbook', 'customers'],
  actions,
  routes,
  sweeps: [{ name: 'channels.orphans', run: sweepOrphans }],
})
