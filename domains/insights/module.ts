import { incidentOpened } from '#contracts/incidents'
import { knowAlarms } from '#domains/incidents'
import { defineModule, on } from '#platform/module'
import { actions } from './actions.ts'
import { alarmFacts } from './alarms/alarm-facts.ts'
import { sweepCalls } from './alarms/call-again.ts'
import { linkIncident } from './alarms/judge-alarm.ts'
import { sweepVoices } from './listen/listen.ts'
import { sweepReckoning } from './listen/reckon.ts'
import { alarmRoutes } from './routes.ts'

knowAlarms(alarmFacts)

/** Many small voices that say one thing are found before anybody counts them (T4, N2). */
export const insights = defineModule({
  name: 'insights',
  uses: ['people', 'playbook', 'orders', 'tickets', 'incidents'],
  actions,
  routes: alarmRoutes,
  on: [on(incidentOpened, 'insights.linkIncident', linkIncident)],
  sweeps: [
    { name: 'insights.calls', lane: 'alarm', run: sweepCalls },
    { name: 'insights.voices', lane: 'listen', run: sweepVoices },
    { name: 'insights.reckoning', lane: 'long', run: sweepReckoning },
  ],
})
