import { ChannelFault } from '../connect/channel-fault.ts'
import type { Tools } from '../connect/connector.ts'
import { fieldsOf, numberOf, textOf } from '../platforms/lossless-json.ts'
import { needsHand, paced, readAnswer, throttled } from '../platforms/platform-answer.ts'
import { type FreshToken, refreshedToken } from '../platforms/refreshed-token.ts'
import type { Settings } from './settings.ts'
import { gatewaySign } from './sign.ts'

const MONTH_S = 30 * 86_400

/**
 * One call through the developer gateway with the shop's own token, which is renewed once when the gateway refuses it; returns `data`.
 * Errors: shopNotAuthorised, and those of `faultOf`.
 */
export async function callGateway(
  tools: Tools<Settings>,
  path: string,
  shop: string,
  biz: Record<string, unknown>,
): Promise<unknown> {
  const { settings } = tools
  if (!(await tools.take('api', settings.perMinute, 60))) throw paced()
  const ask = async (token: string) =>
    readAnswer(
      await post(tools, path, {
        biz: JSON.stringify(biz),
        appAuthToken: token,
        businessId: settings.businessId,
      }),
    )
  const token = await tokenOf(tools, shop)
  let answer = await ask(token)
  if (isTokenFault(answer)) {
    const fresh = await tokenOf(tools, shop, token)
    if (fresh !== token) answer = await ask(fresh)
  }
  return dataOf(answer, shop)
}

function post(tools: Tools<Settings>, path: string, values: Record<string, string>): Promise<Response> {
  const { settings, ctx } = tools
  const all: Record<string, string> = {
    ...values,
    developerId: settings.developerId,
    timestamp: String(Math.floor(ctx.now().getTime() / 1000)),
    charset: 'UTF-8',
    version: '2',
  }
  const body = new URLSearchParams({ ...all, sign: gatewaySign(all, settings.signKey) })
  return tools.http(`${settings.gatewayBase.replace(/\/$/, '')}${path}`, {
    method: 'POST',
    body,
    timeoutMs: settings.timeoutMs,
  })
}

/** The token of a shop: as it was given, or the newest that its refresh token has brought. Errors: shopNotAuthorised. */
async function tokenOf(tools: Tools<Settings>, shop: string, stale?: string): Promise<string> {
  const entry = tools.settings.shopTokens
    .split(/[\s,，;；]+/)
    .map((one) => one.split(/=(.*)/s))
    .find(([name]) => name === shop)?.[1]
  const [token = '', refresh = ''] = (entry ?? '').split('|')
  if (!token && !refresh) throw new ChannelFault('shopNotAuthorised', { data: { shop } })
  if (!refresh) return token
  return refreshedToken(tools, `shop:${shop}`, refresh, (r) => exchange(tools, shop, r), stale)
}

async function exchange(tools: Tools<Settings>, shop: string, refreshToken: string): Promise<FreshToken> {
  const { businessId } = tools.settings
  const answer = await readAnswer(await post(tools, '/oauth/refresh', { businessId, refreshToken }))
  const data = dataOf(answer, shop)
  const token = textOf(data, 'accessToken', 'appAuthToken')
  if (!token) throw needsHand('tokenExpired', { shop })
  return {
    token,
    expiresInS: numberOf(data, 'expireIn', 'expiresIn') ?? MONTH_S,
    refresh: textOf(data, 'refreshToken'),
  }
}

const isTokenFault = (answer: unknown): boolean => /TOKEN|AUTH_EXPIRE/i.test(textOf(answer, 'code'))

/** Errors by the gateway's code in words: the list is not public, so it is read by its parts (check with a real account). */
function dataOf(answer: unknown, shop: string): unknown {
  const code = textOf(answer, 'code')
  const data = { code, said: textOf(answer, 'msg', 'message'), shop }
  if (code === 'OP_SUCCESS') return fieldsOf(answer).data
  if (isTokenFault(answer)) throw new ChannelFault('tokenExpired', { data })
  if (/LIMIT|FREQ|THROTTL/i.test(code)) throw throttled(60, data)
  if (/SIGN/i.test(code)) throw needsHand('signatureRefused', data)
  if (/PERMISSION|FORBID/i.test(code)) throw needsHand('noPermission', data)
  if (/SYSTEM|INTERNAL/i.test(code)) throw new ChannelFault('broken', { again: true, data, side: 'channel' })
  if (/已.*回复|重复/.test(data.said)) throw new ChannelFault('alreadyAnswered', { data })
  throw new ChannelFault('refused', { data })
}
