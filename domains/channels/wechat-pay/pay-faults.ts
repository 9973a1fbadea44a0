import { ChannelFault } from '../connect/channel-fault.ts'

/** Their limits are counted by the minute. */
export const MINUTE_S = 60
const WAIT_S = 300

/** Source: the common error codes of WeChat Pay APIv3. */
export function faultOf(status: number, body: string): ChannelFault {
  const { code = '', message = '' } = readError(body)
  const data = { code, message }
  if (status === 429 || code === 'FREQUENCY_LIMITED' || code === 'RATELIMIT_EXCEEDED')
    return new ChannelFault('quota', { again: true, afterS: MINUTE_S, data })
  if (status === 401)
    return new ChannelFault('credentials', { again: true, afterS: WAIT_S, side: 'channel', data })
  if (code === 'NO_AUTH' || code === 'RULE_LIMIT')
    return new ChannelFault('permission', { again: true, afterS: WAIT_S, side: 'channel', data })
  if (status === 404) return new ChannelFault('complaintUnknown', { data })
  if (code === 'SYSTEM_ERROR') return new ChannelFault('broken', { again: true, data })
  return new ChannelFault('refused', { data })
}

function readError(body: string): { code?: string; message?: string } {
  try {
    return JSON.parse(body) ?? {}
  } catch {
    return {}
  }
}
