import { createHash } from 'node:crypto'
import { commonTrouble, type MadeReview, type ReviewPlatform, type Trouble } from './platform.ts'
import { type Answer, type IncomingMessage, openService } from './simulated-http.ts'

const hex = (algorithm: string, text: string) => createHash(algorithm).update(text, 'utf8').digest('hex')
const sorted = (values: Record<string, string>, sign: string) =>
  Object.keys(values)
    .filter((k) => k !== sign)
    .sort()

/** The signature of calls and pushes of the direct way. */
export function directSigOf(url: string, values: Record<string, string>, secret: string): string {
  const text = sorted(values, 'sig').map((k) => `${k}=${values[k]}`)
  return hex('md5', `${url}?${text.join('&')}${secret}`)
}

export function gatewaySignOf(values: Record<string, string>, key: string): string {
  return hex(
    'sha1',
    key +
      sorted(values, 'sign')
        .flatMap((k) => (values[k] ? [k + values[k]] : []))
        .join(''),
  )
}

const SHOP = '7200321234567890123'
const OTHER = '7200321234567890999'

/** Meituan takeaway as a brand's own application sees it; every call must be signed, and some go wrong on demand. */
export async function openMeituan(): Promise<ReviewPlatform & { appId: string; secret: string }> {
  const appId = '4321'
  const secret = 'a-secret-of-meituan'
  const reviews = new Map<string, MadeReview>()
  const replies: { id: string; text: string }[] = []
  const troubles: Trouble[] = []
  const state = { asked: 0 }
  let url = ''
  const ng = (code: number, msg: string): Answer => ({
    status: 200,
    body: { data: 'ng', error: { code, msg } },
  })
  const service = await openService(async (request, body) => {
    const at = new URL(request.url ?? '', url)
    const values = {
      ...Object.fromEntries(at.searchParams),
      ...Object.fromEntries(new URLSearchParams(body)),
    }
    if (values.app_id !== appId) return ng(702, '应用不存在')
    if (values.sig !== directSigOf(`${url}${at.pathname}`, values, secret)) return ng(703, '签名验证错误')
    const trouble = troubles.shift()
    const common = commonTrouble(trouble)
    if (common) return common
    if (trouble === 'throttled') return ng(711, '触发流控')
    if (trouble === 'expired') return ng(4001, 'token 已过期')
    if (values.app_poi_code !== SHOP) return ng(803, '不存在此门店')
    if (at.pathname === '/api/v1/comment/query') {
      state.asked += 1
      const all = [...reviews.values()].filter((r) => {
        const day = r.at.slice(0, 10).replaceAll('-', '')
        return day >= values.start_time! && day <= values.end_time!
      })
      const from = Number(values.pageoffset)
      const page = all.slice(from, from + Number(values.pagesize))
      return { status: 200, type: 'text/plain', body: `{"data":[${page.map(directReview).join(',')}]}` }
    }
    if (at.pathname === '/api/v1/poi/comment/add_reply' && request.method === 'POST') {
      if (trouble === 'forbiddenWords') return ng(1031, '包含违禁词')
      if (trouble === 'alreadyAnswered' || replies.some((r) => r.id === values.comment_id))
        return ng(808, '该评价已被回复')
      replies.push({ id: values.comment_id!, text: values.reply! })
      return { status: 200, body: { data: 'ok' } }
    }
    return ng(700, '系统错误')
  })
  url = service.url
  return {
    appId,
    secret,
    shop: SHOP,
    reviews,
    replies,
    get asked() {
      return state.asked
    },
    fail: (...more) => troubles.push(...more),
    settings: { mode: 'direct', appId, secret, base: url, shops: [`${SHOP}=CODE`] },
    close: service.close,
  }
}

/** Long ids stand as bare numbers, as the platform writes them. */
function directReview(r: MadeReview): string {
  const rest = {
    comment_content: r.text,
    comment_time: r.at,
    add_comment: r.followUp ?? '',
    food_comment_score: r.stars,
    order_comment_score: r.stars,
    packing_score: 4,
    delivery_comment_score: 5,
    comment_lables: (r.labels ?? []).join(','),
    praise_food_list: r.praised ?? [],
    critic_food_list: r.criticised ?? [],
    reply_status: 0,
    valid: 1,
  }
  return `{"comment_id":${r.id || null},${JSON.stringify(rest).slice(1)}`
}

/** The developer gateway: form posts, a token a shop, renewed with a refresh token that counts once. */
export async function openMeituanGateway(): Promise<
  ReviewPlatform & { signKey: string; refreshes: string[] }
> {
  const signKey = 'a-sign-key-of-the-gateway'
  const reviews = new Map<string, MadeReview>()
  const replies: { id: string; text: string }[] = []
  const troubles: Trouble[] = []
  const refreshes: string[] = []
  const state = { asked: 0, token: '', refresh: 'refresh-0' }
  const no = (code: string, msg: string): Answer => ({ status: 200, body: { code, msg } })
  const service = await openService(async (request: IncomingMessage, body) => {
    const values = Object.fromEntries(new URLSearchParams(body))
    if (values.sign !== gatewaySignOf(values, signKey)) return no('OP_SIGN_ERROR', '签名错误')
    if (request.url === '/oauth/refresh') {
      if (values.refreshToken !== state.refresh) return no('OP_REFRESH_TOKEN_INVALID', '刷新令牌无效')
      refreshes.push(state.refresh)
      state.refresh = `refresh-${refreshes.length}`
      state.token = `token-${refreshes.length}`
      const data = { accessToken: state.token, refreshToken: state.refresh, expireIn: 2_592_000 }
      return { status: 200, body: { code: 'OP_SUCCESS', data } }
    }
    const trouble = troubles.shift()
    const common = commonTrouble(trouble)
    if (common) return common
    if (trouble === 'throttled') return no('OP_RATE_LIMIT', '请求过于频繁')
    if (trouble === 'expired') state.token = 'another-token'
    if (values.appAuthToken !== state.token) return no('OP_TOKEN_EXPIRED', '令牌已过期')
    const biz = JSON.parse(values.biz ?? '{}') as Record<string, string | number>
    if (biz.ePoiId !== SHOP) return no('OP_POI_NOT_EXIST', '门店不存在')
    if (request.url === '/waimai/poi/queryReviewList') {
      state.asked += 1
      const all = [...reviews.values()].filter(
        (r) => r.at.slice(0, 10) >= String(biz.startTime) && r.at.slice(0, 10) <= String(biz.endTime),
      )
      const data = all.slice(Number(biz.offset), Number(biz.offset) + Number(biz.limit)).map(gatewayReview)
      return { status: 200, body: `{"code":"OP_SUCCESS","data":[${data.join(',')}]}` }
    }
    if (trouble === 'forbiddenWords') return no('OP_FAILED', '包含违禁词')
    if (trouble === 'alreadyAnswered' || replies.some((r) => r.id === biz.commentId))
      return no('OP_FAILED', '该评价已经回复过')
    replies.push({ id: String(biz.commentId), text: String(biz.reply) })
    return { status: 200, body: { code: 'OP_SUCCESS' } }
  })
  return {
    signKey,
    refreshes,
    shop: SHOP,
    reviews,
    replies,
    get asked() {
      return state.asked
    },
    fail: (...more) => troubles.push(...more),
    settings: {
      mode: 'gateway',
      developerId: '100000',
      signKey,
      gatewayBase: service.url,
      shopTokens: `${SHOP}=|refresh-0, ${OTHER}=old-token`,
      shops: [`${SHOP}=CODE`],
    },
    close: service.close,
  }
}

function gatewayReview(r: MadeReview): string {
  const rest = {
    commentContent: r.text,
    commentTime: r.at,
    addComment: r.followUp ?? '',
    foodCommentScore: r.stars,
    packingScore: 4,
    deliveryCommentScore: 5,
    commentLabels: r.labels ?? [],
    praiseFoodList: r.praised ?? [],
    criticFoodList: r.criticised ?? [],
  }
  return `{"commentId":${r.id || null},${JSON.stringify(rest).slice(1)}`
}

type Push = { secret: string; values: Record<string, string>; encoding?: 'once' | 'twice' }

/** A push of the direct way to one address, as a form. */
export function meituanPush(url: string, { secret, values, encoding = 'once' }: Push): string {
  const signed: Record<string, string> = { ...values, sig: directSigOf(url, values, secret) }
  const sent = Object.entries(signed).map(([k, v]) => [k, encoding === 'twice' ? encodeURIComponent(v) : v])
  return new URLSearchParams(sent as [string, string][]).toString()
}

export function gatewayPush(values: Record<string, string>, key: string): string {
  return new URLSearchParams({ ...values, sign: gatewaySignOf(values, key) }).toString()
}
