import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { type Answer, openService } from './simulated-http.ts'

const BLOCK = 32

/** The WeChat side of a mini program: its token, reviews and complaints, and the pushes it makes. `now` is the clock of the one who tests. */
export async function miniProgramService(now: () => Date) {
  const account = {
    appId: 'wxb11529c136998cb6',
    appSecret: randomBytes(16).toString('hex'),
    token: 'pamtest',
    aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  }
  const reviews: Record<string, unknown>[] = []
  const media = new Map<string, Buffer>()
  const calls: { path: string; body: Record<string, unknown> }[] = []
  const next: { when: RegExp; answer: Answer }[] = []
  let access = ''
  let until = 0
  let made = 0

  const service = await openService(async (request, body) => {
    const url = new URL(request.url ?? '/', 'http://x')
    const planned = next.findIndex((p) => p.when.test(url.pathname))
    if (planned >= 0) return next.splice(planned, 1)[0]!.answer
    const sent = body ? (JSON.parse(body) as Record<string, unknown>) : {}
    if (url.pathname === '/cgi-bin/stable_token') {
      if (sent.appid !== account.appId) return said(40013, 'invalid appid')
      if (sent.secret !== account.appSecret) return said(40125, 'invalid appsecret')
      if (!access || sent.force_refresh || until <= now().getTime()) {
        access = `mini-${++made}`
        until = now().getTime() + 7_200_000
      }
      return { status: 200, body: { access_token: access, expires_in: 7200 } }
    }
    if (url.searchParams.get('access_token') !== access) return said(40001, 'invalid credential')
    if (url.pathname === '/cgi-bin/media/get') {
      const found = media.get(url.searchParams.get('media_id') ?? '')
      return found ? { status: 200, body: found, type: 'image/jpeg' } : said(40007, 'invalid media_id')
    }
    if (url.pathname === '/wxaapi/comment/mpcommentlist/get') {
      const offset = Number(url.searchParams.get('offset'))
      const limit = Number(url.searchParams.get('limit'))
      return said(0, 'ok', { commentList: reviews.slice(offset, offset + limit), total: reviews.length })
    }
    calls.push({ path: url.pathname, body: sent })
    return said(0, 'ok')
  })

  /** A push in secure mode, as JSON. */
  function pushOf(event: object, aesKey = account.aesKey) {
    const text = JSON.stringify({ ToUserName: 'gh_1', FromUserName: 'oUser', MsgType: 'event', ...event })
    const key = Buffer.from(`${aesKey}=`, 'base64')
    const length = Buffer.alloc(4)
    length.writeUInt32BE(Buffer.byteLength(text))
    const frame = Buffer.concat([randomBytes(16), length, Buffer.from(text), Buffer.from(account.appId)])
    const pad = BLOCK - (frame.length % BLOCK)
    const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
    const padded = Buffer.concat([frame, Buffer.alloc(pad, pad)])
    const sealed = Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64')
    const timestamp = String(Math.floor(now().getTime() / 1000))
    const nonce = randomBytes(4).toString('hex')
    const sign = (...parts: string[]) => createHash('sha1').update(parts.sort().join('')).digest('hex')
    const query = new URLSearchParams({
      timestamp,
      nonce,
      signature: sign(account.token, timestamp, nonce),
      encrypt_type: 'aes',
      msg_signature: sign(account.token, timestamp, nonce, sealed),
    })
    return { query: query.toString(), body: JSON.stringify({ ToUserName: 'gh_1', Encrypt: sealed }) }
  }

  function complaintOf(id: string, status: number, words: string, more: object = {}) {
    const at = Math.floor(now().getTime() / 1000)
    return {
      CreateTime: at,
      Event: 'complaint_callback',
      BussiCallBackInfo: {
        appid: account.appId,
        option_type: 1,
        complaint_order_id: id,
        status,
        create_time: at,
        expire_time: at + 48 * 3600,
        type: 1,
        order_id: `MO${id}`,
        out_trade_no: `MP${id}`,
        phone_number: '13900001111',
        open_id: 'oUser',
        customer_material_content: words,
        customer_material_media_id_list: [],
        total_cost: 2600,
        product_name: '杨枝甘露',
        ...more,
      },
    }
  }
  return {
    ...service,
    account,
    reviews,
    media,
    calls,
    next,
    pushOf,
    complaintOf,
    tokensMade: () => made,
    endToken: () => {
      access = 'ended'
    },
  }
}

const said = (errcode: number, errmsg: string, more: object = {}): Answer => ({
  status: 200,
  body: { errcode, errmsg, ...more },
})
