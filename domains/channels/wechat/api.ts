import { ChannelFault } from '../connect/channel-fault.ts'
import { type Body, readJson, textOf } from './body.ts'
import { faultIn, TOKEN_REFUSED } from './faults.ts'
import type { WechatTools } from './settings.ts'

const MOST_ANSWER = 2 * 1024 * 1024
const FORCED_A_DAY = 20

/** `patient`: has no number by which WeChat would know a repeat, so its answer is waited for longer than that of others. */
type Call = {
  path: string
  query?: Record<string, string>
  body?: object | FormData
  patient?: true
}
const PATIENT = 3
/** Shorter than the outbox keeps a message for whoever sends it. */
const MOST_PATIENCE_MS = 45_000

/** One call of the account's interface. Errors: those of WeChat's codes (§1.9), and of the network. */
export async function callApi(tools: WechatTools, call: Call): Promise<Body> {
  return withToken(tools, async (token) => {
    const answer = await readAnswer(await request(tools, call, token))
    return { fault: faultIn(answer, tools.ctx.now()), value: answer }
  })
}

/** Works with the shared token; when that is refused it is renewed once, and the work done once more. */
export async function withToken<T>(
  tools: WechatTools,
  work: (token: string) => Promise<{ fault: ChannelFault | null; value: T }>,
): Promise<T> {
  const token = await tools.token('access', () => renew(tools))
  let done = await work(token)
  if (done.fault && TOKEN_REFUSED.includes(done.fault.data.code as number)) {
    const fresh = await tools.token('access', () => renew(tools, token), token)
    done = await work(fresh)
  }
  if (done.fault) throw done.fault
  return done.value
}

/**
 * A stable token: the same for all who ask, so nobody ends another's.
 * Shape: `refused` is one that WeChat no longer takes; should it be handed out again a new one is forced, which is allowed 20 times a day.
 */
export async function renew(
  tools: WechatTools,
  refused?: string,
): Promise<{ token: string; expiresInS: number }> {
  const first = await stableToken(tools, false)
  if (first.token !== refused || !(await tools.take('forcedToken', FORCED_A_DAY, 86_400))) return first
  return stableToken(tools, true)
}

async function stableToken(tools: WechatTools, force: boolean) {
  const { appId, appSecret, apiBase, timeoutMs } = tools.settings
  const answer = await readAnswer(
    await tools.http(`${apiBase}/cgi-bin/stable_token`, {
      method: 'POST',
      timeoutMs,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        grant_type: 'client_credential',
        appid: appId,
        secret: appSecret,
        force_refresh: force,
      }),
    }),
  )
  const fault = faultIn(answer, tools.ctx.now())
  // Here the codes for a refused token are about the secret.
  if (fault?.code === 'tokenRefused')
    throw new ChannelFault('badSecret', { again: true, afterS: 900, side: 'channel', data: fault.data })
  if (fault) throw fault
  return { token: textOf(answer, 'access_token'), expiresInS: Number(textOf(answer, 'expires_in')) || 7200 }
}

export function request(tools: WechatTools, call: Call, token: string): Promise<Response> {
  const url = new URL(`${tools.settings.apiBase}${call.path}`)
  url.search = new URLSearchParams({ access_token: token, ...call.query }).toString()
  const { body } = call
  const usualMs = tools.settings.timeoutMs
  const patientMs = Math.max(usualMs, Math.min(usualMs * PATIENT, MOST_PATIENCE_MS))
  const timeoutMs = call.patient ? patientMs : usualMs
  if (!body) return tools.http(url.href, { timeoutMs })
  if (body instanceof FormData) return tools.http(url.href, { method: 'POST', timeoutMs, body })
  return tools.http(url.href, {
    method: 'POST',
    timeoutMs,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  })
}

/** An answer as plain values. Errors: broken, to be tried again, for anything that is not JSON. */
export async function readAnswer(response: Response): Promise<Body> {
  const text = (await readBytes(response, MOST_ANSWER)).toString('utf8')
  try {
    return readJson(text)
  } catch (cause) {
    throw new ChannelFault('broken', {
      again: true,
      cause,
      side: 'channel',
      data: { status: response.status, host: hostOf(response) },
    })
  }
}

/** A body up to its end. Errors: tooLarge; timedOut and unreachable, to be tried again, when it breaks off. */
export async function readBytes(response: Response, most: number): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for await (const part of (response.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
      size += part.length
      if (size > most) break
      parts.push(part)
    }
  } catch (cause) {
    const code = (cause as Error).name === 'TimeoutError' ? 'timedOut' : 'unreachable'
    throw new ChannelFault(code, { again: true, cause, side: 'channel', data: { host: hostOf(response) } })
  }
  if (size > most) throw new ChannelFault('mediaTooLarge')
  return Buffer.concat(parts)
}

function hostOf(response: Response): string {
  return response.url ? new URL(response.url).host : ''
}
