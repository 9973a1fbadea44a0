import type { Ctx } from '#platform/context'
import type { RobotRow } from './robot-data.ts'
import type { RobotSecrets } from './robot-seam.ts'

export function secretsOf(ctx: Ctx, robot: RobotRow): RobotSecrets {
  return JSON.parse(ctx.keys.open(robot.brand_id, robot.secrets_enc)) as RobotSecrets
}
