import { type Services, systemContext } from '#platform/context'
import { type Piece, sideBySide } from '#platform/jobs/side-by-side'
import { dueDeliveries, forgetOld } from './delivery-data.ts'
import { sendToPerson } from './to-person.ts'
import { sendToRobot } from './to-robot.ts'

/** Looked at in one round: of a brand twelve at most, so that many brands are seen. */
const MOST = 200
const TOGETHER = 24
const URGENT_TOGETHER = 24
/** Of these a brand has at most so many: its mail server that hangs holds up nothing of another. */
const EACH = 12
const URGENT_EACH = 6
const KEPT_MS = 30 * 86_400_000

const usual = sideBySide('notify.deliveries', TOGETHER, { each: EACH })
const urgent = sideBySide('notify.urgent', URGENT_TOGETHER, { each: URGENT_EACH })

/** Sends what is due, the worst first and the brands in turn; robots and people side by side, the messages of one robot one after the other. */
export function sweepDeliveries(services: Services): Promise<number> {
  return usual(services, () => piecesOf(services, false))
}

/** Whoever is called at once is told in a lane of its own: a service that hangs with other notices holds up no alarm. */
export function sweepUrgentDeliveries(services: Services): Promise<number> {
  return urgent(services, () => piecesOf(services, true))
}

async function piecesOf(services: Services, onlyUrgent: boolean): Promise<Piece[]> {
  const due = await dueDeliveries(services, services.now(), MOST, onlyUrgent)
  return due.map(({ brand_id: of, id, robot_id }) => {
    const ctx = systemContext(services, of)
    return robot_id
      ? { key: `robot ${robot_id}`, of, run: () => sendToRobot(ctx, robot_id) }
      : { key: id, of, run: () => sendToPerson(ctx, id) }
  })
}

/** Logs are kept for thirty days. */
export function sweepOldLogs(services: Services): Promise<number> {
  return forgetOld(services, new Date(services.now().getTime() - KEPT_MS), 500)
}
