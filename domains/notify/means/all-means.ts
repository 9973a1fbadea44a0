import type { Means } from '#contracts/notify'
import { sendByPush } from './browser-push.ts'
import { sendByCall } from './call.ts'
import { sendByMail } from './email.ts'
import type { PersonMeans } from './person-message.ts'
import { sendBySms } from './sms.ts'
import { sendByWecom } from './wecom-app.ts'

export const ALL_MEANS: Record<Means, PersonMeans> = {
  wecom: sendByWecom,
  email: sendByMail,
  push: sendByPush,
  sms: sendBySms,
  call: sendByCall,
}
