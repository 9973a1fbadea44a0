import { ChannelFault } from '../connect/channel-fault.ts'
import type { Tools } from '../connect/connector.ts'
import { fieldsOf, numberOf, textOf } from '../platforms/lossless-json.ts'
import { needsHand, paced, readAnswer, throttled } from '../platforms/platform-answer.ts'
import type { Settings } from './settings.ts'
import { directSig } from './sign.ts'

/**
 * One call with the brand's own application; returns `data`.
 * Errors: quota, signatureRefused, appUnknown, noPermission, shopUnknown, orderUnknown, alreadyAnswered, forbiddenWords, tokenExpired, refused.
 */
export async function callDirect(
  tools: Tools<Settings>,
  method: 'GET' | 'POST',
  path: string,
  values: Record<string, string>,
): Promise<unknown> {
  const { settings, ctx } = tools
  if (!(await tools.take('api', settings.perMinute, 60))) throw paced()
  const url = `${settings.base.replace(/\/$/, '')}/api/v1${path}`
  const system: Record<string, string> = {
    app_id: settings.appId,
    timestamp: String(Math.floor(ctx.now().getTime() / 1000)),
    ...(settings.accessToken ? { access_token: settings.accessToken } : {}),
  }
  const { timeoutMs } = settings
  const query = { ...system, sig: directSig(url, { ...system, ...values }, settings.secret) }
  const asked =
    method === 'GET'
      ? tools.http(`${url}?${new URLSearchParams({ ...query, ...values })}`, { timeoutMs })
      : tools.http(`${url}?${new URLSearchParams(query)}`, {
          method,
          timeoutMs,
          body: new URLSearchParams(values),
        })
  const answer = await readAnswer(await asked)
  const error = fieldsOf(answer).error
  if (error) throw faultOf(numberOf(error, 'code') ?? 0, textOf(error, 'msg', 'message'), values)
  return fieldsOf(answer).data
}

/** The platform's codes as ours (integrations §4.1). */
function faultOf(code: number, said: string, values: Record<string, string>): ChannelFault {
  const data = { said, shop: values.app_poi_code }
  switch (code) {
    case 700:
      return new ChannelFault('broken', { again: true, data, side: 'channel' })
    case 702:
      return needsHand('appUnknown', data)
    case 703:
      return needsHand('signatureRefused', data)
    case 704:
      return needsHand('noPermission', data)
    case 711:
      return throttled(60, data)
    case 803:
      return new ChannelFault('shopUnknown', { data })
    case 806:
      return new ChannelFault('orderUnknown', { data })
    case 1031:
      return new ChannelFault('forbiddenWords', { data })
    case 4001:
      return needsHand('tokenExpired', data)
    default:
      return new ChannelFault(/已.*回复|重复/.test(said) ? 'alreadyAnswered' : 'refused', {
        data: { ...data, code },
      })
  }
}
