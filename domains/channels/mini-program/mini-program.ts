import { createHash } from 'node:crypto'
import { asFault, ChannelFault } from '../connect/channel-fault.ts'
import { type CheckStep, defineConnector, type Raw } from '../connect/connector.ts'
import { renew } from '../wechat/api.ts'
import { type Body, externalIdOf, readBody, textOf } from '../wechat/body.ts'
import { answerCheck, openPush } from '../wechat/envelope.ts'
import { complaintIn, hearComplaint } from './hear-complaint.ts'
import { askReviews, hearReview, pollReviews } from './reviews.ts'
import { sendMini } from './send-mini.ts'
import { asWechat, MINI_FIELDS, MiniSettings, type MiniTools } from './settings.ts'

/** Transaction complaints and reviews of a mini program: complaints by push, reviews by poll, both answered here. Source: integrations.md §1.10. */
export const miniProgram = defineConnector<MiniSettings>({
  kind: 'mini_program',
  settings: MiniSettings,
  fields: MINI_FIELDS,
  sends: true,
  check,
  hook: async ({ settings, ctx }, request) => {
    if (request.method === 'GET')
      return { answer: { status: 200, body: answerCheck(settings, request.query) }, messages: [] }
    const push = openPush(settings, request, ctx.now())
    return { answer: { status: 200, body: 'success' }, messages: [rawOf(push.text)] }
  },
  polls: [{ name: 'reviews', everyS: (s) => s.reviewEveryMin * 60, run: pollReviews }],
  read: async (tools, raw) => {
    const { review, push } = raw.payload as { review?: Body; push?: string }
    if (review) return hearReview(review)
    const body = readBody(push ?? '')
    const info = complaintIn(body)
    if (info) return hearComplaint(tools, body, info)
    // The poll brings the review itself.
    if (/comment/i.test(textOf(body, 'Event'))) return [{ sort: 'noted', what: 'review notice' }]
    throw new ChannelFault('unreadable')
  },
  send: sendMini,
})

/** The same push again is the same; another state of one complaint is not. */
function rawOf(push: string): Raw {
  let body: Body = {}
  try {
    body = readBody(push)
    const info = complaintIn(body)
    if (info) {
      const id = textOf(info, 'complaint_order_id')
      const version = createHash('sha256').update(JSON.stringify(info)).digest('hex').slice(0, 24)
      return { externalId: `complaint:${id}:${version}`, thread: id, payload: { push } }
    }
  } catch {
    // kept as it is, to be looked at
  }
  return {
    externalId: externalIdOf(body).startsWith('raw:') ? `raw:${hashOf(push)}` : externalIdOf(body),
    thread: '',
    payload: { push },
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

async function check(tools: MiniTools): Promise<CheckStep[]> {
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
  const now = Math.floor(tools.ctx.now().getTime() / 1000)
  if ((await attempt('token', () => renew(asWechat(tools)))) && tools.settings.reviews)
    await attempt('reviews', () => askReviews(tools, { from: now - 3600, to: now, offset: 0, limit: 1 }))
  return steps
}
