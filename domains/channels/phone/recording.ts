import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import type { Ctx } from '#platform/context'
import { ChannelFault } from '../connect/channel-fault.ts'
import { findConnection } from '../connect/connection-data.ts'
import type { Tools } from '../connect/connector.ts'
import { toolsFor } from '../connect/tools.ts'
import type { PhoneSettings } from './settings.ts'

/** Where a recording is: an address, or a name on the telephone system. */
export type RecordingRef = { url?: string; name?: string; sha256?: string }

const MOST_BYTES = 64 * 1024 * 1024
const TIMEOUT_MS = 30_000

/**
 * One recording from the telephone system, which keeps it: nothing is stored here.
 * Shape:  fetched only from a listed host, or from the base that the settings name; redirects are not followed.
 * Errors: ChannelFault: hostNotListed, recordingGone, recordingChanged (not what the checksum says), notAudio, tooLarge, and those of any call.
 */
export async function fetchRecording(
  ctx: Ctx,
  channelId: string,
  ref: RecordingRef,
): Promise<{ bytes: Buffer; mime: string }> {
  const row = await ctx.transaction((tx) => findConnection(tx, channelId))
  if (!row?.connected_at || row.kind !== 'phone') throw new ChannelFault('recordingGone')
  const tools = toolsFor(ctx, row) as unknown as Tools<PhoneSettings>
  const { url, authorization } = placeOf(tools.settings, ref)
  const answer = await tools.http(url, {
    timeoutMs: TIMEOUT_MS,
    ...(authorization ? { headers: { authorization } } : {}),
  })
  if (!answer.ok) throw new ChannelFault('recordingGone', { data: { status: answer.status } })
  const bytes = await readAll(answer)
  if (ref.sha256 && createHash('sha256').update(bytes).digest('hex') !== ref.sha256)
    throw new ChannelFault('recordingChanged')
  const type = await fileTypeFromBuffer(bytes)
  if (!type?.mime.startsWith('audio/')) throw new ChannelFault('notAudio')
  return { bytes, mime: type.mime }
}

function placeOf(settings: PhoneSettings, { url, name = '' }: RecordingRef) {
  const { mode, base, recordingBase, recordingHosts, recordingAuthorization, user, password } = settings
  if (url) {
    const address = URL.canParse(url) ? new URL(url) : null
    const listed = address && recordingHosts.includes(address.host.toLowerCase())
    if (!listed || !/^https?:$/.test(address.protocol) || address.username)
      throw new ChannelFault('hostNotListed', { data: { host: address?.host ?? '' } })
    return { url, authorization: recordingAuthorization }
  }
  const file = encodeURIComponent(name)
  if (mode === 'ari') {
    const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
    return { url: `${base.replace(/\/+$/, '')}/ari/recordings/stored/${file}/file`, authorization }
  }
  if (!recordingBase) throw new ChannelFault('noRecordingBase')
  return { url: `${recordingBase.replace(/\/+$/, '')}/${file}`, authorization: recordingAuthorization }
}

async function readAll(answer: Response): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for await (const part of (answer.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
      size += part.length
      if (size > MOST_BYTES) throw new ChannelFault('tooLarge')
      parts.push(part)
    }
  } catch (cause) {
    throw cause instanceof ChannelFault ? cause : new ChannelFault('unreachable', { again: true, cause })
  }
  return Buffer.concat(parts)
}
