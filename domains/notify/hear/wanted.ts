import { healthChanged } from '#contracts/channels/connect'
import { incidentCalled, incidentNoticed } from '#contracts/incidents'
import { stopSaleTold } from '#contracts/incidents/seal'
import { alarmRaised as earlyAlarmRaised } from '#contracts/insights'
import { webhookDisabled } from '#contracts/notify/webhooks'
import { alarmRaised, staffNoticed, ticketOpened } from '#contracts/tickets'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { anybodyTold } from '../robots/robot-data.ts'
import { HOOK_EVENTS } from '../webhooks/catalogue.ts'
import { listeningEndpoints } from '../webhooks/endpoint-data.ts'
import { setWanted } from './heard-data.ts'

const FOR_STAFF = [
  ticketOpened,
  staffNoticed,
  alarmRaised,
  healthChanged,
  webhookDisabled,
  earlyAlarmRaised,
  incidentCalled,
  incidentNoticed,
  stopSaleTold,
].map((e) => e.name)

/** Works out anew which events this brand must hear of: after every change of a robot, a sender or an endpoint. */
export async function renewWanted(tx: Tx, ctx: Ctx): Promise<void> {
  const names = new Set<string>((await anybodyTold(tx)) ? FOR_STAFF : [])
  for (const endpoint of await listeningEndpoints(tx))
    for (const event of endpoint.events)
      for (const [name, made] of Object.entries(HOOK_EVENTS)) if (made === event) names.add(name)
  await setWanted(tx, ctx.actor.brandId, [...names])
}
