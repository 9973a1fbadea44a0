import { v7 as uuidv7 } from 'uuid'
import { ChannelFault } from '../connect/channel-fault.ts'
import type { Tools } from '../connect/connector.ts'
import { fieldsOf, numberOf, textOf } from '../platforms/lossless-json.ts'
import { needsHand, paced, readAnswer, throttled } from '../platforms/platform-answer.ts'
import { type FreshToken, refreshedToken } from '../platforms/refreshed-token.ts'
import type { Settings } from './settings.ts'
import { callSignature } from './sign.ts'

const DAY_S = 86_400

/**
 * One call; the token is renewed once when the platform refuses it. Returns `result`.
 * Errors: quota, tokenExpired, signatureRefused, noPermission, shopUnknown, forbiddenWords, alreadyAnswered, refused.
 */
export async function callEleme(
  tools: Tools<Settings>,
  action: string,
  params: Record<string, unknown>,
): Promise<unknown> {
  if (!(await tools.take('api', tools.settings.perMinute, 60))) throw paced()
  const token = await tokenOf(tools)
  let answer = await ask(tools, action, params, token)
  if (isTokenFault(answer)) answer = await ask(tools, action, params, await tokenOf(tools, token))
  const error = fieldsOf(answer).error
  if (error) throw faultOf(error)
  return fieldsOf(answer).result
}

async function ask(
  { settings, ctx, http }: Tools<Settings>,
  action: string,
  params: Record<string, unknown>,
  token: string,
): Promise<unknown> {
  const timestamp = Math.floor(ctx.now().getTime() / 1000)
  const { appKey, secret } = settings
  const body = JSON.stringify({
    nop: '1.0.0',
    id: uuidv7(),
    action,
    token,
    metas: { app_key: appKey, timestamp },
    params,
    signature: callSignature({ action, token, appKey, timestampS: timestamp, params }, secret),
  })
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  return readAnswer(
    await http(`${baseOf(settings)}/api/v1/`, {
      method: 'POST',
      headers,
      body,
      timeoutMs: settings.timeoutMs,
    }),
  )
}

/** The brand's own shops need no consent; a vendor's application renews the consent that was given. */
export function tokenOf(tools: Tools<Settings>, stale?: string): Promise<string> {
  const { refreshToken } = tools.settings
  if (!refreshToken)
    return tools.token('access', () => grant(tools, { grant_type: 'client_credentials' }), stale)
  const renew = (refresh: string) =>
    grant(tools, { grant_type: 'refresh_token', refresh_token: refresh, scope: 'all' })
  return refreshedToken(tools, 'access', refreshToken, renew, stale)
}

async function grant({ settings, http }: Tools<Settings>, form: Record<string, string>): Promise<FreshToken> {
  const { appKey, secret } = settings
  const authorization = `Basic ${Buffer.from(`${appKey}:${secret}`).toString('base64')}`
  const body = new URLSearchParams(form)
  const answer = await readAnswer(
    await http(`${baseOf(settings)}/token`, {
      method: 'POST',
      headers: { authorization },
      body,
      timeoutMs: settings.timeoutMs,
    }),
  )
  const token = textOf(answer, 'access_token')
  const said = textOf(answer, 'error_description', 'error')
  if (!token) {
    const code = textOf(answer, 'error') === 'invalid_client' ? 'signatureRefused' : 'tokenExpired'
    throw needsHand(code, { said })
  }
  return {
    token,
    expiresInS: numberOf(answer, 'expires_in') ?? DAY_S,
    refresh: textOf(answer, 'refresh_token'),
  }
}

const baseOf = ({ base }: Settings): string => base.replace(/\/$/, '')
const isTokenFault = (answer: unknown): boolean =>
  /UNAUTHORIZED|TOKEN/.test(textOf(fieldsOf(answer).error, 'code'))

/** The platform's codes are words (check all but EXCEED_LIMIT). */
function faultOf(error: unknown): ChannelFault {
  const code = textOf(error, 'code')
  const data = { code, said: textOf(error, 'message') }
  if (code === 'EXCEED_LIMIT') return throttled(60, data)
  if (/UNAUTHORIZED|TOKEN/.test(code)) return needsHand('tokenExpired', data)
  if (/SIGNATURE/.test(code)) return needsHand('signatureRefused', data)
  if (/ACCESS_DENIED|PERMISSION/.test(code)) return needsHand('noPermission', data)
  if (/SERVER_ERROR|SYSTEM/.test(code))
    return new ChannelFault('broken', { again: true, data, side: 'channel' })
  if (/SHOP|RESTAURANT/.test(code)) return new ChannelFault('shopUnknown', { data })
  if (/违禁|敏感/.test(data.said)) return new ChannelFault('forbiddenWords', { data })
  if (/已.*回复|重复/.test(data.said)) return new ChannelFault('alreadyAnswered', { data })
  return new ChannelFault('refused', { data })
}
