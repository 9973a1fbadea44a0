import { createRequire } from 'node:module'
import type Dysms from '@alicloud/dysmsapi20170525'
import type { $OpenApiUtil } from '@alicloud/openapi-core'
import { ChannelFault } from '../connect/channel-fault.ts'
import { secondsLeft, shanghaiDay, shanghaiTime } from './limits.ts'
import type { Phone } from './phone.ts'
import type { SmsSettings } from './settings.ts'
import type { Fate, Vendor } from './vendor.ts'

const HOST = 'https://dysmsapi.aliyuncs.com'
const PAGE = 50
const load = createRequire(import.meta.url)

type Client = InstanceType<typeof Dysms.default>

/** Aliyun Dysms by its own SDK (signature ACS3-HMAC-SHA256). Source: integrations.md §6. */
export function aliyun(settings: SmsSettings, now: () => Date): Vendor {
  const sdk = load('@alicloud/dysmsapi20170525') as typeof Dysms
  const client = new sdk.default(accountAt(settings.endpoint || HOST, settings))
  return {
    send: async ({ id, phone, template, params }) => {
      const request = new sdk.SendSmsRequest({
        phoneNumbers: numberOf(phone),
        signName: settings.signName,
        templateCode: template,
        templateParam: JSON.stringify(Object.fromEntries(params.map((p) => [p.name, p.value]))),
        outId: id,
      })
      const { body } = await asking(() => client.sendSms(request))
      if (body?.code !== 'OK') throw aliyunFault(body?.code, body?.message, now())
      return id
    },
    fates: (phone, day) => fatesOf(sdk, client, phone, day, now),
    templateState: async (code) => {
      const { body } = await asking(() =>
        client.querySmsTemplate(new sdk.QuerySmsTemplateRequest({ templateCode: code })),
      )
      if (body?.code === 'isv.SMS_TEMPLATE_ILLEGAL') return 'unknown'
      if (body?.code !== 'OK') throw aliyunFault(body?.code, body?.message, now())
      return body.templateStatus === 1 ? 'approved' : body.templateStatus === 0 ? 'waiting' : 'refused'
    },
    replies: async () => [],
  }
}

/** The account at this address, as the SDK's clients of all products take it. */
export function accountAt(
  address: string,
  { accessKeyId, accessKeySecret, timeoutMs }: SmsSettings,
): $OpenApiUtil.Config {
  const { protocol, host } = new URL(address)
  const { $OpenApiUtil: api } = load('@alicloud/openapi-core') as { $OpenApiUtil: typeof $OpenApiUtil }
  return new api.Config({
    accessKeyId,
    accessKeySecret,
    endpoint: host,
    protocol: protocol.slice(0, -1),
    connectTimeout: timeoutMs,
    readTimeout: timeoutMs,
  })
}

async function fatesOf(
  sdk: typeof Dysms,
  client: Client,
  phone: Phone,
  day: Date,
  now: () => Date,
): Promise<Fate[]> {
  const request = new sdk.QuerySendDetailsRequest({
    phoneNumber: numberOf(phone),
    sendDate: shanghaiDay(day),
    pageSize: PAGE,
    currentPage: 1,
  })
  const { body } = await asking(() => client.querySendDetails(request))
  if (body?.code !== 'OK') throw aliyunFault(body?.code, body?.message, now())
  return (body.smsSendDetailDTOs?.smsSendDetailDTO ?? []).map((d) => ({
    ourId: d.outId ?? '',
    externalId: d.outId ?? '',
    state: d.sendStatus === 3 ? 'delivered' : d.sendStatus === 2 ? 'failed' : 'waiting',
    problem: d.sendStatus === 2 ? aliyunProblem(d.errCode ?? '') : '',
    at: d.receiveDate ? shanghaiTime(d.receiveDate) : null,
  }))
}

/** As Aliyun dials it: bare at home. */
export const numberOf = ({ country, national }: Phone) =>
  country === '86' ? national : `${country}${national}`

/** The SDK's errors in our words: refused calls carry a code, broken and silent ones do not. */
export async function asking<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (cause) {
    const {
      code = '',
      statusCode,
      name,
      message,
    } = cause as {
      code?: string
      statusCode?: number
      name?: string
      message?: string
    }
    if (statusCode && statusCode >= 500)
      throw new ChannelFault('broken', { again: true, data: { status: statusCode }, side: 'channel', cause })
    if (statusCode && code) throw aliyunFault(code, message, new Date())
    const told = `${name} ${code} ${message}`
    const kind = /timeout/i.test(told) ? 'timedOut' : /\bE[A-Z]{4,}\b/.test(told) ? 'unreachable' : 'broken'
    throw new ChannelFault(kind, { again: true, side: 'channel', cause })
  }
}

const WAIT_S = 300
const KEY_FAULT = /^(InvalidAccessKeyId|SignatureDoesNotMatch|IncompleteSignature|InvalidSecurityToken)/

/** Source: Aliyun's list of Dysms error codes; the flow-control windows are clock windows in UTC+8, the day is rolling. */
export function aliyunFault(code = '', message = '', at: Date): ChannelFault {
  const config = (name: string) =>
    new ChannelFault(name, { again: true, afterS: WAIT_S, side: 'channel', data: { code, message } })
  const own = (name: string) => new ChannelFault(name, { data: { code, message } })
  if (code === 'isv.BUSINESS_LIMIT_CONTROL') {
    const window = message.includes('分钟') ? 60 : message.includes('小时') ? 3600 : 4 * 3600
    return new ChannelFault('quota', { again: true, afterS: secondsLeft(at, window), data: { message } })
  }
  if (/^Throttling/.test(code) || code === 'isv.DAY_LIMIT_CONTROL')
    return new ChannelFault('quota', { again: true, afterS: code === 'isv.DAY_LIMIT_CONTROL' ? 3600 : 5 })
  if (KEY_FAULT.test(code)) return config('credentials')
  if (code.startsWith('InvalidTimeStamp') || code.startsWith('SignatureNonceUsed')) return config('clock')
  if (code === 'isp.RAM_PERMISSION_DENY' || code.startsWith('Forbidden') || code === 'NoPermission')
    return config('permission')
  if (code === 'isv.DENY_IP_RANGE') return config('ipNotAllowed')
  if (code === 'isv.AMOUNT_NOT_ENOUGH' || code === 'isv.OUT_OF_SERVICE') return config('noBalance')
  if (/SIGN(ATURE|_NAME)?_ILLEGAL|SIGN_/.test(code)) return config('signature')
  if (/TEMPLATE/.test(code)) return config('template')
  if (code === 'isv.MOBILE_NUMBER_ILLEGAL' || code === 'isv.MOBILE_COUNT_OVER_LIMIT') return own('badNumber')
  if (/BLACK_KEY|PARAM_NOT_SUPPORT_URL|PARAM_LENGTH_LIMIT|INVALID_PARAMETERS|INVALID_JSON/.test(code))
    return own('wordsRefused')
  if (code === 'isp.SYSTEM_ERROR') return new ChannelFault('broken', { again: true, data: { code } })
  return own('vendorRefused')
}

/** Why a carrier did not deliver. */
export function aliyunProblem(code: string): string {
  if (/NOT_ON_SERVICE|MN:0001|UNKNOWN_NUMBER|PHONE_NOT_EXIST/.test(code)) return 'smsNoSuchNumber'
  if (/TERMINAL|CLOSED|SUSPEND|PAUSE/.test(code)) return 'smsSwitchedOff'
  if (/BLACK|REJECT|FILTER|TD:|GATEWAY/.test(code)) return 'smsBlocked'
  return 'smsNotDelivered'
}
