import { ChannelFault } from '../connect/channel-fault.ts'
import { parseLossless } from './lossless-json.ts'

const THROTTLED_S = 60

/** The platform says that it was asked too often. */
export function throttled(afterS = THROTTLED_S, data: Record<string, unknown> = {}): ChannelFault {
  return new ChannelFault('quota', { again: true, afterS, data, side: 'channel' })
}

/** Our own pace: more than is allowed waits its turn, and nothing is wrong with the channel. */
export function paced(): ChannelFault {
  return new ChannelFault('quota', { again: true, afterS: THROTTLED_S })
}

/** A fault that lasts until somebody changes a setting or a permission. */
export function needsHand(code: string, data: Record<string, unknown> = {}): ChannelFault {
  return new ChannelFault(code, { data, side: 'channel' })
}

/**
 * The JSON of an answer, long numbers as text; platforms say their errors in the body, whatever the status.
 * Errors: quota on 429 with its Retry-After, broken when there is no JSON or only half of it.
 */
export async function readAnswer(answer: Response): Promise<unknown> {
  if (answer.status === 429) throw throttled(Number(answer.headers.get('retry-after')) || undefined)
  const host = new URL(answer.url).host
  let text: string
  try {
    text = await answer.text()
    return parseLossless(text)
  } catch (cause) {
    throw new ChannelFault('broken', {
      again: true,
      cause,
      data: { host, status: answer.status },
      side: 'channel',
    })
  }
}
