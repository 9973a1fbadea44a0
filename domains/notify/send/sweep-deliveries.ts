import { type Services, systemContext } from '#platform/context'
import { type Piece, sideBySide } from '#platform/jobs/side-by-side'
import { dueDeliveries, forgetOld } from './delivery-data.ts'
import { sendToPerson } from './to-person.ts'
import { sendToRobot } from './to-robot.ts'

/** Looked at in one round; messages of one robot go together, so they may be many more than hands. */
const MOST = 200
const TOGETHER = 12
const URGENT_TOGETHER = 24
/** Of these a brand has at most a quarter: its mail server that hangs holds up no alarm of another. */
const EACH = 6
const KEPT_MS = 30 * 86_400_000

const usual = sideBySide('notify.deliveries', TOGETHER)
const urgent = sideBySide('notify.urgent', URGENT_TOGETHER, { each: EACH })

/** Sends what is due, alarms first; robots and people side by side, the messages of one robot one after the other. */
export function sweepDeliveries(services: Services): Promise<number> {
  return usual(services, () => piecesOf(services, false))
}

/** Whoever is called at once is told in a lane of its own: a service that hangs with other notices holds up no alarm. */
export function sweepUrgentDeliveries(services: Services): Promise<number> {
  return urgent(services, () => piecesOf(services, true))
}

async function piecesOf(services: Services, onlyUrgent: boolean): Promise<Piece[]> {
  const due = await dueDeliveries(services, services.now(), MOST, onlyUrgent)
  const robots = new Map(due.filter((d) => d.robot_id).map((d) => [d.robot_id!, d.brand_id]))
  const toRobots = [...robots].map(([id, brand]) => ({
    key: `robot ${id}`,
    of: brand,
    run: () => sendToRobot(systemContext(services, brand), id),
  }))
  const toPeople = due
    .filter((d) => !d.robot_id)
    .map((d) => ({
      key: d.id,
      of: d.brand_id,
      run: () => sendToPerson(systemContext(services, d.brand_id), d.id),
    }))
  return [...toRobots, ...toPeople]
}

/** Logs are kept for thirty days. */
export function sweepOldLogs(services: Services): Promise<number> {
  return forgetOld(services, new Date(services.now().getTime() - KEPT_MS), 500)
}
