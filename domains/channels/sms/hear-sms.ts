import { createHash } from 'node:crypto'
import { BlockList, isIPv6 } from 'node:net'
import { z } from 'zod'
import { ChannelFault } from '../connect/channel-fault.ts'
import type { Heard, HookAnswer, Raw } from '../connect/connector.ts'
import { aliyunProblem } from './aliyun.ts'
import { shanghaiTime } from './limits.ts'
import { phoneText, readPhone } from './phone.ts'
import type { SmsSettings } from './settings.ts'
import { tencentProblem } from './tencent.ts'

const text = z.union([z.string(), z.number()]).transform(String)
const AliyunReport = z.object({
  phone_number: text,
  success: z.boolean(),
  err_code: text.default(''),
  report_time: text.optional(),
  biz_id: text.default(''),
  out_id: text.default(''),
})
const AliyunUp = z.object({
  phone_number: text,
  content: z.string(),
  send_time: text.default(''),
  sequence_id: text.default(''),
})
const TencentReport = z.object({
  mobile: text,
  nationcode: text.default('86'),
  report_status: z.string(),
  errmsg: text.default(''),
  description: text.default(''),
  sid: text,
  user_receive_time: text.optional(),
})
const TencentUp = z.object({
  mobile: text,
  nationcode: text.default('86'),
  text: z.string(),
  time: text.default(''),
})

/** Receipts carry no signature: whoever calls must come from a listed address, when there is a list. Errors: forged. */
export function checkSender({ ips }: SmsSettings, ip: string): void {
  if (!ips.length) return
  const allowed = new BlockList()
  for (const line of ips) {
    const [address = '', bits] = line.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (bits === undefined) allowed.addAddress(address, family)
    else allowed.addSubnet(address, Number(bits), family)
  }
  const plain = ip.replace(/^::ffff:/, '')
  if (!allowed.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4')) throw new ChannelFault('forged')
}

/** What a push holds, one raw message each; what is no JSON is kept whole, to be looked at. */
export function rawOf(body: Buffer): Raw[] {
  let items: unknown
  try {
    items = JSON.parse(body.toString())
  } catch {
    items = [{ unreadable: body.toString('base64') }]
  }
  return (Array.isArray(items) ? items : [items]).map((item) => ({
    externalId: keyOf(item as Record<string, unknown>),
    thread: threadOf(item as Record<string, unknown>),
    payload: item,
  }))
}

export function answerOf({ vendor }: SmsSettings): HookAnswer {
  const body = vendor === 'aliyun' ? { code: 0, msg: '接收成功' } : { result: 0, errmsg: 'OK' }
  return { status: 200, type: 'application/json', body: JSON.stringify(body) }
}

/** The same report or reply again is the same; the state belongs to the name of a report, because a later one may say another. */
function keyOf(item: Record<string, unknown>): string {
  const whole = createHash('sha256').update(JSON.stringify(item)).digest('hex').slice(0, 40)
  if (!item || typeof item !== 'object') return `?:${whole}`
  if (item.biz_id) return `r:${item.biz_id}:${item.phone_number}:${item.success}`
  if (item.sid) return `r:${item.sid}:${item.mobile}:${item.report_status}`
  return item.sequence_id ? `u:${item.sequence_id}:${item.phone_number}` : `u:${whole}`
}

function threadOf(item: Record<string, unknown>): string {
  const reply = item && typeof item === 'object' && ('content' in item || 'text' in item)
  return reply ? String(item.phone_number ?? item.mobile ?? '') : ''
}

/** Errors: unreadable for what is neither a report nor a reply of either vendor. */
export function heardIn(settings: SmsSettings, payload: unknown): Heard[] {
  const fate = z.object({ fate: Fate }).safeParse(payload)
  if (fate.success) return [receipt(fate.data.fate)]
  const report = AliyunReport.safeParse(payload)
  if (report.success) {
    const { success, err_code, out_id, biz_id, report_time } = report.data
    const state = success ? 'delivered' : 'failed'
    const problem = success ? '' : aliyunProblem(err_code)
    return [receipt({ externalId: out_id || biz_id, state, problem, at: report_time ?? '' })]
  }
  const status = TencentReport.safeParse(payload)
  if (status.success) {
    const { report_status, sid, errmsg, description, user_receive_time } = status.data
    const failed = report_status !== 'SUCCESS'
    const problem = failed ? tencentProblem(`${errmsg} ${description}`) : ''
    const state = failed ? 'failed' : 'delivered'
    return [receipt({ externalId: sid, state, problem, at: user_receive_time ?? '' })]
  }
  const up = AliyunUp.safeParse(payload)
  if (up.success) return replyHeard(settings, up.data.phone_number, '', up.data.content, up.data.send_time)
  const said = TencentUp.safeParse(payload)
  if (said.success)
    return replyHeard(settings, said.data.mobile, said.data.nationcode, said.data.text, said.data.time)
  throw new ChannelFault('unreadable')
}

const Fate = z.object({
  externalId: z.string(),
  state: z.enum(['delivered', 'failed']),
  problem: z.string(),
  at: z.string(),
})

function receipt({ at, ...fate }: z.infer<typeof Fate>): Heard {
  const when = at ? (shanghaiTime(at) ?? null) : null
  return { sort: 'receipt', ...fate, ...(when ? { at: when } : {}) }
}

function replyHeard(
  settings: SmsSettings,
  number: string,
  country: string,
  said: string,
  time: string,
): Heard[] {
  const phone = readPhone(number, country)
  if (!phone) throw new ChannelFault('unreadable')
  const from = { address: phoneText(phone), contact: phoneText(phone) }
  const words = said.trim()
  if (settings.optOutWords.some((w) => w.toLowerCase() === words.toLowerCase()))
    return [
      { sort: 'contact', from, unreachable: 'optedOut' },
      { sort: 'fact', from, fact: 'sms_opted_out', data: { words } },
    ]
  const at = /^\d{10}$/.test(time) ? new Date(Number(time) * 1000) : shanghaiTime(time)
  return [{ sort: 'message', from, text: words, ...(at ? { at } : {}) }]
}
