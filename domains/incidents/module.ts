import { deliveryFailed } from '#contracts/channels/connect'
import { incidentOpened } from '#contracts/incidents'
import { alarmChanged } from '#contracts/insights'
import { staffLocked } from '#contracts/people'
import { calendarUploaded } from '#contracts/playbook/versions'
import { defineModule, on } from '#platform/module'
import { actions } from './actions.ts'
import { affectedNotReached } from './affected/not-reached.ts'
import { affectedRoutes } from './affected/routes.ts'
import { sweepAffected } from './affected/sweep-affected.ts'
import { sweepReplies } from './affected/sweep-replies.ts'
import { recomputeProvisional } from './checklist/recompute-provisional.ts'
import { checklistRoutes } from './checklist/routes.ts'
import { sweepSteps } from './checklist/sweep-steps.ts'
import { forgetLeaver } from './drafts/forget-drafts.ts'
import { draftRoutes } from './drafts/routes.ts'
import { linkAlarm } from './linked/link-alarm.ts'
import { linkedRoutes } from './linked/routes.ts'
import { openingRoutes } from './opening/routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { sweepCalls } from './people/sweep-calls.ts'
import { readingRoutes } from './reading/routes.ts'
import { recordRoutes } from './record/routes.ts'
import { reviewRoutes } from './review/routes.ts'
import { sweepMeasures } from './review/sweep-measures.ts'
import { holdSealedStops } from './seal/lift-seal.ts'
import { sealRoutes } from './seal/routes.ts'
import { sweepSeals } from './seal/sweep-seals.ts'
import { sheetRoutes } from './sheet/routes.ts'
import { statementRoutes } from './statements/routes.ts'
import { timelineRoutes } from './timeline/routes.ts'

holdSealedStops()

/** E1–E4: the emergency room. */
export const incidents = defineModule({
  name: 'incidents',
  uses: ['people', 'playbook', 'customers', 'channels', 'orders', 'tickets'],
  actions,
  routes: (app) => {
    openingRoutes(app)
    readingRoutes(app)
    checklistRoutes(app)
    peopleRoutes(app)
    timelineRoutes(app)
    linkedRoutes(app)
    statementRoutes(app)
    sheetRoutes(app)
    draftRoutes(app)
    reviewRoutes(app)
    recordRoutes(app)
    sealRoutes(app)
    affectedRoutes(app)
  },
  on: [
    on(calendarUploaded, 'incidents.recomputeProvisional', (ctx) => recomputeProvisional(ctx)),
    on(alarmChanged, 'incidents.alarmGrew', linkAlarm),
    on(incidentOpened, 'incidents.alarmLinked', linkAlarm),
    on(staffLocked, 'incidents.forgetDrafts', (ctx, body) => forgetLeaver(ctx, body.staffId)),
    on(deliveryFailed, 'incidents.affectedNotReached', affectedNotReached),
  ],
  sweeps: [
    { name: 'incidents.calls', lane: 'due', run: sweepCalls },
    { name: 'incidents.steps', lane: 'due', run: sweepSteps },
    { name: 'incidents.affected', lane: 'post', run: sweepAffected },
    { name: 'incidents.replies', lane: 'hear', run: sweepReplies },
    { name: 'incidents.seals', lane: 'due', run: sweepSeals },
    { name: 'incidents.measures', lane: 'due', run: sweepMeasures },
  ],
})
