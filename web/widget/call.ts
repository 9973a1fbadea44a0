/** `offline`: it never reached an answer. `refused`: 4xx or 5xx with the seconds to wait, when the server says so. */
export type Answer<T> =
  | { kind: 'ok'; body: T }
  | { kind: 'offline' }
  | { kind: 'refused'; status: number; afterS: number }

const TIMEOUT_MS = 30_000

export type Ask = <T>(
  method: 'GET' | 'POST',
  path: string,
  more?: { token?: string; body?: unknown },
) => Promise<Answer<T>>

/** JSON requests to one chat channel. Never throws; no cookie goes along. */
export function askerOf(base: string, locale: string): Ask {
  return async <T>(
    method: string,
    path: string,
    { token, body }: { token?: string; body?: unknown } = {},
  ): Promise<Answer<T>> => {
    const stop = new AbortController()
    const timer = setTimeout(() => stop.abort(), TIMEOUT_MS)
    try {
      const response = await fetch(base + path, {
        method,
        headers: {
          'accept-language': locale,
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal: stop.signal,
      })
      if (response.status >= 400)
        return {
          kind: 'refused',
          status: response.status,
          afterS: Number(response.headers.get('retry-after')) || 0,
        }
      const text = await response.text()
      return { kind: 'ok', body: (text ? JSON.parse(text) : null) as T }
    } catch {
      return { kind: 'offline' }
    } finally {
      clearTimeout(timer)
    }
  }
}
