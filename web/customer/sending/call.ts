import type { Problem } from '#contracts/kit'

/** What came of a request. `offline` is anything that never reached an answer: no network, a timeout, a broken line. */
export type Answer<T> =
  | { kind: 'ok'; body: T }
  | { kind: 'offline' }
  | { kind: 'refused'; status: number; problem: Problem | null; retryAfterSec: number }

export type CallOptions = { method?: string; body?: unknown; locale?: string; timeoutMs?: number }

/** Generous, since a slow line is not a broken one. */
const TIMEOUT_MS = 45_000

/**
 * One JSON request to our own API. Never throws; cookies of a signed-in member of staff stay out of it.
 */
export async function call<T>(path: string, options: CallOptions = {}): Promise<Answer<T>> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), options.timeoutMs ?? TIMEOUT_MS)
  try {
    const response = await fetch(path, {
      method: options.method ?? 'GET',
      headers: headersOf(options),
      body: options.body === undefined ? undefined : JSON.stringify(options.body),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: stop.signal,
    })
    return readAnswer<T>(response.status, await response.text(), response.headers.get('retry-after'))
  } catch {
    return { kind: 'offline' }
  } finally {
    clearTimeout(timer)
  }
}

/** The answer that a status, a body and a Retry-After header amount to. */
export function readAnswer<T>(status: number, text: string, retryAfter: string | null): Answer<T> {
  const body = parse(text)
  if (status >= 200 && status < 300) {
    // A proxy or a captive portal answers 200 with its own page: that is not our server.
    return body === undefined && text !== '' ? { kind: 'offline' } : { kind: 'ok', body: body as T }
  }
  return {
    kind: 'refused',
    status,
    problem: isProblem(body) ? { ...body, detail: body.detail === body.code ? '' : body.detail } : null,
    retryAfterSec: secondsOf(retryAfter),
  }
}

function headersOf({ body, locale }: CallOptions): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (locale) headers['accept-language'] = locale
  if (body !== undefined) headers['content-type'] = 'application/json'
  return headers
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && typeof (body as Problem).code === 'string'
}

/** Retry-After as seconds or as a date; 0 when there is none. */
function secondsOf(header: string | null): number {
  if (!header) return 0
  const seconds = Number(header)
  const wait = Number.isFinite(seconds) ? seconds : (Date.parse(header) - Date.now()) / 1000
  return Number.isFinite(wait) ? Math.max(0, Math.ceil(wait)) : 0
}
