import { type Agent, request } from 'node:http'

const PATIENCE_MS = 20_000

/** One POST; resolved by an answer below 300. Errors: any other answer, a cut connection, twenty seconds without a word. */
export function call(
  agent: Agent,
  url: URL,
  payload: string,
  headers: Record<string, string>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = {
      agent,
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(payload) },
    }
    const req = request(url, options, (res) => {
      res.resume()
      res.on('error', reject)
      res.on('end', () =>
        (res.statusCode ?? 500) < 300 ? resolve() : reject(new Error(String(res.statusCode))),
      )
    })
    req.setTimeout(PATIENCE_MS, () => req.destroy(new Error('no answer')))
    req.on('error', reject)
    req.end(payload)
  })
}
