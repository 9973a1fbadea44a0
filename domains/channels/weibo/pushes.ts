import { createHash } from 'node:crypto'
import { ChannelFault } from '../connect/channel-fault.ts'
import type { Heard, HookAnswer, HookRequest, Media, Raw, Tools } from '../connect/connector.ts'
import { textOf } from '../platforms/lossless-json.ts'
import { filled, timeOf } from '../platforms/platform-fields.ts'
import { dated } from '../platforms/reviews.ts'
import { isStale, sameSignature, sha1 } from '../platforms/signatures.ts'
import { readPush, type WeiboPush } from './push-body.ts'
import type { Settings } from './settings.ts'

/** Lower SHA-1 of secret, timestamp and nonce sorted as text (published example reproduced). */
export function weiboSignature(secret: string, timestamp: string, nonce: string): string {
  return sha1([secret, timestamp, nonce].toSorted().join(''))
}

const NOTHING: HookAnswer = { status: 200, body: '' }

/**
 * The address check (GET, answered with echostr) and pushes (POST). The signature does not cover the body, so it counts for few minutes only.
 * Errors: forged, stale, badBody.
 */
export function takePush(
  { settings, ctx }: Tools<Settings>,
  { query, body }: HookRequest,
): { answer: HookAnswer; messages: Raw[] } {
  if (!query.signature && !body.length) return { answer: NOTHING, messages: [] }
  const { timestamp = '', nonce = '', signature, echostr = '' } = query
  if (!sameSignature(signature, weiboSignature(settings.appSecret, timestamp, nonce)))
    throw new ChannelFault('forged')
  if (isStale(Number(timestamp), ctx.now(), settings.toleranceMin)) throw new ChannelFault('stale')
  if (!body.length) return { answer: { status: 200, body: echostr }, messages: [] }
  const text = body.toString('utf8')
  return { answer: NOTHING, messages: [rawOf(readPush(text))] }
}

/** A push in JSON has no id of its own: sender, time and words make one. */
function rawOf(push: WeiboPush): Raw {
  const said = JSON.stringify([push.type, push.sender, push.createdAt, push.text, push.data])
  const id = push.id || createHash('sha256').update(said).digest('hex').slice(0, 32)
  return { externalId: `${push.type}:${id}`, thread: push.sender, payload: push }
}

/** Errors: unreadable for a type that nobody knows. */
export function heardPush(tools: Tools<Settings>, push: WeiboPush): Heard[] {
  const { settings } = tools
  if (!push.sender) throw new ChannelFault('unreadable')
  if (push.type === 'event') return [{ sort: 'noted', what: textOf(push.data, 'subtype') || 'event' }]
  if (push.type === 'mention') return [mention(push)]
  const at = timeOfPush(push.createdAt) ?? tools.ctx.now()
  const window = {
    endsAt: new Date(at.getTime() + settings.windowHours * 3_600_000),
    left: settings.replies,
  }
  const common = { sort: 'message' as const, from: { address: `user:${push.sender}` }, at, window }
  switch (push.type) {
    case 'text':
      return [{ ...common, text: push.text }]
    case 'image':
    case 'voice':
      return [{ ...common, text: push.text, media: mediaOf(tools, push) }]
    case 'position': {
      const place = `${textOf(push.data, 'latitude', 'Location_X')}, ${textOf(push.data, 'longitude', 'Location_Y')}`
      return [{ ...common, text: push.text || place, about: { position: place } }]
    }
    default:
      throw new ChannelFault('unreadable')
  }
}

/** Somebody names the account in public: it is read here, and answered in Weibo. */
function mention(push: WeiboPush): Heard {
  const status = textOf(push.data, 'key', 'status_id')
  return {
    sort: 'message',
    from: { address: status ? `status:${status}` : `mention:${push.sender}` },
    text: push.text,
    about: filled({
      mention: textOf(push.data, 'subtype'),
      url: /^\d+$/.test(push.sender) && status ? `https://weibo.com/${push.sender}/${status}` : '',
    }),
    state: { quiet: true, what: 'mention' },
    ...dated(timeOfPush(push.createdAt)),
  }
}

/** Seconds, or the way Weibo writes it: `Mon Jul 16 18:09:20 +0800 2012`. */
function timeOfPush(text: string): Date | undefined {
  const [, month, day, time, zone, year] =
    /^\w{3} (\w{3}) (\d+) ([\d:]+) ([+-]\d{4}) (\d{4})$/.exec(text) ?? []
  return year ? new Date(`${day} ${month} ${year} ${time} ${zone}`) : timeOf(text)
}

/** Pictures and sound lie at Weibo under the number that the push names. */
function mediaOf({ settings, http }: Tools<Settings>, push: WeiboPush): Media[] {
  const file = textOf(push.data, 'tovfid', 'vfid')
  if (!file) return []
  const query = new URLSearchParams({ access_token: settings.accessToken, fid: file })
  const url = `${settings.fileBase.replace(/\/$/, '')}/2/mss/msget?${query}`
  const [name, mime] = push.type === 'image' ? ['1.jpg', 'image/jpeg'] : ['1.amr', 'audio/amr']
  return [{ name, mime, fetch: async () => Buffer.from(await (await http(url)).arrayBuffer()) } as Media]
}
