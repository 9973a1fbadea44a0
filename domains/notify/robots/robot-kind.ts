import type { RobotKind } from '#contracts/notify'
import { dingtalk } from './dingtalk.ts'
import { feishu } from './feishu.ts'
import type { RobotService } from './robot-seam.ts'
import { wecom } from './wecom.ts'

export const ROBOTS: Record<RobotKind, RobotService> = { wecom, dingtalk, feishu }
