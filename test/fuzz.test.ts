import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { Locale } from '#contracts/kit'
import { startApp } from '#test/app'
import { buildHouse, type Door, doorsOf, multipart, type Request } from './fuzz/doors.ts'
import { faultOf, type Reply, rowCounter } from './fuzz/judge.ts'
import {
  bodyText,
  brokenJson,
  oddBody,
  oddContentType,
  oddHeaders,
  oddPart,
  oddQuery,
} from './fuzz/odd-input.ts'

/** Every door that strangers and programs can knock at is tried with what it was not made for. */
const app = await startApp({ now: '2026-03-02T12:00:00+08:00' })
const house = await buildHouse(app)
const doors = await doorsOf(house)
const rows = await rowCounter(app.database.ownerUrl)
afterAll(async () => {
  await rows.end()
  await app.close()
})

const SEED = 20261122
const RUNS = 50
const LOCALES: Locale[] = ['zh-CN', 'zh-TW', 'en']
/** With a brand in place nobody sets the program up; its own test is below. */
const REFUSED_AS_IT_IS: Record<string, number> = {
  'POST /setup': 409,
  // Nothing is asked of this customer yet; a wrong body is refused before that is looked up.
  'PUT /public/progress/:token/revisit': 404,
  // Unsigned; what is signed is each connector's own test.
  ...Object.fromEntries(
    ['GET', 'POST', 'PUT'].flatMap((method) => [
      [`${method} /hooks/:hook`, 400],
      [`${method} /hooks/:hook/*`, 400],
    ]),
  ),
}

type Sent = { request: Request; query?: string; text?: string }

let senders = 0
/** Each from an address of its own: the limits per sender are not what is tested here. */
async function send(door: Door, { request, query = '', text }: Sent): Promise<Reply> {
  senders += 1
  const path = door.path.replace(/:(\w+)/g, (_, name: string) => request.params[name] ?? 'x')
  const upload =
    request.photo &&
    multipart([{ field: 'file', fileName: 'p.jpg', type: 'image/jpeg', bytes: request.photo }])
  const json = text ?? (request.body === undefined ? undefined : bodyText(request.body))
  return app.server.inject({
    method: door.method,
    url: `/api${path}${query}`,
    headers: {
      ...upload?.headers,
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...request.headers,
    },
    payload: upload?.payload ?? json,
    remoteAddress: `10.${senders >> 16}.${(senders >> 8) & 255}.${senders & 255}`,
  }) as unknown as Promise<Reply>
}

/** What the tables hold as long as every request is refused. */
let counted: string | null = null

/** Sends what `make` makes of a valid request and judges answer and tables; `locale` is what the reader asks for. */
async function tryDoor(door: Door, make: (valid: Request) => Sent): Promise<void> {
  const locale = LOCALES[senders % LOCALES.length]!
  const valid = await door.valid()
  if (door.access.signedIn) counted = null
  valid.headers['accept-language'] = locale
  const before: string = counted ?? (await rows.count())
  counted = before
  const sent = make(valid)
  const reply = await send(door, sent)
  const asked = sent.request.headers['accept-language'] === locale ? locale : null
  // Who is signed in reads in the own language, not in the browser's.
  const fault = faultOf(reply, door.access.signedIn ? null : asked)
  expect(fault, `${door.name} ${JSON.stringify(sent).slice(0, 600)}`).toBeNull()
  if (reply.statusCode < 400 || leavesAudit(door)) counted = null
  else expect(await rows.count()).toBe(before)
}

/** A wrong password of somebody who exists is recorded. */
const leavesAudit = (door: Door) => door.name === 'POST /session'

const odd = <T>(arbitrary: fc.Arbitrary<T>, tried: (value: T) => Promise<void>, numRuns = RUNS) =>
  fc.assert(fc.asyncProperty(arbitrary, tried), { seed: SEED, numRuns })

test('there are doors of every kind', () => {
  expect(doors.map((d) => d.name)).toEqual(
    expect.arrayContaining([
      'POST /public/forms/:slug/feedback',
      'POST /public/forms/:slug/photos',
      'PUT /public/progress/:token/answer',
      'POST /v1/feedback',
      'POST /session',
      'POST /setup',
    ]),
  )
})

test.each(doors.map((d) => [d.name, d] as const))(
  '%s accepts what the odd ones are made from',
  async (name, door) => {
    const reply = await send(door, { request: await door.valid() })
    expect(reply.statusCode, reply.body).toBe(REFUSED_AS_IT_IS[name] ?? reply.statusCode)
    if (!REFUSED_AS_IT_IS[name]) expect(reply.statusCode, reply.body).toBeLessThan(400)
  },
)

describe('odd bodies', () => {
  test.each(doors.filter((d) => d.body).map((d) => [d.name, d] as const))('%s', async (_, door) => {
    const { body } = await door.valid()
    await odd(oddBody(door.body!, body), (wrong) =>
      tryDoor(door, (valid) => ({ request: { ...valid, body: wrong } })),
    )
  })
})

describe('broken JSON and wrong types of content', () => {
  test.each(doors.filter((d) => d.body).map((d) => [d.name, d] as const))('%s', async (_, door) => {
    const { body } = await door.valid()
    await odd(brokenJson(bodyText(body)), (text) => tryDoor(door, (request) => ({ request, text })), 25)
    await odd(
      oddContentType,
      (type) =>
        tryDoor(door, (valid) => ({
          request: { ...valid, headers: { ...valid.headers, 'content-type': type } },
        })),
      25,
    )
  })
})

describe('odd addresses and headers', () => {
  test.each(doors.map((d) => [d.name, d] as const))('%s', async (_, door) => {
    const names = [...door.path.matchAll(/:(\w+)/g)].map((m) => m[1]!)
    const where = fc.record({
      params: names.length
        ? fc.dictionary(fc.constantFrom(...names), oddPart, { minKeys: 1, maxKeys: 1 })
        : fc.constant({}),
      query: fc.oneof(fc.constant(''), oddQuery),
    })
    await odd(
      where,
      ({ params, query }) =>
        tryDoor(door, (valid) => ({ request: { ...valid, params: { ...valid.params, ...params } }, query })),
      25,
    )
    await odd(
      oddHeaders,
      (headers) =>
        tryDoor(door, (valid) => ({ request: { ...valid, headers: { ...valid.headers, ...headers } } })),
      25,
    )
  })
})
