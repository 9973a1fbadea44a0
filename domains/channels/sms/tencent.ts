import { createRequire } from 'node:module'
import type Sdk from 'tencentcloud-sdk-nodejs-sms'
import { ChannelFault } from '../connect/channel-fault.ts'
import { secondsLeft } from './limits.ts'
import { type Phone, readPhone } from './phone.ts'
import type { SmsSettings } from './settings.ts'
import type { Vendor } from './vendor.ts'

const HOST = 'https://sms.tencentcloudapi.com'
const PAGE = 100
const DAY_S = 86_400
const load = createRequire(import.meta.url)

/** Tencent Cloud SMS by its own SDK (signature TC3-HMAC-SHA256). Source: integrations.md §6. */
export function tencent(settings: SmsSettings, now: () => Date): Vendor {
  const client = signedIn(settings, settings.endpoint || HOST)
  const { appId } = settings
  return {
    send: async ({ id, phone, template, params }) => {
      const { SendStatusSet = [] } = await asking(now, () =>
        client.SendSms({
          PhoneNumberSet: [e164(phone)],
          SmsSdkAppId: appId,
          SignName: settings.signName,
          TemplateId: template,
          TemplateParamSet: params.map((p) => p.value),
          SessionContext: id,
        }),
      )
      const [status] = SendStatusSet
      if (status?.Code !== 'Ok') throw tencentFault(status?.Code, status?.Message, now())
      return status.SerialNo ?? id
    },
    fates: async (phone, day) => {
      const from = Math.floor((day.getTime() / 1000 + 8 * 3600) / DAY_S) * DAY_S - 8 * 3600
      const { PullSmsSendStatusSet = [] } = await asking(now, () =>
        client.PullSmsSendStatusByPhoneNumber({
          BeginTime: from,
          EndTime: from + 2 * DAY_S,
          Offset: 0,
          Limit: PAGE,
          PhoneNumber: e164(phone),
          SmsSdkAppId: appId,
        }),
      )
      return PullSmsSendStatusSet.map((s) => ({
        ourId: s.SessionContext ?? '',
        externalId: s.SerialNo ?? '',
        state: s.ReportStatus === 'SUCCESS' ? 'delivered' : s.ReportStatus === 'FAIL' ? 'failed' : 'waiting',
        problem: s.ReportStatus === 'FAIL' ? tencentProblem(s.Description ?? '') : '',
        at: s.UserReceiveTime ? new Date(s.UserReceiveTime * 1000) : null,
      }))
    },
    templateState: async (code) => {
      const { DescribeTemplateStatusSet = [] } = await asking(now, () =>
        client.DescribeSmsTemplateList({ TemplateIdSet: [Number(code)], International: 0 }),
      )
      const [found] = DescribeTemplateStatusSet
      if (!found) return 'unknown'
      return found.StatusCode === 0 ? 'approved' : found.StatusCode === 1 ? 'waiting' : 'refused'
    },
    replies: async () => {
      if (!settings.pullReplies) return []
      const { PullSmsReplyStatusSet = [] } = await asking(now, () =>
        client.PullSmsReplyStatus({ Limit: PAGE, SmsSdkAppId: appId }),
      )
      return PullSmsReplyStatusSet.flatMap((r) => {
        const phone = readPhone(r.SubscriberNumber ?? r.PhoneNumber ?? '', r.CountryCode ?? '')
        const at = r.ReplyTime ? new Date(r.ReplyTime * 1000) : null
        return phone ? [{ phone, text: r.ReplyContent ?? '', at, key: `${r.ReplyTime ?? ''}` }] : []
      })
    },
  }
}

/** What the SDK calls this account by, at the address of one of its products. */
export function signedIn(
  { accessKeyId, accessKeySecret, region, timeoutMs }: SmsSettings,
  address: string,
): InstanceType<typeof Sdk.sms.v20210111.Client> {
  const { sms } = load('tencentcloud-sdk-nodejs-sms') as typeof Sdk
  const { protocol, host } = new URL(address)
  return new sms.v20210111.Client({
    credential: { secretId: accessKeyId, secretKey: accessKeySecret },
    region,
    profile: { httpProfile: { endpoint: host, protocol: `${protocol}//`, reqTimeout: timeoutMs / 1000 } },
  })
}

/** With plus and country. */
export const e164 = ({ country, national }: Phone) => `+${country}${national}`

/** The SDK's errors in our words. */
export async function asking<T>(now: () => Date, call: () => Promise<T>, faultOf = tencentFault): Promise<T> {
  try {
    return await call()
  } catch (cause) {
    const { code, httpCode, message } = cause as { code?: string; httpCode?: number; message?: string }
    if (code) throw faultOf(code, message, now())
    if (httpCode)
      throw new ChannelFault(httpCode === 429 ? 'quota' : 'broken', {
        again: true,
        afterS: httpCode === 429 ? 5 : undefined,
        data: { status: httpCode },
        side: httpCode === 429 ? 'message' : 'channel',
        cause,
      })
    const timedOut = /timeout/i.test(message ?? '')
    throw new ChannelFault(timedOut ? 'timedOut' : 'unreachable', { again: true, side: 'channel', cause })
  }
}

const WAIT_S = 300

/** Source: Tencent Cloud's list of SMS error codes; limits per number are set in its console. */
export function tencentFault(code = '', message = '', at: Date): ChannelFault {
  const config = (name: string) =>
    new ChannelFault(name, { again: true, afterS: WAIT_S, side: 'channel', data: { code, message } })
  const own = (name: string) => new ChannelFault(name, { data: { code, message } })
  if (/LimitExceeded/.test(code)) {
    const afterS = /ThirtySecond/.test(code)
      ? 31
      : /OneHour/.test(code)
        ? secondsLeft(at, 3600)
        : /Daily/.test(code)
          ? secondsLeft(at, DAY_S)
          : 5
    return new ChannelFault('quota', { again: true, afterS, data: { code, message } })
  }
  if (code === 'AuthFailure.SignatureExpire') return config('clock')
  if (code === 'AuthFailure.UnauthorizedOperation' || code.startsWith('UnauthorizedOperation.SdkAppId'))
    return config('permission')
  if (code.startsWith('AuthFailure')) return config('credentials')
  if (/RequestIpNotInWhitelist/.test(code)) return config('ipNotAllowed')
  if (/InsufficientBalance/.test(code)) return config('noBalance')
  if (/Signature|SignName/.test(code)) return config('signature')
  if (/Template/.test(code)) return config('template')
  if (/PhoneNumberInBlacklist/.test(code)) return own('optedOut')
  if (/IncorrectPhoneNumber|PhoneNumberFormat/.test(code)) return own('badNumber')
  if (/SensitiveWord|ContentLength|ParameterEmoji|MarketingSendTime/.test(code)) return own('wordsRefused')
  if (/^InternalError/.test(code)) return new ChannelFault('broken', { again: true, data: { code } })
  return own('vendorRefused')
}

/** Why a carrier did not deliver. */
export function tencentProblem(text: string): string {
  if (/空号|不存在|NOT_EXIST/i.test(text)) return 'smsNoSuchNumber'
  if (/关机|停机|不在服务区|OFF/i.test(text)) return 'smsSwitchedOff'
  if (/黑名单|拦截|拒收|BLACK|REJECT/i.test(text)) return 'smsBlocked'
  return 'smsNotDelivered'
}
