import type { Problem } from '#contracts/kit'
import { SESSION_COOKIE } from '#platform/http/server'
import type { App } from '#platform/module'

export type Answer<T = unknown> = {
  status: number
  /** The JSON body; what a test expects of it is the test's business. */
  body: T
  problem: Problem
  text: string
  headers: Record<string, unknown>
  cookies: { name: string; value: string }[]
}
export type Send = <T = unknown>(path: string, body?: unknown, more?: SendMore) => Promise<Answer<T>>
export type SendMore = { headers?: Record<string, string>; ip?: string }
export type Client = { get: Send; post: Send; put: Send; patch: Send; delete: Send }
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Calls the API (paths without `/api`) as whoever the cookie names. */
export function clientOf(server: App, token: () => Promise<string | null>): Client {
  const send =
    (method: Method): Send =>
    async <T>(path: string, body?: unknown, more: SendMore = {}) => {
      const cookie = await token()
      const res = await server.inject({
        method,
        url: `/api${path}`,
        ...(body === undefined ? {} : { payload: body as object }),
        headers: { host: 'localhost', ...more.headers },
        cookies: cookie ? { [SESSION_COOKIE]: cookie } : {},
        remoteAddress: more.ip ?? '127.0.0.1',
      })
      const answered = parse(res.body)
      return {
        status: res.statusCode,
        body: answered as T,
        problem: answered as Problem,
        text: res.body,
        headers: res.headers,
        cookies: res.cookies as { name: string; value: string }[],
      }
    }
  return {
    get: send('GET'),
    post: send('POST'),
    put: send('PUT'),
    patch: send('PATCH'),
    delete: send('DELETE'),
  }
}

function parse(body: string): unknown {
  try {
    return body ? JSON.parse(body) : null
  } catch {
    return null
  }
}
