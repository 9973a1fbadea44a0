import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { openService } from './simulated-http.ts'

export type WechatAccount = { appId: string; appSecret: string; token: string; aesKey: string }
type Answer = Record<string, unknown> | Buffer
/** `held`: answers as usual, but not before that is settled. */
type Trouble =
  | { errcode: number; errmsg?: string }
  | { status: number }
  | { held: Promise<unknown> }
  | 'silence'
  | 'cut'
type Asked = { path: string; query: URLSearchParams; body: Buffer }
export type SentMessage = {
  touser: string
  msgtype: string
  text?: { content: string }
  image?: { media_id: string }
}
export type SentTemplate = {
  touser: string
  template_id: string
  url?: string
  client_msg_id?: string
  data: Record<string, { value: string }>
}

export type WechatService = Awaited<ReturnType<typeof startWechat>>

/**
 * The side of WeChat: its interface as a real HTTP server with tokens, windows, limits and error codes (§1.5–1.9), and its pushes (§1.1–1.3).
 * Shape: `trouble` makes the next calls of a path fail; `now` is the clock by which tokens and windows end.
 */
export async function startWechat(account: WechatAccount, now: () => Date) {
  const state = {
    tokens: new Map<string, number>(),
    allowed: true,
    sent: [] as SentMessage[],
    templates: [] as SentTemplate[],
    uploads: [] as Buffer[],
    menus: [] as unknown[],
    scenes: [] as string[],
    media: new Map<string, Answer>(),
    /** How many notices somebody has agreed to: each counts once. */
    agreed: new Map<string, number>(),
    windows: new Map<string, { endsAt: number; left: number }>(),
    followers: new Set<string>(),
    codes: new Map<string, { openid: string; used: boolean }>(),
    known: { TPL_A: '处理进度\n{{thing1.DATA}}\n单号：{{character_string2.DATA}}' } as Record<string, string>,
    tokensMade: 0,
    calls: [] as string[],
  }
  const troubles = new Map<string, Trouble[]>()
  const { url: base, close } = await openService(async (req, _text, raw) => {
    const { pathname, searchParams } = new URL(req.url ?? '', 'http://wechat')
    state.calls.push(pathname)
    const given = troubles.get(pathname)?.shift()
    if (typeof given === 'object' && 'held' in given) await given.held
    const trouble = typeof given === 'object' && 'held' in given ? undefined : given
    if (trouble === 'silence') return 'silent'
    if (trouble === 'cut') return { status: 200, body: '{"errc', cut: true }
    if (trouble && 'status' in trouble) return { status: trouble.status, body: 'busy', type: 'text/plain' }
    const answer = trouble ?? route({ path: pathname, query: searchParams, body: raw })
    if (Buffer.isBuffer(answer)) return { status: 200, body: answer, type: 'image/jpeg' }
    if ('redirect' in answer) return { status: 302, headers: { location: String(answer.redirect) } }
    // Ids beyond 2^53 stand as numbers in real answers.
    return { status: 200, body: JSON.stringify(answer).replace(/"msgid":"(\d+)"/, '"msgid":$1') }
  })

  function route(asked: Asked): Answer {
    const open = OPEN[asked.path]
    if (open) return open(asked)
    const until = state.tokens.get(asked.query.get('access_token') ?? '')
    if (until === undefined) return { errcode: 40001, errmsg: 'invalid credential rid: 65f0-1' }
    if (until <= now().getTime()) return { errcode: 42001, errmsg: 'access_token expired rid: 65f0-2' }
    return CLOSED[asked.path]?.(asked) ?? { errcode: 40066, errmsg: 'invalid url' }
  }

  const ok = { errcode: 0, errmsg: 'ok' }
  const OPEN: Record<string, (asked: Asked) => Answer> = {
    '/cgi-bin/stable_token': ({ body }) => {
      const given = json(body)
      if (given.appid !== account.appId) return { errcode: 40013, errmsg: 'invalid appid' }
      if (given.secret !== account.appSecret) return { errcode: 40125, errmsg: 'invalid appsecret' }
      if (!state.allowed)
        return {
          errcode: 40164,
          errmsg: 'invalid ip 203.0.113.9 ipv6 ::ffff:203.0.113.9, not in whitelist rid: 6',
        }
      const living = [...state.tokens].find(([, until]) => until - now().getTime() > 300_000)
      if (living && !given.force_refresh) return { access_token: living[0], expires_in: 7000 }
      if (given.force_refresh) state.tokens.clear()
      const token = `T${++state.tokensMade}_${randomBytes(250).toString('hex')}`
      state.tokens.set(token, now().getTime() + 7_200_000)
      return { access_token: token, expires_in: 7200 }
    },
    '/connect/oauth2/authorize': ({ query }) => {
      const code = randomBytes(8).toString('hex')
      state.codes.set(code, { openid: [...state.followers][0] ?? 'oStranger', used: false })
      return { redirect: `${query.get('redirect_uri')}?code=${code}&state=${query.get('state')}` }
    },
    '/sns/oauth2/access_token': ({ query }) => {
      const known = state.codes.get(query.get('code') ?? '')
      if (!known || query.get('secret') !== account.appSecret)
        return { errcode: 40029, errmsg: 'invalid code' }
      if (known.used) return { errcode: 40163, errmsg: 'code been used' }
      known.used = true
      return { access_token: 'web', expires_in: 7200, openid: known.openid, scope: 'snsapi_base' }
    },
    '/film.mp4': () => (state.media.get('film') as Buffer) ?? Buffer.alloc(0),
  }
  const CLOSED: Record<string, (asked: Asked) => Answer> = {
    '/cgi-bin/getcallbackip': () => ({ ip_list: ['101.226.103.0/25'] }),
    '/cgi-bin/user/info': ({ query }) => ({
      subscribe: state.followers.has(query.get('openid') ?? '') ? 1 : 0,
      openid: query.get('openid'),
    }),
    '/cgi-bin/media/get': ({ query }) =>
      state.media.get(query.get('media_id') ?? '') ?? { errcode: 40007, errmsg: 'invalid media_id' },
    '/cgi-bin/media/upload': ({ body }) => {
      state.uploads.push(body)
      return { type: 'image', media_id: `up_${state.uploads.length}`, created_at: 1 }
    },
    '/cgi-bin/message/custom/send': ({ body }) => sendFreely(body),
    '/cgi-bin/message/template/send': ({ body }) => sendTemplate(json(body) as SentTemplate),
    '/cgi-bin/message/subscribe/bizsend': ({ body }) => sendNotice(json(body) as SentTemplate),
    '/cgi-bin/template/get_all_private_template': () => ({
      template_list: Object.entries(state.known).map(([template_id, content]) => ({ template_id, content })),
    }),
    '/cgi-bin/menu/create': ({ body }) => {
      state.menus.push(json(body))
      return ok
    },
    '/cgi-bin/menu/delete': () => {
      state.menus.push(null)
      return ok
    },
    '/cgi-bin/qrcode/create': ({ body }) => {
      const given = json(body) as { action_name: string; action_info: { scene: { scene_str: string } } }
      state.scenes.push(given.action_info.scene.scene_str)
      return { ticket: `gQ+/${given.action_info.scene.scene_str}==`, url: 'http://weixin.qq.com/q/1' }
    },
  }

  function sendFreely(body: Buffer): Answer {
    const raw = body.toString('utf8')
    const message = JSON.parse(raw) as SentMessage
    if (/\\u[0-9a-f]{4}/i.test(raw)) return { errcode: 40033, errmsg: 'invalid charset' }
    if (message.msgtype === 'text' && !message.text?.content)
      return { errcode: 44004, errmsg: 'empty content' }
    if (Buffer.byteLength(message.text?.content ?? '') > 2048) return { errcode: 45002, errmsg: 'too long' }
    if (!state.followers.has(message.touser)) return { errcode: 43004, errmsg: 'require subscribe' }
    const window = state.windows.get(message.touser)
    if (!window || window.endsAt <= now().getTime())
      return { errcode: 45015, errmsg: 'response out of time limit' }
    if (window.left <= 0) return { errcode: 45047, errmsg: 'out of response count limit' }
    window.left -= 1
    state.sent.push(message)
    return ok
  }

  function sendTemplate(message: SentTemplate): Answer {
    const content = state.known[message.template_id]
    if (!content) return { errcode: 40037, errmsg: 'invalid template_id' }
    for (const [, key] of content.matchAll(/\{\{(\w+)\.DATA\}\}/g)) {
      const value = message.data[key!]?.value ?? ''
      const most = key!.startsWith('thing') ? 20 : 32
      if (!value || [...value].length > most)
        return { errcode: 47003, errmsg: `argument invalid! data.${key}.value invalid` }
    }
    if (!state.followers.has(message.touser)) return { errcode: 43004, errmsg: 'require subscribe' }
    const known = state.templates.findIndex(
      (t) => t.client_msg_id && t.client_msg_id === message.client_msg_id,
    )
    if (known < 0) state.templates.push(message)
    return {
      ...ok,
      msgid: String(9007199254740993000n + BigInt(known < 0 ? state.templates.length : known + 1)),
    }
  }

  function sendNotice(message: SentTemplate): Answer {
    const left = state.agreed.get(message.touser) ?? 0
    if (left < 1) return { errcode: 43101, errmsg: 'user refuse to accept the msg rid: 65f0-3' }
    const answer = sendTemplate(message)
    if (!Buffer.isBuffer(answer) && answer.errcode === 0) state.agreed.set(message.touser, left - 1)
    return answer
  }

  return {
    base,
    state,
    trouble: (path: string, ...what: Trouble[]) => void troubles.set(path, what),
    /** The next token is another one, and the old one is refused at once: somebody has reset the secret. */
    forgetTokens: () => state.tokens.clear(),
    close,
  }
}

const json = (body: Buffer) => JSON.parse(body.toString('utf8')) as Record<string, unknown>

export type PushOptions = {
  mode?: 'secure' | 'compatible' | 'plain'
  format?: 'xml' | 'json'
  at: Date
  nonce?: string
  /** Another token or key than the account's: a forger, or the key before the last change. */
  token?: string
  aesKey?: string
  appId?: string
}

/** A push as WeChat posts it: query and body. `source` is the message in XML or JSON. */
export function pushOf(account: WechatAccount, source: string, options: PushOptions) {
  const { mode = 'secure', format = 'xml', nonce = '486452656' } = options
  const timestamp = String(Math.floor(options.at.getTime() / 1000))
  const token = options.token ?? account.token
  const query: Record<string, string> = { signature: sign(token, timestamp, nonce), timestamp, nonce }
  if (mode === 'plain') return { query, payload: source }
  const sealed = seal(options.aesKey ?? account.aesKey, source, options.appId ?? account.appId)
  query.encrypt_type = 'aes'
  query.msg_signature = sign(token, timestamp, nonce, sealed)
  const beside = mode === 'compatible' ? source.replace(/^<xml>|<\/xml>$/g, '') : ''
  const payload =
    format === 'json'
      ? JSON.stringify({ ToUserName: 'gh_demo00000001', Encrypt: sealed })
      : `<xml><ToUserName><![CDATA[gh_demo00000001]]></ToUserName>${beside}<Encrypt><![CDATA[${sealed}]]></Encrypt></xml>`
  return { query, payload }
}

export function sign(...parts: string[]): string {
  return createHash('sha1').update(parts.sort().join('')).digest('hex')
}

/** AES-256-CBC over 16 random bytes, the length, the message and the account's id, padded to 32. */
function seal(aesKey: string, message: string, appId: string): string {
  const key = Buffer.from(`${aesKey}=`, 'base64')
  const said = Buffer.from(message)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(said.length)
  const frame = Buffer.concat([randomBytes(16), length, said, Buffer.from(appId)])
  const pad = 32 - (frame.length % 32)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([
    cipher.update(Buffer.concat([frame, Buffer.alloc(pad, pad)])),
    cipher.final(),
  ]).toString('base64')
}
