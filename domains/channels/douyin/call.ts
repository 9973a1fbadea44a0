import { ChannelFault } from '../connect/channel-fault.ts'
import type { Tools } from '../connect/connector.ts'
import { fieldsOf, numberOf, textOf } from '../platforms/lossless-json.ts'
import { needsHand, paced, readAnswer, throttled } from '../platforms/platform-answer.ts'
import { type FreshToken, refreshedToken } from '../platforms/refreshed-token.ts'
import type { Settings } from './settings.ts'

const FORTNIGHT_S = 15 * 86_400
/** Codes of the platform: the token is wrong, has ended, or belongs to nobody any more. */
const TOKEN_CODES = [10008, 2190002, 2190008]
const REFRESH_CODES = [10010, 10020, 2190009]
const PERMISSION_CODES = [2190003, 2190004, 2100007]
const QUOTA_CODES = [2100001, 2119002, 28001007]

type Request = { method: 'GET' | 'POST'; path: string; query?: Record<string, string>; json?: object }

/**
 * One call for the account that authorised us; the token is renewed once when the platform refuses it. Returns `data`.
 * Errors: notAuthorised without a refresh token, tokenExpired, noPermission, quota, refused.
 */
export async function callDouyin(tools: Tools<Settings>, request: Request): Promise<unknown> {
  if (!tools.settings.refreshToken || !tools.settings.openId) throw needsHand('notAuthorised')
  if (!(await tools.take('api', tools.settings.perMinute, 60))) throw paced()
  const token = await tokenOf(tools)
  let data = await ask(tools, request, token)
  if (TOKEN_CODES.includes(codeOf(data))) data = await ask(tools, request, await tokenOf(tools, token))
  const code = codeOf(data)
  if (code) throw faultOf(code, textOf(data, 'description'))
  return data
}

/** Ids hold signs like @ and =, so queries are always encoded. */
async function ask(
  { settings, http }: Tools<Settings>,
  { method, path, query = {}, json }: Request,
  token: string,
): Promise<unknown> {
  const all = new URLSearchParams({ open_id: settings.openId, ...query })
  const url = `${settings.base.replace(/\/$/, '')}${path}?${all}`
  const headers = { 'access-token': token, 'content-type': 'application/json' }
  const body = json ? JSON.stringify(json) : undefined
  return fieldsOf(
    await readAnswer(
      await http(url, { method, headers, timeoutMs: settings.timeoutMs, ...(body ? { body } : {}) }),
    ),
  ).data
}

export function tokenOf(tools: Tools<Settings>, stale?: string): Promise<string> {
  return refreshedToken(tools, 'access', tools.settings.refreshToken, (r) => exchange(tools, r), stale)
}

async function exchange({ settings, http }: Tools<Settings>, refresh: string): Promise<FreshToken> {
  const body = new URLSearchParams({
    client_key: settings.clientKey,
    grant_type: 'refresh_token',
    refresh_token: refresh,
  })
  const url = `${settings.base.replace(/\/$/, '')}/oauth/refresh_token/`
  const data = fieldsOf(
    await readAnswer(await http(url, { method: 'POST', body, timeoutMs: settings.timeoutMs })),
  ).data
  const token = textOf(data, 'access_token')
  if (!token) throw faultOf(codeOf(data) || 10010, textOf(data, 'description'))
  return {
    token,
    expiresInS: numberOf(data, 'expires_in') ?? FORTNIGHT_S,
    refresh: textOf(data, 'refresh_token'),
  }
}

const codeOf = (data: unknown): number => numberOf(data, 'error_code') ?? 0

function faultOf(code: number, said: string): ChannelFault {
  const data = { code, said }
  if (QUOTA_CODES.includes(code)) return throttled(300, data)
  if ([...TOKEN_CODES, ...REFRESH_CODES].includes(code)) return needsHand('tokenExpired', data)
  if (PERMISSION_CODES.includes(code)) return needsHand('noPermission', data)
  if (/违规|敏感|违禁/.test(said)) return new ChannelFault('forbiddenWords', { data })
  if (/系统|内部/.test(said)) return new ChannelFault('broken', { again: true, data, side: 'channel' })
  return new ChannelFault('refused', { data })
}
