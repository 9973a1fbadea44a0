import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { ChannelFault } from '../connect/channel-fault.ts'
import { faultOf, MINUTE_S } from './pay-faults.ts'
import { platformKey } from './platform-keys.ts'
import type { PayTools } from './settings.ts'
import { authorization, isPlatforms, signedHeaders } from './sign.ts'

export const COMPLAINTS = '/v3/merchant-service/complaints-v2'
const MOST_PHOTO_BYTES = 2 * 1024 * 1024

type Call = { method?: string; path: string; body?: object; limit?: [name: string, perMinute: number] }

/** One signed call; its answer is JSON and signed by the platform. Errors: ChannelFault, see faultOf. */
export async function call<T>(tools: PayTools, { method = 'GET', path, body, limit }: Call): Promise<T> {
  if (limit && !(await tools.take(limit[0], limit[1], MINUTE_S)))
    throw new ChannelFault('quota', { again: true, afterS: MINUTE_S })
  const text = body ? JSON.stringify(body) : ''
  const answer = await tools.http(`${tools.settings.baseUrl}${path}`, {
    method,
    headers: {
      authorization: authorization(tools.settings, { method, path, body: text, now: tools.ctx.now() }),
      accept: 'application/json',
      ...(text ? { 'content-type': 'application/json' } : {}),
    },
    ...(text ? { body: text } : {}),
  })
  return (await readAnswer(tools, answer)) as T
}

async function readAnswer(tools: PayTools, answer: Response): Promise<unknown> {
  const raw = Buffer.from(await answer.arrayBuffer().catch(cutOff))
  if (!answer.ok) throw faultOf(answer.status, raw.toString())
  const headers = signedHeaders(Object.fromEntries(answer.headers))
  const key = await platformKey(tools, headers.serial)
  if (!key || !isPlatforms(headers, raw, key))
    throw new ChannelFault('forgedAnswer', { again: true, side: 'channel' })
  return raw.length ? JSON.parse(raw.toString()) : {}
}

function cutOff(cause: unknown): never {
  throw new ChannelFault('broken', { again: true, side: 'channel', cause })
}

/** Uploads one picture for an answer; the signature covers its description, not its bytes. Shape: returns the media_id. */
export async function uploadPhoto(tools: PayTools, bytes: Buffer, n: number): Promise<string> {
  if (!(await tools.take('upload', MINUTE_S, MINUTE_S)))
    throw new ChannelFault('quota', { again: true, afterS: MINUTE_S })
  const small = bytes.length <= MOST_PHOTO_BYTES ? bytes : await shrink(bytes)
  const path = '/v3/merchant-service/images/upload'
  const meta = JSON.stringify({
    filename: `photo-${n}.jpg`,
    sha256: createHash('sha256').update(small).digest('hex'),
  })
  const form = new FormData()
  form.append('meta', new Blob([meta], { type: 'application/json' }))
  form.append('file', new Blob([new Uint8Array(small)], { type: 'image/jpeg' }), `photo-${n}.jpg`)
  const answer = await tools.http(`${tools.settings.baseUrl}${path}`, {
    method: 'POST',
    headers: {
      authorization: authorization(tools.settings, {
        method: 'POST',
        path,
        body: meta,
        now: tools.ctx.now(),
      }),
      accept: 'application/json',
    },
    body: form,
  })
  return ((await readAnswer(tools, answer)) as { media_id: string }).media_id
}

const SHRUNK_PX = 1600

function shrink(bytes: Buffer): Promise<Buffer> {
  return sharp(bytes).resize(SHRUNK_PX, SHRUNK_PX, { fit: 'inside' }).jpeg({ quality: 80 }).toBuffer()
}

/** A picture of the complaint. Only the platform's own addresses are fetched, signed like any call. Errors: ChannelFault('photoAddress') for others. */
export async function fetchPhoto(tools: PayTools, address: string): Promise<Buffer> {
  const url = new URL(address)
  const own = new URL(tools.settings.baseUrl)
  if (url.host !== own.host && !OFFICIAL.includes(url.host)) throw new ChannelFault('photoAddress')
  const path = `${url.pathname}${url.search}`
  const answer = await tools.http(`${own.origin}${path}`, {
    headers: {
      authorization: authorization(tools.settings, { method: 'GET', path, body: '', now: tools.ctx.now() }),
    },
  })
  if (!answer.ok) throw faultOf(answer.status, await answer.text())
  return Buffer.from(await answer.arrayBuffer().catch(cutOff))
}

const OFFICIAL = ['api.mch.weixin.qq.com', 'api2.mch.weixin.qq.com']
