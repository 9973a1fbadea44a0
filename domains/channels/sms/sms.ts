import { mustBeAllowedAt } from '../connect/address-rule.ts'
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
import type { Fate, Vendor } from './vendor.ts'
import { type Filled, fillTemplate } from './words.ts'

/** The day of our own allowance begins at midnight UTC, 8 in the morning in Shanghai. */
export const DAY_S = 86_400
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
    const steps: CheckStep[] = []
    for (const purpose of ['reply', 'acknowledgement', 'notice', 'staff'] as const) {
      const code = tools.settings[`${purpose}Template`]
      if (!code) continue
      const step = `${purpose}Template`
      try {
        const fault = await checkTemplate(tools, code)
        steps.push(fault ? { step, fault, data: { code } } : { step })
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
      run: async (tools, cursor) => pollFates(tools, cursor, await vendorOf(tools)),
    },
  ],
  read: async ({ settings }, raw) => heardIn(settings, raw.payload),
  send: sendSms,
})

/** What is wrong with a template at its vendor; empty when it may be used. Errors: those of the vendor. */
export async function checkTemplate(tools: Tools<SmsSettings>, code: string): Promise<string> {
  const vendor = await vendorOf(tools)
  const state = await vendor.templateState(code)
  return state === 'approved' ? '' : `template_${state}`
}

/** Errors: refusedAddress. */
async function vendorOf({ settings, ctx }: Tools<SmsSettings>): Promise<Vendor> {
  await mustBeAllowedAt(settings.endpoint)
  return settings.vendor === 'aliyun' ? aliyun(settings, ctx.now) : tencent(settings, ctx.now)
}

async function sendSms(tools: Tools<SmsSettings>, message: Outgoing): Promise<Sent> {
  const phone = readPhone(message.to.address)
  if (!phone) throw new ChannelFault('badNumber')
  const filled = fillTemplate(tools.settings, message)
  return { externalId: await sendFilled(tools, { id: message.id, phone, filled }) }
}

/**
 * Sends what a template was filled with, within the day's allowance; returns what receipts call it. Errors: quota; those of the vendor.
 * Shape: `toStaff`: it counts, but what customers were sent never keeps it from going out: it has an allowance of its own.
 */
export async function sendFilled(
  tools: Tools<SmsSettings>,
  { id, phone, filled, toStaff = false }: { id: string; phone: Phone; filled: Filled; toStaff?: boolean },
): Promise<string> {
  const { settings, ctx } = tools
  const { template, params, pieces } = filled
  const vendor = await vendorOf(tools)
  const beside = toStaff ? settings.staffDailyMost * settings.mostPieces : 0
  if (!(await tools.take('day', settings.dailyMost + beside, DAY_S, pieces)))
    throw new ChannelFault('quota', {
      again: true,
      afterS: DAY_S - (Math.floor(ctx.now().getTime() / 1000) % DAY_S) + 1,
    })
  try {
    return await vendor.send({ id, phone, template, params })
  } catch (error) {
    if (!UNSURE.includes(asFault(error).code)) throw error
    return takenAfterAll(vendor, phone, id, ctx.now(), error)
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
  const found = await sentBefore(vendor, phone, id, now)
  if (!found) throw timeout
  return found.externalId
}

/** Whether the vendor has it already: an earlier try may have gone out just before its process was killed. */
export async function wentOut(tools: Tools<SmsSettings>, phone: Phone, id: string): Promise<boolean> {
  return !!(await sentBefore(await vendorOf(tools), phone, id, tools.ctx.now()))
}

/** What the vendor knows of ours; nothing when it can't say. */
async function sentBefore(vendor: Vendor, phone: Phone, id: string, now: Date): Promise<Fate | undefined> {
  const fates = await vendor.fates(phone, now).catch(() => [])
  return fates.find((f) => f.ourId === id)
}
