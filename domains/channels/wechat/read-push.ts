import type { Heard, HeardMessage, Media, Raw, Window } from '../connect/connector.ts'
import { type Body, listOf, readBody, textOf } from './body.ts'
import { downloadMedia } from './media.ts'
import type { WechatSettings, WechatTools } from './settings.ts'

/** What one push means (§1.3). Errors: unreadable for a sort that nobody knows, badBody for what is cut off. */
export async function readPush(tools: WechatTools, raw: Raw): Promise<Heard[]> {
  const body = readBody(String(raw.payload))
  if (textOf(body, 'MsgType') === 'event') return readEvent(tools, body)
  const said = readWords(tools, body)
  if (!said || !textOf(body, 'FromUserName')) throw new tools.fault('unreadable')
  const at = timeOf(body)
  return [
    {
      sort: 'message',
      from: { address: textOf(body, 'FromUserName') },
      at,
      window: {
        endsAt: new Date(at.getTime() + tools.settings.messageHours * 3_600_000),
        left: tools.settings.messageLeft,
      },
      ...said,
    },
  ]
}

type Said = Pick<HeardMessage, 'text' | 'media' | 'about'>

function readWords(tools: WechatTools, body: Body): Said | null {
  const t = (key: string) => textOf(body, key)
  const media = (name: string, mime: string): Media[] => [
    { name, mime, fetch: () => downloadMedia(tools, t('MediaId')) },
  ]
  switch (t('MsgType')) {
    case 'text':
      return { text: t('Content') }
    case 'image':
      return { text: '', media: media('image.jpg', 'image/jpeg') }
    case 'voice':
      return { text: t('Recognition'), media: media(`voice.${t('Format') || 'amr'}`, 'audio/amr') }
    case 'video':
    case 'shortvideo':
      return { text: '', media: media('video.mp4', 'video/mp4') }
    case 'location': {
      const point = `${t('Location_X')},${t('Location_Y')}`
      return { text: `${t('Label')} (${point})`.trim(), about: { location: point } }
    }
    case 'link':
      return {
        text: [t('Title'), t('Description'), t('Url')].filter(Boolean).join('\n'),
        about: { url: t('Url') },
      }
    default:
      return null
  }
}

/** Happen and concern no ticket: the page was opened, a place was told, a box was ticked (the sending itself finds out). */
const NOTED = [
  'view',
  'view_miniprogram',
  'location',
  'location_select',
  'pic_sysphoto',
  'pic_photo_or_album',
  'pic_weixin',
  'subscribe_msg_popup_event',
  'subscribe_msg_change_event',
  'user_info_modified',
]

function readEvent(tools: WechatTools, body: Body): Heard[] {
  const event = textOf(body, 'Event').toLowerCase()
  if (NOTED.includes(event)) return [{ sort: 'noted', what: event }]
  if (event === 'templatesendjobfinish') return [templateFate(body)]
  if (event === 'subscribe_msg_sent_event') return listOf(body, 'SubscribeMsgSentEvent').map(noticeFate)
  const address = textOf(body, 'OpenID') || textOf(body, 'FromUserName')
  if (!address) throw new tools.fault('unreadable')
  const from = { address }
  switch (event) {
    case 'subscribe':
    case 'scan': {
      const scene = textOf(body, 'EventKey').replace(/^qrscene_/, '')
      return [
        {
          sort: 'contact',
          from,
          unreachable: '',
          window: tapWindow(tools.settings, body),
          shopCode: shopIn(scene),
          ...(scene ? { state: { scene } } : {}),
        },
      ]
    }
    case 'click':
    case 'scancode_push':
    case 'scancode_waitmsg':
      return [{ sort: 'contact', from, unreachable: '', window: tapWindow(tools.settings, body) }]
    case 'unsubscribe':
      return [{ sort: 'contact', from, unreachable: 'unfollowed' }]
    case 'user_authorization_revoke':
    case 'user_authorization_cancellation':
      return [{ sort: 'contact', from, state: { authorized: false } }]
    default:
      throw new tools.fault('unreadable')
  }
}

/** The scene is the shop's code, or `store:<code>` with more behind it. */
export function shopIn(scene: string): string | undefined {
  return /^store:([^:]+)/.exec(scene)?.[1] ?? (scene || undefined)
}

function tapWindow({ tapWindowS, tapLeft }: WechatSettings, body: Body): Window {
  return { endsAt: new Date(timeOf(body).getTime() + tapWindowS * 1000), left: tapLeft }
}

function timeOf(body: Body): Date {
  return new Date(Number(textOf(body, 'CreateTime')) * 1000 || 0)
}

const FATES: Record<string, string> = {
  'failed:userblock': 'blocked',
  'failed:systemfailed': 'platformFailed',
  'failed:freqlimit': 'platformLimit',
}

function templateFate(body: Body): Heard {
  const status = textOf(body, 'Status').replace(/\s/g, '').toLowerCase()
  return fate(body, status === 'success' ? '' : (FATES[status] ?? 'platformFailed'), timeOf(body))
}

function noticeFate(one: Body): Heard {
  return fate(one, ['', '0'].includes(textOf(one, 'ErrorCode')) ? '' : 'platformFailed')
}

function fate(of: Body, problem: string, at?: Date): Heard {
  const about = { sort: 'receipt' as const, externalId: textOf(of, 'MsgID'), ...(at ? { at } : {}) }
  return problem ? { ...about, state: 'failed', problem } : { ...about, state: 'delivered' }
}
