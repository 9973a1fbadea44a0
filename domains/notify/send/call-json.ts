import { isRefusedHost, RefusedAddress } from '#platform/http/refused-address'
import { SendFault } from './send-fault.ts'

const TIMEOUT_MS = 8_000

/** Asks a service that answers JSON. Follows no redirect. Errors: refusedAddress; timedOut, unreachable, broken (5xx) to be tried again; unreadable when it is no JSON. */
export async function callJson(url: string, body?: object): Promise<Record<string, unknown>> {
  const { host, hostname } = new URL(url)
  if (isRefusedHost(hostname)) throw new SendFault('refusedAddress', { data: { host } })
  const init: RequestInit = body
    ? {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(body),
      }
    : {}
  let status: number
  let text: string
  try {
    const answer = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) })
    status = answer.status
    text = await answer.text()
  } catch (cause) {
    if ((cause as Error).cause instanceof RefusedAddress)
      throw new SendFault('refusedAddress', { data: { host } })
    const code = (cause as Error).name === 'TimeoutError' ? 'timedOut' : 'unreachable'
    throw new SendFault(code, { again: true, cause, data: { host } })
  }
  if (status >= 500 || status === 429) throw new SendFault('broken', { again: true, data: { host, status } })
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    throw new SendFault('unreadable', { data: { host, status } })
  }
}

/** Text of at most so many bytes in UTF-8, never cut within a character. */
export function withinBytes(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text
  const room = most - Buffer.byteLength('…')
  let size = 0
  let kept = ''
  for (const sign of text) {
    size += Buffer.byteLength(sign)
    if (size > room) break
    kept += sign
  }
  return `${kept}…`
}
