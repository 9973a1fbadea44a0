import { randomBytes } from 'node:crypto'
import { countLately } from './lately.ts'
import { openService } from './simulated-http.ts'

export type WecomOptions = { key: string; corpId: string; secret: string; agentId: number; users: string[] }
type Text = { content: string; mentioned_list: string[]; mentioned_mobile_list: string[] }
type Card = { title: string; description: string; url: string }
const TOKEN_LIFE_S = 7200
const MOST_BYTES = 2048

/** WeCom's group robot and application messages (integrations.md §2): codes, limits, the token that dies, `invaliduser` beside errcode 0. */
export async function openWecom(options: WecomOptions, now: () => Date) {
  const said: Text[] = []
  const cards: { to: string; card: Card }[] = []
  const tokens = new Map<string, number>()
  const sent: number[] = []
  const state = { tokensGiven: 0, broken: 0, silent: false }
  const answer = (errcode: number, errmsg: string, more: object = {}) => ({
    status: 200,
    body: { errcode, errmsg, ...more },
  })

  function robot(url: URL, body: string) {
    if (url.searchParams.get('key') !== options.key)
      return answer(93000, 'invalid webhook url, hint: [1700000000]')
    if (countLately(sent, now().getTime(), 60_000) > 20) return answer(45009, 'api freq out of limit')
    const message = parse(body) as { msgtype?: string; text?: Text } | null
    if (message?.msgtype !== 'text' || !message.text?.content) return answer(44004, 'text content is empty')
    if (Buffer.byteLength(message.text.content) > MOST_BYTES)
      return answer(40058, 'text.content exceed max length 2048')
    said.push(message.text)
    return answer(0, 'ok')
  }
  function giveToken(url: URL) {
    if (url.searchParams.get('corpid') !== options.corpId) return answer(40013, 'invalid corpid')
    if (url.searchParams.get('corpsecret') !== options.secret) return answer(40001, 'invalid credential')
    state.tokensGiven += 1
    const token = randomBytes(16).toString('hex')
    tokens.set(token, now().getTime() + TOKEN_LIFE_S * 1000)
    return answer(0, 'ok', { access_token: token, expires_in: TOKEN_LIFE_S })
  }
  function application(url: URL, body: string) {
    const until = tokens.get(url.searchParams.get('access_token') ?? '')
    if (until === undefined) return answer(40014, 'invalid access_token')
    if (until <= now().getTime()) return answer(42001, 'access_token expired')
    const message = parse(body) as { touser: string; agentid: number; textcard: Card } | null
    if (!message?.textcard?.title || !message.textcard.url) return answer(41016, 'missing title')
    if (message.agentid !== options.agentId)
      return answer(301002, 'not allow operate another agent with this accesstoken')
    const asked = message.touser.split('|')
    const known = asked.filter((user) => options.users.includes(user))
    const invalid = asked.filter((user) => !options.users.includes(user)).join('|')
    if (!known.length && asked.length > 1) return answer(81013, 'user & party & tag all invalid')
    for (const user of known) cards.push({ to: user, card: message.textcard })
    return answer(0, 'ok', {
      invaliduser: invalid,
      invalidparty: '',
      invalidtag: '',
      msgid: randomBytes(8).toString('hex'),
    })
  }

  const service = await openService(async (request, body) => {
    const url = new URL(request.url ?? '/', 'http://wecom')
    if (state.silent) return 'silent'
    if (state.broken > 0) {
      state.broken -= 1
      return { status: 502, body: 'Bad Gateway', type: 'text/html' }
    }
    if (url.pathname === '/cgi-bin/webhook/send' && request.method === 'POST') return robot(url, body)
    if (url.pathname === '/cgi-bin/gettoken') return giveToken(url)
    if (url.pathname === '/cgi-bin/message/send' && request.method === 'POST') return application(url, body)
    return { status: 404, body: '' }
  })
  return {
    ...service,
    robotAddress: `${service.url}/cgi-bin/webhook/send?key=${options.key}`,
    said,
    cards,
    state,
    /** Tokens that were given are worth nothing any more, as after a new secret. */
    dropTokens: () => tokens.clear(),
  }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
