import { createHash } from 'node:crypto'
import { commonTrouble, type MadeReview, type ReviewPlatform, type Trouble } from './platform.ts'
import { type Answer, openService } from './simulated-http.ts'

const SHOP = 'b9f1c2d3e4f5'

/** The rule of the document: secret, sorted names and values without empty ones, secret. */
export function dianpingSignOf(values: Record<string, string>, secret: string): string {
  const names = Object.keys(values).filter((k) => k !== 'sign' && values[k] !== '')
  const text = names
    .sort()
    .map((k) => k + values[k])
    .join('')
  return createHash('md5').update(`${secret}${text}${secret}`, 'utf8').digest('hex')
}

/** Beijixing: sessions that are renewed with a refresh token, signed form posts, reviews of two sites. */
export async function openDianping(): Promise<ReviewPlatform> {
  const appKey = 'an-app-key'
  const secret = 'a-secret-of-dianping'
  const reviews = new Map<string, MadeReview>()
  const troubles: Trouble[] = []
  const state = { asked: 0, session: '', refresh: 'refresh-0', renewals: 0 }
  const no = (code: number, msg: string): Answer => ({ status: 200, body: { code, msg } })
  const service = await openService(async (request, body) => {
    const values = Object.fromEntries(new URLSearchParams(body))
    if (request.url === '/router/oauth/token') {
      if (values.app_key !== appKey || values.app_secret !== secret) return no(401, 'app secret 错误')
      if (values.refresh_token !== state.refresh) return no(402, 'refresh token 无效')
      state.renewals += 1
      state.session = `session-${state.renewals}`
      state.refresh = `refresh-${state.renewals}`
      const fresh = { access_token: state.session, refresh_token: state.refresh, expires_in: 2_592_000 }
      return { status: 200, body: { code: 200, msg: 'success', ...fresh, remain_refresh_count: 11 } }
    }
    if (values.sign !== dianpingSignOf(values, secret)) return no(403, '签名错误')
    const trouble = troubles.shift()
    const common = commonTrouble(trouble)
    if (common) return common
    if (trouble === 'throttled') return no(429, '访问过于频繁')
    if (trouble === 'expired') state.session = 'ended'
    if (values.session !== state.session) return no(608, 'session 已失效')
    if (values.open_shop_uuid !== SHOP) return no(404, '门店不存在')
    state.asked += 1
    const all = [...reviews.values()].filter(
      (r) => values.platform === '1' && r.at >= values.begintime! && r.at <= values.endtime!,
    )
    const limit = Number(values.limit)
    const from = (Number(values.offset) - 1) * limit
    const page = all.slice(from, from + limit).map(reviewOf)
    return {
      status: 200,
      body: `{"code":200,"msg":"success","data":{"reviewInfoDTOList":[${page.join(',')}]}}`,
    }
  })
  return {
    shop: SHOP,
    reviews,
    replies: [],
    get asked() {
      return state.asked
    },
    fail: (...more) => troubles.push(...more),
    settings: {
      appKey,
      secret,
      refreshToken: 'refresh-0',
      base: `${service.url}/router`,
      shops: [`${SHOP}=CODE`],
    },
    close: service.close,
  }
}

function reviewOf(r: MadeReview): string {
  const rest = {
    star: r.stars * 10,
    accurateStar: r.stars * 10,
    reviewBody: r.text,
    reviewTime: r.at,
    appendReviewBody: r.followUp ?? '',
    tags: r.labels ?? [],
    scoreDetails: [{ title: '口味', score: 30 }],
  }
  return `{"reviewId":${r.id || null},${JSON.stringify(rest).slice(1)}`
}
