/**
 * node submit.mjs '{"content":"汤洒了一半","stars":2,"shopCode":"S0001","contact":"13800001234"}' photo.jpg …
 * HUIYIN_ORIGIN, HUIYIN_KEY: where and with which key. HUIYIN_IDEMPOTENCY_KEY: the name of this feedback, to send it once more after a crash.
 * Prints the receipt as JSON; ends with 1 and what was refused.
 */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { argv, env, stderr, stdout } from 'node:process'
import { huiyin, Refused } from './huiyin.mjs'

const [feedback, ...pictures] = argv.slice(2)
const api = huiyin({ origin: env.HUIYIN_ORIGIN, key: env.HUIYIN_KEY })
// In an app: stored beside the draft before the first try, so that a restart sends the same one.
const idempotencyKey = env.HUIYIN_IDEMPOTENCY_KEY || randomUUID()
try {
  const photos = []
  for (const path of pictures) photos.push(await api.photo(await readFile(path)))
  const receipt = await api.submit({ ...JSON.parse(feedback), photos }, idempotencyKey)
  stdout.write(`${JSON.stringify({ ...receipt, idempotencyKey })}\n`)
} catch (error) {
  if (!(error instanceof Refused)) throw error
  stderr.write(`${error.status} ${error.code} ${error.field}: ${error.message}\n`)
  process.exitCode = 1
}
