import { createRequire } from 'node:module'
import type Core from '@alicloud/openapi-core'
import { ChannelFault } from '../connect/channel-fault.ts'
import { accountAt, aliyunFault, asking, numberOf } from './aliyun.ts'
import type { SmsSettings } from './settings.ts'
import { PLAY_TIMES, type VoiceVendor } from './voice.ts'

const HOST = 'https://dyvmsapi.aliyuncs.com'
const VERSION = '2017-05-25'
const load = createRequire(import.meta.url)

/** Aliyun's voice service: the same account and signature as for text messages, by the SDK's own client. Without a number to show, the vendor's own is shown. */
export function aliyunVoice(settings: SmsSettings, now: () => Date): VoiceVendor {
  const { default: Client, $OpenApiUtil: api, OpenApiUtil } = load('@alicloud/openapi-core') as typeof Core
  const client = new Client(accountAt(settings.voiceEndpoint || HOST, settings))
  return async ({ id, phone, template, params }) => {
    const query = OpenApiUtil.query({
      CalledNumber: numberOf(phone),
      ...(settings.voiceNumber ? { CalledShowNumber: settings.voiceNumber } : {}),
      TtsCode: template,
      TtsParam: JSON.stringify(Object.fromEntries(params.map((p) => [p.name, p.value]))),
      PlayTimes: PLAY_TIMES,
      OutId: id,
    })
    const { body } = await asking(() =>
      client.callApi(
        new api.Params({
          action: 'SingleCallByTts',
          version: settings.voiceVersion || VERSION,
          protocol: 'HTTPS',
          pathname: '/',
          method: 'POST',
          authType: 'AK',
          style: 'RPC',
          reqBodyType: 'formData',
          bodyType: 'json',
        }),
        new api.OpenApiRequest({ query }),
        {} as Parameters<typeof client.callApi>[2],
      ),
    )
    if (body?.Code !== 'OK') throw voiceFault(body?.Code, body?.Message, now())
  }
}

/** Faults that only calls have; the others are those of text messages. */
function voiceFault(code = '', message = '', at: Date): ChannelFault {
  const data = { code, message }
  if (/DISPLAY_NUMBER|SHOW_NUMBER/.test(code)) return new ChannelFault('voiceNumber', { data })
  if (/PRODUCT_UN|UNSUBSCRIBE/.test(code)) return new ChannelFault('permission', { data })
  return aliyunFault(code, message, at)
}
