import createClient, { type Middleware } from 'openapi-fetch'
import type { Problem } from '#contracts/kit'
import type { paths } from './api.gen.ts'
import { i18n } from './i18n.ts'

/** What the server refused, or that it could not be reached (`code` "web.offline", status 0). `message` is for people. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly field: string | undefined
  readonly data: Record<string, unknown> | undefined

  constructor(problem: Pick<Problem, 'status' | 'code' | 'detail'> & Partial<Problem>) {
    super(problem.detail)
    this.status = problem.status
    this.code = problem.code
    this.field = problem.field
    this.data = problem.data
  }
}

type Verb = 'get' | 'put' | 'post' | 'patch' | 'delete'
type PathWith<V extends Verb> = {
  [P in keyof paths]: paths[P] extends { [K in V]: object } ? P : never
}[keyof paths]

/** What a call must and may be given, and what it answers with: the generated types themselves, tuples and all. */
type Given<T> = { [K in keyof T as T[K] extends undefined ? never : K]: T[K] }
type Params<Op> = Op extends { parameters: infer P }
  ? Record<never, never> extends Given<P>
    ? { params?: Given<P> }
    : { params: Given<P> }
  : unknown
type Body<Op> = Op extends { requestBody: { content: { 'application/json': infer B } } }
  ? { body: B }
  : unknown
/** `keepalive`: it arrives although the page goes meanwhile. */
type Init<Op> = Params<Op> & Body<Op> & { signal?: AbortSignal | undefined; keepalive?: boolean }
type Rest<Op> = Record<never, never> extends Init<Op> ? [init?: Init<Op>] : [init: Init<Op>]
type Json<R> = R extends { content: { 'application/json': infer B } } ? B : undefined
type Answer<Op> = Op extends { responses: infer R } ? Json<R[keyof R & (200 | 201 | 204)]> : never

const client = createClient<paths>({ headers: { accept: 'application/json' }, credentials: 'same-origin' })

const problems: Middleware = {
  onRequest: ({ request }) => {
    request.headers.set('accept-language', i18n.language)
  },
  onResponse: async ({ response }) => {
    if (!response.ok) throw await problemOf(response)
  },
  onError: ({ error }) =>
    error instanceof DOMException && error.name === 'AbortError'
      ? error
      : new ApiProblem({ status: 0, code: 'web.offline', detail: i18n.t('common:problem.offline') }),
}
client.use(problems)

function caller<V extends Verb>(verb: V) {
  return async <P extends PathWith<V>>(path: P, ...[init]: Rest<paths[P][V]>) => {
    const { data } = await client.request(verb, path as never, init as never)
    return data as Answer<paths[P][V]>
  }
}

/**
 * The public API: every path with its parameters, body and answer as the server declares them (api.gen.ts).
 * Shape:  the parsed JSON, undefined for 204.
 * Errors: ApiProblem with the server's code and sentence; a call taken back by its signal throws AbortError.
 */
export const api = {
  get: caller('get'),
  put: caller('put'),
  post: caller('post'),
  patch: caller('patch'),
  delete: caller('delete'),
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const known = (await response.json().catch(() => null)) as Partial<Problem> | null
  const detail = known?.detail ?? i18n.t('common:problem.unknown', { status: response.status })
  return new ApiProblem({ ...known, status: response.status, code: known?.code ?? 'web.unknown', detail })
}

/** Uploads one photo taken by staff and answers with where it can be seen. */
export function uploadPhoto(file: File) {
  const body = new FormData()
  body.append('file', file)
  // A form with a file stands in no JSON schema, so the document knows no body for this path.
  return api.post('/api/attachments', { body } as Record<never, never>)
}
