import { setTimeout as wait } from 'node:timers/promises'

const TRIES = 6
const FIRST_WAIT_MS = 1000
const TIMEOUT_MS = 30_000

/** What Huiyin refused: `status`, `code` (stable), `field` (the input that is wrong), and a sentence for people as the message. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail ?? `HTTP ${status}`)
    Object.assign(this, { status, code: problem.code ?? '', field: problem.field ?? '' })
  }
}

/**
 * The public API as a brand's own server uses it. The key belongs on the server, never into an app or a page.
 * `origin`: https://care.brand.com; `key`: made in the console under Channels → API keys.
 */
export function huiyin({ origin, key, locale = 'zh-CN' }) {
  /** Sends until there is an answer. What is sent again is the same: same address, same body, same Idempotency-Key. */
  async function call(method, path, { json, form, headers = {} } = {}) {
    for (let tried = 1; ; tried++) {
      const answer = await once(method, path, { json, form, headers })
      if (answer?.ok) return answer.json()
      const mayHelp = !answer || answer.status === 429 || answer.status >= 500
      if (!mayHelp || tried >= TRIES) throw await refusalOf(answer)
      const asked = Number(answer?.headers.get('retry-after')) * 1000
      await answer?.arrayBuffer()
      await wait(asked || FIRST_WAIT_MS * 2 ** (tried - 1) * (0.5 + Math.random() / 2))
    }
  }

  /** null: no answer came, and nobody knows whether the request arrived. */
  function once(method, path, { json, form, headers }) {
    return fetch(`${origin}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        'accept-language': locale,
        ...(json ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      body: json ? JSON.stringify(json) : form,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => null)
  }

  return {
    /** Keeps a photo (JPEG, PNG, WebP or HEIC, at most 10 MB) for a day; its id goes into the feedback. */
    async photo(bytes) {
      const form = new FormData()
      form.append('file', new Blob([bytes]), 'photo')
      return (await call('POST', '/photos', { form })).id
    },
    /** `idempotencyKey`: your own name for this feedback, kept before it is first sent. The same again gives the same receipt. */
    submit: (feedback, idempotencyKey) =>
      call('POST', '/feedback', { json: feedback, headers: { 'idempotency-key': idempotencyKey } }),
    /** How far a feedback is: status, kind, priority, when somebody will have answered. Needs the scope feedback.read. */
    progress: (number) => call('GET', `/feedback/${number}`),
  }
}

async function refusalOf(answer) {
  if (!answer) return new Refused(0, { detail: 'no answer', code: 'unreachable' })
  return new Refused(answer.status, await answer.json().catch(() => ({})))
}
