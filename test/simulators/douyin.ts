import { createHash } from 'node:crypto'
import { commonTrouble, type Trouble } from './platform.ts'
import { type Answer, openService } from './simulated-http.ts'

const CLIENT_KEY = 'a-client-key'
const SECRET = 'a-client-secret-of-douyin'
const OPEN_ID = 'open-id-of-the-brand'

type Comment = { comment_id: string; content: string; create_time: number; comment_user_id: string }

/** Douyin's open platform: consent renewed with a refresh token that counts once, comments listed and answered. */
export async function openDouyin() {
  const comments = new Map<string, Comment[]>()
  const replies: { item_id: string; comment_id: string; content: string }[] = []
  const troubles: Trouble[] = []
  const state = { token: '', refresh: 'refresh-0', renewals: 0 }
  const data = (fields: object): Answer => ({
    status: 200,
    body: { data: { error_code: 0, description: '', ...fields }, extra: { logid: 'x' } },
  })
  const no = (error_code: number, description: string) => data({ error_code, description })
  const service = await openService(async (request, body) => {
    const at = new URL(request.url ?? '', 'http://x')
    if (at.pathname === '/oauth/refresh_token/') {
      const form = new URLSearchParams(body)
      if (form.get('client_key') !== CLIENT_KEY) return no(10003, 'client_key 错误')
      if (form.get('refresh_token') !== state.refresh) return no(10010, 'refresh_token 过期')
      state.renewals += 1
      state.token = `token-${state.renewals}`
      state.refresh = `refresh-${state.renewals}`
      const fresh = { access_token: state.token, refresh_token: state.refresh, open_id: OPEN_ID }
      return data({ ...fresh, expires_in: 1_296_000 })
    }
    const trouble = troubles.shift()
    const common = commonTrouble(trouble)
    if (common) return common
    if (trouble === 'throttled') return no(2119002, '请求频次超限')
    if (trouble === 'expired') state.token = 'ended'
    if (request.headers['access-token'] !== state.token) return no(2190008, 'access_token 过期')
    if (at.searchParams.get('open_id') !== OPEN_ID) return no(2190003, '用户未授权')
    if (at.pathname === '/item/comment/list/') {
      const all = comments.get(at.searchParams.get('item_id') ?? '') ?? []
      const from = Number(at.searchParams.get('cursor'))
      const count = Number(at.searchParams.get('count'))
      const list = all.slice(from, from + count)
      return data({ list, cursor: from + list.length, has_more: from + list.length < all.length })
    }
    if (trouble === 'forbiddenWords') return no(2100005, '评论内容违规')
    replies.push(JSON.parse(body) as (typeof replies)[number])
    return data({ comment_id: `@reply-${replies.length}` })
  })
  return {
    comments,
    replies,
    secret: SECRET,
    openId: OPEN_ID,
    fail: (...more: Trouble[]) => troubles.push(...more),
    settings: {
      clientKey: CLIENT_KEY,
      clientSecret: SECRET,
      openId: OPEN_ID,
      refreshToken: 'refresh-0',
      base: service.url,
    },
    close: service.close,
  }
}

/** Signature header of a webhook over its raw body. */
export function douyinHeaders(body: string | Buffer, secret = SECRET, msgId = ''): Record<string, string> {
  const signature = createHash('sha1').update(secret).update(body).digest('hex')
  return {
    'content-type': 'application/json',
    'x-douyin-signature': signature,
    ...(msgId ? { 'msg-id': msgId } : {}),
  }
}

export function douyinComment(comment: Record<string, unknown>): string {
  return JSON.stringify({
    event: 'item_comment_reply',
    client_key: CLIENT_KEY,
    from_user_id: comment.comment_user_id,
    to_user_id: OPEN_ID,
    content: JSON.stringify(comment),
    log_id: 'x',
  })
}
