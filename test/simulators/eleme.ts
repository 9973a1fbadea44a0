import { createHash } from 'node:crypto'
import { commonTrouble, type MadeReview, type ReviewPlatform, type Trouble } from './platform.ts'
import { type Answer, openService } from './simulated-http.ts'

const md5 = (text: string) => createHash('md5').update(text, 'utf8').digest('hex').toUpperCase()
const SHOP = '720032'

type Missed = { msgId: string; type: number; shopId: string; message: string }
export type ElemePlatform = ReviewPlatform & {
  secret: string
  missed: Missed[]
  confirmed: string[]
  urgeReplies: Record<string, string>[]
  /** Orders that wait for the shop, by list: to be accepted, to be cancelled, to be refunded. */
  waiting: { unprocessed: string[]; cancel: string[]; refund: string[] }
  /** What was decided, in order; an order is decided once. */
  decisions: { action: string; orderId: string; reason?: string }[]
  tokens: number
}

/** Ele.me's open platform: tokens by Basic authentication, signed JSON calls, pushes that were missed. */
export async function openEleme(given: { refreshToken?: string } = {}): Promise<ElemePlatform> {
  const appKey = 'an-app-key'
  const secret = 'a-secret-of-eleme'
  const reviews = new Map<string, MadeReview>()
  const replies: { id: string; text: string }[] = []
  const troubles: Trouble[] = []
  const missed: Missed[] = []
  const confirmed: string[] = []
  const urgeReplies: Record<string, string>[] = []
  const waiting: ElemePlatform['waiting'] = { unprocessed: [], cancel: [], refund: [] }
  const decisions: ElemePlatform['decisions'] = []
  const state = { asked: 0, token: '', tokens: 0, refresh: given.refreshToken ?? '' }
  const no = (code: string, message: string): Answer => ({
    status: 200,
    body: { id: 'x', result: null, error: { code, message } },
  })
  const yes = (result: string): Answer => ({
    status: 200,
    body: `{"id":"x","result":${result},"error":null}`,
  })

  function grant(authorization: string | undefined, form: URLSearchParams): Answer {
    const basic = Buffer.from((authorization ?? '').slice('Basic '.length), 'base64').toString()
    if (basic !== `${appKey}:${secret}`)
      return { status: 401, body: { error: 'invalid_client', error_description: 'bad credentials' } }
    const chained = form.get('grant_type') === 'refresh_token'
    if (chained && form.get('refresh_token') !== state.refresh)
      return { status: 400, body: { error: 'invalid_grant', error_description: 'refresh token used' } }
    state.tokens += 1
    state.token = `token-${state.tokens}`
    if (chained) state.refresh = `refresh-${state.tokens}`
    const more = chained ? { refresh_token: state.refresh } : {}
    return {
      status: 200,
      body: { access_token: state.token, token_type: 'bearer', expires_in: 864_000, ...more },
    }
  }

  const service = await openService(async (request, body) => {
    if (request.url === '/token') return grant(request.headers.authorization, new URLSearchParams(body))
    const call = JSON.parse(body) as {
      action: string
      token: string
      metas: { app_key: string; timestamp: number }
      params: Record<string, unknown>
      signature: string
    }
    if (call.signature !== signatureOf(call, secret)) return no('INVALID_SIGNATURE', '签名错误')
    const trouble = troubles.shift()
    const common = commonTrouble(trouble)
    if (common) return common
    if (trouble === 'throttled') return no('EXCEED_LIMIT', '超过调用频率')
    if (trouble === 'expired') state.token = 'ended'
    if (call.token !== state.token) return no('UNAUTHORIZED', 'token 无效')
    if (call.action === 'eleme.msgNew.getPushFailMsg')
      return yes(JSON.stringify({ msgList: missed.filter((m) => !confirmed.includes(m.msgId)) }))
    if (call.action === 'eleme.msgNew.confirmPullMsg') {
      confirmed.push(...(call.params.msgConfirmRequest as { msgIds: string[] }).msgIds)
      return yes('true')
    }
    if (call.action === 'eleme.order.replyReminder') {
      urgeReplies.push(call.params as Record<string, string>)
      return yes('null')
    }
    const orders = LISTS[call.action]
    if (orders) return yes(`[${waiting[orders].join(',')}]`)
    const { orderId, reason } = call.params as { orderId: string; reason?: string }
    const decision = decisions.find((d) => d.orderId === orderId)
    if (call.action === 'eleme.order.getOrder') {
      const agreed = decision?.action.endsWith('.agreeRefundLite')
      const refundStatus = decision ? (agreed ? 'successful' : 'rejected') : 'applied'
      return yes(`{"id":${orderId},"refundStatus":"${refundStatus}"}`)
    }
    if (call.action.endsWith('greeRefundLite')) {
      if (decision) return no('BIZ_ORDER', '该订单已处理')
      decisions.push({ action: call.action, orderId, ...(reason === undefined ? {} : { reason }) })
      return trouble === 'lostAnswer' ? { status: 200, body: '', cut: true } : yes('null')
    }
    if (call.action === 'eleme.ugc.getORateResult') {
      const q = call.params.rateQuery as Record<string, string | number>
      if (q.shopId !== SHOP) return no('BIZ_SHOP_NOT_FOUND', '店铺不存在')
      state.asked += 1
      const all = [...reviews.values()].filter((r) => {
        const at = r.at.replace(' ', 'T')
        return at >= String(q.startTime) && at <= String(q.endTime)
      })
      const page = all.slice(Number(q.offset), Number(q.offset) + Number(q.pageSize))
      return yes(`{"total":${all.length},"rateInfos":[${page.map(rateOf).join(',')}]}`)
    }
    const { rateId, reply } = call.params as Record<string, string>
    if (trouble === 'forbiddenWords') return no('BIZ_REPLY', '回复内容含敏感词')
    if (trouble === 'alreadyAnswered' || replies.some((r) => r.id === rateId))
      return no('BIZ_REPLY', '该评价已回复')
    replies.push({ id: rateId!, text: reply! })
    return yes('true')
  })
  return {
    secret,
    missed,
    confirmed,
    urgeReplies,
    waiting,
    decisions,
    shop: SHOP,
    reviews,
    replies,
    get asked() {
      return state.asked
    },
    get tokens() {
      return state.tokens
    },
    fail: (...more) => troubles.push(...more),
    settings: { appKey, secret, base: service.url, shops: [`${SHOP}=CODE`], ...given },
    close: service.close,
  }
}

const LISTS: Record<string, keyof ElemePlatform['waiting'] | undefined> = {
  'eleme.order.getUnprocessOrders': 'unprocessed',
  'eleme.order.getCancelOrders': 'cancel',
  'eleme.order.getRefundOrders': 'refund',
}

function signatureOf(
  call: { action: string; token: string; metas: object; params: Record<string, unknown> },
  secret: string,
): string {
  const all: Record<string, unknown> = { ...call.metas, ...call.params }
  const pairs = Object.keys(all)
    .sort()
    .map((k) => `${k}=${JSON.stringify(all[k])}`)
  return md5(call.action + call.token + pairs.join('') + secret)
}

function rateOf(r: MadeReview): string {
  const rest = {
    shopId: SHOP,
    rating: r.stars,
    ratingContent: r.text,
    ratingTime: r.at.replace(' ', 'T'),
    appendContent: r.followUp ?? '',
    tags: r.labels ?? [],
    replied: false,
    itemRates: [
      ...(r.praised ?? []).map((name) => ({ name, rating: 5 })),
      ...(r.criticised ?? []).map((name) => ({ name, rating: 1 })),
    ],
  }
  return `{"rateId":${r.id || null},${JSON.stringify(rest).slice(1)}`
}

/** The raw body of a push: `userId` beyond 2^53 as a bare number, `message` as JSON in text. */
export function elemePush(
  secret: string,
  push: { type: number; message: object; timestampMs: number; requestId?: string },
): string {
  const message = JSON.stringify(push.message)
  const bare: Record<string, string> = {
    requestId: push.requestId ?? '100000021764401594',
    type: String(push.type),
    appId: '22954133',
    message,
    shopId: SHOP,
    timestamp: String(push.timestampMs),
    userId: '98587250597500702',
  }
  const pairs = Object.entries(bare)
    .map(([k, v]) => `${k}=${v}`)
    .sort()
  const quoted = (k: string, v: string) => (k === 'requestId' || k === 'message' ? JSON.stringify(v) : v)
  const fields = Object.entries(bare).map(([k, v]) => `"${k}":${quoted(k, v)}`)
  return `{${fields.join(',')},"signature":"${md5(pairs.join('') + secret)}"}`
}
