import { z } from 'zod'
import { asFault, ChannelFault } from '../connect/channel-fault.ts'
import { type CheckStep, defineConnector, type HookRequest, type Raw } from '../connect/connector.ts'
import { COMPLAINTS, call } from './api.ts'
import { ComplaintPage } from './complaint.ts'
import { hearComplaint } from './hear-complaint.ts'
import { platformKey } from './platform-keys.ts'
import { sendComplaint } from './send-complaint.ts'
import type { PayTools } from './settings.ts'
import { PAY_FIELDS, PaySettings } from './settings.ts'
import { isPlatforms, openResource, signedHeaders } from './sign.ts'

const NOTIFICATIONS = '/v3/merchant-service/complaint-notifications'
const PAGE = 50
const POLL_S = 300
const LIST_PER_MINUTE = 200

const Push = z.object({
  id: z.string().min(1),
  event_type: z.string().default(''),
  resource: z.object({
    ciphertext: z.string(),
    nonce: z.string(),
    associated_data: z.string().optional(),
  }),
})
const Notice = z.object({ complaint_id: z.coerce.string().min(1), action_type: z.string().default('') })

/** Consumer complaints 2.0 of WeChat Pay: pushes are hints, the complaint is read by its id, a poll fills holes. Source: integrations.md §1.11. */
export const wechatPay = defineConnector<PaySettings>({
  kind: 'wechat_pay',
  settings: PaySettings,
  fields: PAY_FIELDS,
  sends: true,
  check,
  hook: async (tools, request) => ({ answer: { status: 204 }, messages: [await openPush(tools, request)] }),
  polls: [{ name: 'complaints', everyS: () => POLL_S, run: pollComplaints }],
  read: async (tools, raw) => {
    const { complaint_id: id, unread } = raw.payload as { complaint_id?: string; unread?: true }
    if (!id || unread) throw new ChannelFault('unreadable')
    return hearComplaint(tools, id)
  },
  send: sendComplaint,
})

/** Errors: stale, forged, badBody; apiV3Key when the content can't be opened, so that the platform pushes it again. */
async function openPush(tools: PayTools, request: HookRequest): Promise<Raw> {
  const { settings, ctx } = tools
  const headers = signedHeaders(request.headers)
  const age = Math.abs(ctx.now().getTime() / 1000 - Number(headers.timestamp))
  if (!(age <= settings.toleranceS)) throw new ChannelFault('stale')
  const key = await platformKey(tools, headers.serial)
  if (!key || !isPlatforms(headers, request.body, key)) throw new ChannelFault('forged')
  const push = Push.safeParse(parsed(request.body.toString()))
  if (!push.success) throw new ChannelFault('badBody')
  const opened = openResource(push.data.resource, settings.apiV3Key)
  const notice = Notice.safeParse(parsed(opened))
  if (!notice.success) return { externalId: push.data.id, thread: '', payload: { unread: true, opened } }
  const { complaint_id } = notice.data
  return { externalId: push.data.id, thread: complaint_id, payload: notice.data }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ChannelFault('badBody')
  }
}

/** The net under the pushes: complaints of the last days whose state differs from what was read are looked at again. */
async function pollComplaints(tools: PayTools, cursor: Record<string, unknown>) {
  const { pollDays, mchid } = tools.settings
  const offset = Number(cursor.offset ?? 0)
  const [from, to] = [day(tools, pollDays), day(tools, 0)]
  const query = `limit=${PAGE}&offset=${offset}&begin_date=${from}&end_date=${to}&complainted_mchid=${mchid}`
  const found = await call(tools, { path: `${COMPLAINTS}?${query}`, limit: ['list', LIST_PER_MINUTE] })
  const page = ComplaintPage.parse(found)
  const messages = page.data.flatMap((item) => {
    const c = item as Record<string, unknown>
    const id = String(c.complaint_id ?? '')
    const version = [
      c.complaint_state,
      c.user_complaint_times,
      c.incoming_user_response,
      c.complaint_full_refunded,
    ]
    return id
      ? [{ externalId: `poll:${id}:${version.join(':')}`, thread: id, payload: { complaint_id: id } }]
      : []
  })
  const next = offset + page.data.length
  const again = page.data.length > 0 && next < page.total_count
  return { messages, cursor: again ? { offset: next } : {}, again }
}

const SHANGHAI_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

function day({ ctx }: PayTools, back: number): string {
  return new Date(ctx.now().getTime() + SHANGHAI_MS - back * DAY_MS).toISOString().slice(0, 10)
}

/** Signs a call, sees that the platform's answer is proven, and makes the callback address ours. */
async function check(tools: PayTools): Promise<CheckStep[]> {
  const steps: CheckStep[] = []
  const attempt = async (step: string, work: () => Promise<unknown>) => {
    try {
      await work()
      steps.push({ step })
      return true
    } catch (error) {
      const fault = asFault(error)
      steps.push({ step, fault: fault.code, data: fault.data })
      return false
    }
  }
  const list = `${COMPLAINTS}?limit=1&offset=0&begin_date=${day(tools, 1)}&end_date=${day(tools, 0)}`
  if (await attempt('list', () => call(tools, { path: list })))
    await attempt('callback', () => setCallback(tools))
  return steps
}

async function setCallback(tools: PayTools): Promise<void> {
  const url = tools.hookUrl
  const known = await call<{ url?: string }>(tools, { path: NOTIFICATIONS }).catch((error: unknown) => {
    if (asFault(error).code === 'complaintUnknown') return {} as { url?: string }
    throw error
  })
  if (known.url === url) return
  await call(tools, { method: known.url ? 'PUT' : 'POST', path: NOTIFICATIONS, body: { url } })
}
