import type { Problem } from '#contracts/kit'
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

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Query = Record<string, string | number | boolean | undefined | null>
export type RequestOptions = { query?: Query; body?: unknown; signal?: AbortSignal | undefined }

/**
 * One call to the public API. `path` is without the prefix /api.
 * Shape:  answers with the parsed JSON, or undefined for 204; a FormData body is sent as it is.
 * Errors: ApiProblem with the server's code and sentence.
 */
export async function request<T>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
  const response = await send(method, path, options)
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as T
  throw await problemOf(response)
}

async function send(
  method: Method,
  path: string,
  { query, body, signal }: RequestOptions,
): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': i18n.language }
  const form = body instanceof FormData
  if (body !== undefined && !form) headers['content-type'] = 'application/json'
  try {
    return await fetch(`/api${path}${searchOf(query)}`, {
      method,
      headers,
      credentials: 'same-origin',
      body: form ? body : body === undefined ? null : JSON.stringify(body),
      signal: signal ?? null,
    })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiProblem({ status: 0, code: 'web.offline', detail: i18n.t('common:problem.offline') })
  }
}

function searchOf(query: Query | undefined): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') params.set(key, String(value))
  }
  const text = params.toString()
  return text ? `?${text}` : ''
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const known = (await response.json().catch(() => null)) as Partial<Problem> | null
  const detail = known?.detail ?? i18n.t('common:problem.unknown', { status: response.status })
  return new ApiProblem({ ...known, status: response.status, code: known?.code ?? 'web.unknown', detail })
}

/** Uploads one photo taken by staff and answers with where it can be seen. */
export function uploadPhoto(
  file: File,
): Promise<{ id: string; url: string; width: number; height: number; bytes: number }> {
  const body = new FormData()
  body.append('file', file)
  return request('POST', '/attachments', { body })
}
