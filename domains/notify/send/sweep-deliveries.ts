import { type Services, systemContext } from '#platform/context'
import { dueDeliveries, forgetOld } from './delivery-data.ts'
import { sendToPerson } from './to-person.ts'
import { sendToRobot } from './to-robot.ts'

const MOST = 200
const TOGETHER = 12
const KEPT_MS = 30 * 86_400_000

/** Sends what is due, alarms first; robots and people side by side, the messages of one robot one after the other. */
export async function sweepDeliveries(services: Services): Promise<number> {
  const due = await dueDeliveries(services, services.now(), MOST)
  const robots = new Map(due.filter((d) => d.robot_id).map((d) => [d.robot_id!, d.brand_id]))
  const work = [
    ...[...robots].map(
      ([id, brand]) =>
        () =>
          sendToRobot(systemContext(services, brand), id),
    ),
    ...due
      .filter((d) => !d.robot_id)
      .map((d) => () => sendToPerson(systemContext(services, d.brand_id), d.id)),
  ]
  for (let i = 0; i < work.length; i += TOGETHER)
    await Promise.all(
      work.slice(i, i + TOGETHER).map((one) =>
        one().catch((error: unknown) => {
          services.log.error({ err: error }, 'a notice could not be seen to; the others are')
        }),
      ),
    )
  return due.length
}

/** Logs are kept for thirty days. */
export function sweepOldLogs(services: Services): Promise<number> {
  return forgetOld(services, new Date(services.now().getTime() - KEPT_MS), 500)
}
