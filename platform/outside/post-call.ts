import { request as plainRequest } from 'node:http'
import { type RequestOptions, request as sealedRequest } from 'node:https'
import { isPrivateHost } from './public-address.ts'
import { PrivateAddress, publicOnly } from './public-lookup.ts'

const TIMEOUT_MS = 10_000
const KEPT_BYTES = 2000

export type CallResult = {
  ok: boolean
  status: number | null
  answer: string
  problem: string
  tookMs: number
}
export type PostOptions = {
  headers: Record<string, string>
  allowPrivate: boolean
  timeoutMs?: number
  /** As much of the answer is kept; 2,000 without. */
  keptBytes?: number
}

/**
 * Sends one call. Only 2xx is success; redirects are not followed.
 * Shape: the address is looked up and judged for each call, and that same address is connected to, so a name that changes
 *        between the look and the call gains nothing. `answer` is the first `keptBytes` of it.
 */
export function postCall(url: string, body: string, options: PostOptions): Promise<CallResult> {
  const started = performance.now()
  const { allowPrivate, timeoutMs = TIMEOUT_MS, keptBytes = KEPT_BYTES } = options
  const target = new URL(url)
  const result = (more: Partial<CallResult>): CallResult => ({
    ok: false,
    status: null,
    answer: '',
    problem: '',
    tookMs: Math.round(performance.now() - started),
    ...more,
  })
  if (!allowPrivate && isPrivateHost(target.hostname))
    return Promise.resolve(result({ problem: 'privateAddress' }))
  return new Promise((done) => {
    const give: RequestOptions = {
      method: 'POST',
      headers: { ...options.headers, 'content-length': Buffer.byteLength(body) },
      agent: false,
      ...(allowPrivate ? {} : { lookup: publicOnly }),
    }
    const send = target.protocol === 'https:' ? sealedRequest : plainRequest
    const call = send(target, give, (answer) => {
      const status = answer.statusCode ?? 0
      const parts: Buffer[] = []
      let size = 0
      const end = () => {
        clearTimeout(timer)
        const ok = status >= 200 && status < 300
        const text = Buffer.concat(parts).subarray(0, keptBytes).toString('utf8').replaceAll('\0', '')
        const problem = ok ? '' : status >= 300 && status < 400 ? 'redirected' : 'badStatus'
        done(result({ ok, status, answer: text, problem }))
        call.destroy()
      }
      answer.on('data', (part: Buffer) => {
        parts.push(part)
        size += part.length
        if (size >= keptBytes) end()
      })
      answer.on('end', end)
      answer.on('error', () => done(result({ status, problem: 'cutOff' })))
    })
    const timer = setTimeout(() => {
      done(result({ problem: 'timedOut' }))
      call.destroy()
    }, timeoutMs)
    call.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer)
      done(result({ problem: problemOf(error) }))
    })
    call.end(body)
  })
}

function problemOf(error: NodeJS.ErrnoException): string {
  if (error instanceof PrivateAddress) return 'privateAddress'
  const code = error.code ?? ''
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'nameUnknown'
  if (/CERT|TLS|SSL|SIGNATURE|SELF_SIGNED|ALTNAME/.test(code)) return 'certificate'
  return 'unreachable'
}
