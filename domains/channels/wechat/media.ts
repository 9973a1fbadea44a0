import { ChannelFault } from '../connect/channel-fault.ts'
import { readAnswer, readBytes, request, withToken } from './api.ts'
import { type Body, textOf } from './body.ts'
import { faultIn } from './faults.ts'
import type { WechatTools } from './settings.ts'

const MOST_BYTES = 25 * 1024 * 1024

/**
 * What a customer sent; WeChat keeps it for three days.
 * Shape:  pictures and sound come as they are, of films comes the address where they lie.
 * Errors: mediaGone, mediaTooLarge, and those of any call.
 */
export function downloadMedia(tools: WechatTools, mediaId: string): Promise<Buffer> {
  return withToken(tools, async (token) => {
    const response = await request(tools, { path: '/cgi-bin/media/get', query: { media_id: mediaId } }, token)
    if (!/json|text/.test(response.headers.get('content-type') ?? ''))
      return { fault: null, value: await readBytes(response, MOST_BYTES) }
    const answer = await readAnswer(response)
    const fault = faultIn(answer, tools.ctx.now())
    return { fault, value: fault ? Buffer.alloc(0) : await downloadFilm(tools, answer) }
  })
}

async function downloadFilm(tools: WechatTools, answer: Body): Promise<Buffer> {
  const url = textOf(answer, 'video_url')
  if (!/^https?:\/\//.test(url)) throw new ChannelFault('mediaGone')
  const response = await tools.http(url, { timeoutMs: tools.settings.timeoutMs * 3 })
  if (!response.ok) throw new ChannelFault('mediaGone')
  return readBytes(response, MOST_BYTES)
}

/** Hands a picture over, to be sent within three days; returns its name there. */
export async function uploadImage(
  tools: WechatTools,
  photo: { bytes: Buffer; mime: string; name: string },
): Promise<string> {
  const answer = await withToken(tools, async (token) => {
    const form = new FormData()
    form.set('media', new Blob([new Uint8Array(photo.bytes)], { type: photo.mime }), photo.name)
    const sent = await readAnswer(
      await request(tools, { path: '/cgi-bin/media/upload', query: { type: 'image' }, body: form }, token),
    )
    return { fault: faultIn(sent, tools.ctx.now()), value: sent }
  })
  return textOf(answer, 'media_id')
}
