import type { Ctx } from '#platform/context'
import { type FreshToken, renewOnce } from '#platform/jobs/renew-once'
import { callJson, withinBytes } from '../send/call-json.ts'
import { asSendFault, SendFault } from '../send/send-fault.ts'
import type { PersonMeans } from './person-message.ts'
import { findSender, type SenderRow } from './sender-data.ts'
import { keptSenderToken } from './sender-token-data.ts'

export type WecomSettings = { corpId: string; agentId: string; base: string }
const TOKEN_REFUSED = [40001, 40014, 42001]
const REPEAT_S = 1800

/** Sends a card by the company's own application. Source: integrations.md §2.2. */
export const sendByWecom: PersonMeans = async (ctx, { addresses }, message) => {
  const row = await ctx.transaction((tx) => findSender(tx, 'wecom'))
  if (!row?.on) throw new SendFault('meansOff')
  if (!addresses.wecomUser) throw new SendFault('noAddress')
  const { agentId } = row.settings as WecomSettings
  const answer = await callWithToken(ctx, '/cgi-bin/message/send', {
    touser: addresses.wecomUser,
    msgtype: 'textcard',
    agentid: Number(agentId),
    textcard: {
      title: withinBytes(message.title, 128),
      description: withinBytes(message.body || message.title, 512),
      url: message.url,
    },
    safe: 0,
    // A repeat of the same message within half an hour is not shown twice.
    enable_duplicate_check: 1,
    duplicate_check_interval: REPEAT_S,
  })
  // The answer may be 0 although nobody got it.
  const unknown = String(answer.invaliduser ?? '')
  if (unknown.split('|').includes(addresses.wecomUser))
    throw new SendFault('personUnknown', { data: { user: unknown } })
}

/** Asks for a token only: whether the application may be used at all. */
export async function checkWecom(ctx: Ctx): Promise<void> {
  const token = await takeToken(ctx)
  await takeToken(ctx, token)
}

async function callWithToken(ctx: Ctx, path: string, body: object): Promise<Record<string, unknown>> {
  const ask = async (token: string) => {
    const row = await ctx.transaction((tx) => findSender(tx, 'wecom'))
    const { base } = row!.settings as WecomSettings
    return callJson(`${base}${path}?access_token=${encodeURIComponent(token)}`, body)
  }
  const token = await takeToken(ctx)
  let answer = await ask(token)
  if (TOKEN_REFUSED.includes(Number(answer.errcode))) answer = await ask(await takeToken(ctx, token))
  if (answer.errcode !== 0) throw faultOf(Number(answer.errcode), String(answer.errmsg ?? ''))
  return answer
}

/** The token of the application, renewed by one process for all; `stale` is one that was just refused. Errors: SendFault. */
function takeToken(ctx: Ctx, stale?: string): Promise<string> {
  return renewOnce({
    now: ctx.now,
    store: keptSenderToken(ctx, 'wecom'),
    renew: async () => {
      const row = await ctx.transaction((tx) => findSender(tx, 'wecom'))
      if (!row) throw new SendFault('meansOff')
      return askForToken(ctx, row)
    },
    stale,
    pack: (error) => {
      const { code, again, afterS, data } = asSendFault(error)
      return { code, again, afterS, data }
    },
    unpack: (problem) => {
      const { code, afterS, ...more } = problem as SendFault
      return new SendFault(code, { ...more, afterS: afterS ?? undefined })
    },
    tooLong: () => new SendFault('timedOut', { again: true }),
  })
}

async function askForToken(ctx: Ctx, row: SenderRow): Promise<FreshToken> {
  const { corpId, base } = row.settings as WecomSettings
  const secret = ctx.keys.open(row.brand_id, row.secrets_enc)
  const query = new URLSearchParams({ corpid: corpId, corpsecret: secret })
  const answer = await callJson(`${base}/cgi-bin/gettoken?${query}`)
  if (answer.errcode !== 0) throw faultOf(Number(answer.errcode), String(answer.errmsg ?? ''), 'wecomSecret')
  return { token: String(answer.access_token), expiresInS: Number(answer.expires_in ?? 7200) }
}

/** Codes of WeCom's global table. 40001 means a wrong secret when a token is asked for. */
function faultOf(code: number, words: string, invalid = 'refused'): SendFault {
  const data = { code, words: words.slice(0, 200) }
  if (code === 45009 || code === 45033) return new SendFault('quota', { again: true, afterS: 60, data })
  if (code === -1) return new SendFault('broken', { again: true, data })
  if (code === 40013) return new SendFault('wecomCorp', { data })
  if (code === 40001 || code === 40091) return new SendFault(invalid, { data })
  if (code === 40056 || code === 301002) return new SendFault('wecomAgent', { data })
  if (code === 60020) return new SendFault('ipRefused', { data })
  if (code === 81013 || code === 60111) return new SendFault('personUnknown', { data })
  if (code === 60011) return new SendFault('wecomReach', { data })
  return new SendFault('refused', { data })
}
