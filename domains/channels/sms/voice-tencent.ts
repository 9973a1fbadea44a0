import { ChannelFault } from '../connect/channel-fault.ts'
import type { SmsSettings } from './settings.ts'
import { asking, e164, signedIn, tencentFault } from './tencent.ts'
import { PLAY_TIMES, type VoiceVendor } from './voice.ts'

const HOST = 'https://vms.tencentcloudapi.com'
const VERSION = '2020-09-02'

/** Tencent Cloud's voice service: the same account and signature as for text messages. The SDK's client is the same for all products but for address and version. */
export function tencentVoice(settings: SmsSettings, now: () => Date): VoiceVendor {
  const client = signedIn(settings, settings.voiceEndpoint || HOST)
  client.apiVersion = settings.voiceVersion || VERSION
  return async ({ id, phone, template, params }) => {
    const request = {
      TemplateId: template,
      CalledNumber: e164(phone),
      VoiceSdkAppid: settings.voiceAppId,
      TemplateParamSet: params.map((p) => p.value),
      PlayTimes: PLAY_TIMES,
      SessionContext: id,
    }
    await asking(now, () => client.request('SendTtsVoice', request), voiceFault)
  }
}

/** Faults that only calls have; the others are those of text messages. */
function voiceFault(code = '', message = '', at: Date): ChannelFault {
  const data = { code, message }
  if (/CalledNumber/.test(code)) return new ChannelFault('badNumber', { data })
  if (/VoiceSdkAppid|SdkAppid/.test(code)) return new ChannelFault('permission', { data })
  return tencentFault(code, message, at)
}
