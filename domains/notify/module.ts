import { defineModule } from '#platform/module'
import { actions } from './actions.ts'
import { sweepHeardEvents, sweepUrgentEvents } from './hear/sweep-heard.ts'
import { ownNoticeRoutes, robotRoutes, senderRoutes } from './routes.ts'
import { sweepDeliveries, sweepOldLogs, sweepUrgentDeliveries } from './send/sweep-deliveries.ts'
import { sweepRounds } from './send/sweep-rounds.ts'
import { webhookRoutes } from './webhooks/routes.ts'
import { sweepCalls } from './webhooks/sweep-calls.ts'

export const notify = defineModule({
  name: 'notify',
  uses: ['people', 'playbook', 'channels', 'tickets', 'incidents', 'insights'],
  actions,
  routes: (app) => {
    robotRoutes(app)
    senderRoutes(app)
    ownNoticeRoutes(app)
    webhookRoutes(app)
  },
  sweeps: [
    { name: 'notify.urgentHeard', lane: 'alarm', run: sweepUrgentEvents },
    { name: 'notify.urgentDeliveries', lane: 'alarm', run: sweepUrgentDeliveries },
    { name: 'notify.heard', lane: 'tell', run: sweepHeardEvents },
    { name: 'notify.deliveries', lane: 'tell', run: sweepDeliveries },
    { name: 'notify.rounds', lane: 'tell', run: sweepRounds },
    { name: 'notify.calls', lane: 'call', run: sweepCalls },
    { name: 'notify.oldLogs', lane: 'long', run: sweepOldLogs },
  ],
})
