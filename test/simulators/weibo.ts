import { createHash } from 'node:crypto'
import { commonTrouble, type Trouble } from './platform.ts'
import { type Answer, openService } from './simulated-http.ts'

const SECRET = 'an-app-secret-of-weibo'
const TOKEN = 'a-token-of-the-fans-service'
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Weibo's fans service: answers to private messages, pictures, and how long the token lives. */
export async function openWeibo() {
  const replies: { receiver: string; text: string }[] = []
  const troubles: Trouble[] = []
  const state = { expireIn: 20 * 86_400 }
  const no = (error_code: number, error: string): Answer => ({
    status: 400,
    body: { error, error_code, request: '/2/messages/reply.json' },
  })
  const service = await openService(async (request, body) => {
    const at = new URL(request.url ?? '', 'http://x')
    const form = new URLSearchParams(body)
    const trouble = troubles.shift()
    const common = commonTrouble(trouble)
    if (common) return common
    const token = form.get('access_token') ?? at.searchParams.get('access_token')
    if (token !== TOKEN || trouble === 'expired') return no(21327, 'expired_token')
    if (trouble === 'throttled') return no(10023, 'User requests out of rate limit!')
    if (at.pathname === '/oauth2/get_token_info')
      return { status: 200, body: { uid: 1, appkey: 1, expire_in: state.expireIn } }
    if (at.pathname === '/2/mss/msget') return { status: 200, type: 'image/png', body: PICTURE }
    const { text } = JSON.parse(form.get('data') ?? '{}') as { text: string }
    replies.push({ receiver: form.get('receiver_id') ?? '', text })
    return { status: 200, body: { result: true } }
  })
  return {
    replies,
    secret: SECRET,
    state,
    fail: (...more: Trouble[]) => troubles.push(...more),
    settings: {
      appSecret: SECRET,
      accessToken: TOKEN,
      base: service.url,
      accountBase: service.url,
      fileBase: service.url,
    },
    close: service.close,
  }
}

/** Query of a check or push, signed; the body is not part of it. */
export function weiboQuery(atMs: number, secret = SECRET, more: Record<string, string> = {}): string {
  const [timestamp, nonce] = [String(atMs), '57155157']
  const signature = createHash('sha1').update([secret, timestamp, nonce].sort().join('')).digest('hex')
  return `?${new URLSearchParams({ signature, timestamp, nonce, ...more })}`
}
