import { DateTime } from 'luxon'
import { ChannelFault } from '../connect/channel-fault.ts'
import type { Tools } from '../connect/connector.ts'
import { fieldsOf, numberOf, textOf } from '../platforms/lossless-json.ts'
import { needsHand, paced, readAnswer, throttled } from '../platforms/platform-answer.ts'
import { type FreshToken, refreshedToken } from '../platforms/refreshed-token.ts'
import { md5, sortedPairs } from '../platforms/signatures.ts'
import type { Settings } from './settings.ts'

const MONTH_S = 30 * 86_400

/** Lower MD5 of the secret, sorted names and values without empty ones, and the secret (published string reproduced). */
export function dianpingSign(values: Record<string, string>, secret: string): string {
  const pairs = sortedPairs(values, 'sign').filter(([, v]) => v !== '')
  return md5(secret + pairs.map(([k, v]) => k + v).join('') + secret)
}

/**
 * One call with the session of the account; it is renewed once when the platform refuses it. Returns `data`.
 * Errors: quota, tokenExpired, signatureRefused, noPermission, shopUnknown, refused.
 */
export async function callDianping(
  tools: Tools<Settings>,
  path: string,
  values: Record<string, string>,
): Promise<unknown> {
  if (!(await tools.take('api', tools.settings.perMinute, 60))) throw paced()
  const session = await sessionOf(tools)
  let answer = await ask(tools, path, values, session)
  if (isSessionFault(answer)) answer = await ask(tools, path, values, await sessionOf(tools, session))
  if (textOf(answer, 'code') !== '200') throw faultOf(answer)
  return fieldsOf(answer).data
}

async function ask(
  { settings, ctx, http }: Tools<Settings>,
  path: string,
  values: Record<string, string>,
  session: string,
): Promise<unknown> {
  const all: Record<string, string> = {
    app_key: settings.appKey,
    session,
    timestamp: DateTime.fromJSDate(ctx.now(), { zone: 'Asia/Shanghai' }).toFormat('yyyy-LL-dd HH:mm:ss'),
    format: 'json',
    v: '1',
    sign_method: 'MD5',
    ...values,
  }
  const signed = settings.foldNames
    ? Object.fromEntries(Object.entries(all).map(([k, v]) => [k.toLowerCase(), v]))
    : all
  const body = new URLSearchParams({ ...all, sign: dianpingSign(signed, settings.secret) })
  return readAnswer(
    await http(`${settings.base.replace(/\/$/, '')}${path}`, {
      method: 'POST',
      body,
      timeoutMs: settings.timeoutMs,
    }),
  )
}

export function sessionOf(tools: Tools<Settings>, stale?: string): Promise<string> {
  return refreshedToken(tools, 'session', tools.settings.refreshToken, (r) => exchange(tools, r), stale)
}

async function exchange({ settings, http }: Tools<Settings>, refresh: string): Promise<FreshToken> {
  const body = new URLSearchParams({
    app_key: settings.appKey,
    app_secret: settings.secret,
    grant_type: 'refresh_token',
    refresh_token: refresh,
  })
  const url = `${settings.base.replace(/\/$/, '')}/oauth/token`
  const answer = await readAnswer(await http(url, { method: 'POST', body, timeoutMs: settings.timeoutMs }))
  const token = textOf(answer, 'access_token')
  if (!token) {
    const fault = faultOf(answer)
    throw fault.code === 'refused' ? needsHand('tokenExpired', fault.data) : fault
  }
  return {
    token,
    expiresInS: numberOf(answer, 'expires_in') ?? MONTH_S,
    refresh: textOf(answer, 'refresh_token'),
  }
}

const saidIn = (answer: unknown): string => textOf(answer, 'msg', 'message')
const isSessionFault = (answer: unknown): boolean => /session|授权.*(过期|失效)/i.test(saidIn(answer))

/** The list of codes is not public: they are read by their words (check). */
function faultOf(answer: unknown): ChannelFault {
  const said = saidIn(answer)
  const data = { code: textOf(answer, 'code'), said }
  if (/频|限流|too many|limit/i.test(said)) return throttled(60, data)
  if (/sign|签名|secret|密钥/i.test(said)) return needsHand('signatureRefused', data)
  if (isSessionFault(answer)) return needsHand('tokenExpired', data)
  if (/权限|permission/i.test(said)) return needsHand('noPermission', data)
  if (/门店|shop/i.test(said)) return new ChannelFault('shopUnknown', { data })
  if (/^5|^-/.test(data.code)) return new ChannelFault('broken', { again: true, data, side: 'channel' })
  return new ChannelFault('refused', { data })
}
