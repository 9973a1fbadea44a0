import { asFault, ChannelFault } from '../connect/channel-fault.ts'
import {
  type CheckStep,
  defineConnector,
  type Outgoing,
  type Sent,
  type Tools,
} from '../connect/connector.ts'
import { aliyun } from './aliyun.ts'
import { pollFates } from './fates.ts'
import { answerOf, checkSender, heardIn, rawOf } from './hear-sms.ts'
import { type Phone, readPhone } from './phone.ts'
import { SMS_FIELDS, SmsSettings } from './settings.ts'
import { tencent } from './tencent.ts'
import type { Vendor } from './vendor.ts'
import { fillTemplate } from './words.ts'

/** The day of our own allowance begins at midnight UTC, 8 in the morning in Shanghai. */
const DAY_S = 86_400
const POLL_S = 300
/** After these nobody knows whether the vendor has it. */
const UNSURE = ['timedOut', 'broken', 'unreachable']

/** SMS by Aliyun or Tencent Cloud behind one seam (H1). Conversations are keyed by the number; what customers text back is threaded like any other message. */
export const sms = defineConnector<SmsSettings>({
  kind: 'sms',
  settings: SmsSettings,
  fields: SMS_FIELDS,
  sends: true,
  check: async (tools) => {
    const vendor = vendorOf(tools)
    const steps: CheckStep[] = []
    for (const purpose of ['reply', 'acknowledgement', 'notice'] as const) {
      const code = tools.settings[`${purpose}Template`]
      if (!code) continue
      const step = `${purpose}Template`
      try {
        const state = await vendor.templateState(code)
        steps.push(state === 'approved' ? { step } : { step, fault: `template_${state}`, data: { code } })
      } catch (error) {
        const fault = asFault(error)
        steps.push({ step: 'credentials', fault: fault.code, data: fault.data })
      }
      if (steps.at(-1)?.fault) return steps
    }
    return [{ step: 'credentials' }, ...steps]
  },
  hook: async ({ settings }, request) => {
    checkSender(settings, request.ip)
    return { answer: answerOf(settings), messages: rawOf(request.body) }
  },
  polls: [
    {
      name: 'fates',
      everyS: () => POLL_S,
      run: (tools, cursor) => pollFates(tools, cursor, vendorOf(tools)),
    },
  ],
  read: async ({ settings }, raw) => heardIn(settings, raw.payload),
  send: sendSms,
})

function vendorOf({ settings, ctx }: Tools<SmsSettings>): Vendor {
  return settings.vendor === 'aliyun' ? aliyun(settings, ctx.now) : tencent(settings, ctx.now)
}

async function sendSms(tools: Tools<SmsSettings>, message: Outgoing): Promise<Sent> {
  const { settings, ctx } = tools
  const phone = readPhone(message.to.address)
  if (!phone) throw new ChannelFault('badNumber')
  const { template, params, pieces } = fillTemplate(settings, message)
  if (!(await tools.take('day', settings.dailyMost, DAY_S, pieces)))
    throw new ChannelFault('quota', {
      again: true,
      afterS: DAY_S - (Math.floor(ctx.now().getTime() / 1000) % DAY_S) + 1,
    })
  const vendor = vendorOf(tools)
  try {
    return { externalId: await vendor.send({ id: message.id, phone, template, params }) }
  } catch (error) {
    if (!UNSURE.includes(asFault(error).code)) throw error
    return { externalId: await takenAfterAll(vendor, phone, message.id, ctx.now(), error) }
  }
}

/** No answer is no refusal: the vendor may have taken it. It is asked before anything is sent twice. Errors: the first one when it has not. */
async function takenAfterAll(
  vendor: Vendor,
  phone: Phone,
  id: string,
  now: Date,
  timeout: unknown,
): Promise<string> {
  const fates = await vendor.fates(phone, now).catch(() => [])
  const found = fates.find((f) => f.ourId === id)
  if (!found) throw timeout
  return found.externalId
}
