import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import fc from 'fast-check'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { PHOTO_LIMIT, type Receipt } from '#contracts/channels'
import type { CustomerRevealed } from '#contracts/customers'
import type { Progress } from '#contracts/tickets'
import { startApp, type TestApp } from '#test/app'
import { buildHouse, type House, multipart, type Part } from './fuzz/doors.ts'
import { goodJpeg, hostileImages, type Upload } from './fuzz/hostile-images.ts'
import { faultOf, type Reply, refusal, rowCounter } from './fuzz/judge.ts'
import { bodyText, DEEP, TRICKS } from './fuzz/odd-input.ts'

const SEED = 20261122
const app = await startApp({ now: '2026-03-02T12:00:00+08:00' })
const house = await buildHouse(app)
const rows = await rowCounter(app.database.ownerUrl)
const jpeg = await goodJpeg()
const images = await hostileImages(PHOTO_LIMIT.bytes)
afterAll(async () => {
  await rows.end()
  await app.close()
})

let senders = 0
function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Reply> {
  senders += 1
  return app.server.inject({
    method: 'POST',
    url: `/api${path}`,
    headers: { 'content-type': 'application/json', ...headers },
    payload: body instanceof Buffer ? body : bodyText(body),
    remoteAddress: `10.1.${senders >> 8}.${senders & 255}`,
  }) as unknown as Promise<Reply>
}
const form = () => `/public/forms/${house.slug}/feedback`
const feedback = (more: object) => ({ submissionId: randomUUID(), content: '奶茶太甜', mood: 'bad', ...more })
const viaApi = (content: string, more: object = {}) =>
  post('/v1/feedback', { content, ...more }, { ...house.api, 'idempotency-key': randomUUID() })
const progressOf = async (token: string) =>
  (
    await app.anonymous.get<Progress>(`/public/progress/${token}`, undefined, {
      ip: `10.2.0.${++senders % 250}`,
    })
  ).body

describe('a refusal names the field', () => {
  const cases: [string, object, string][] = [
    ['a number for words', { content: 7 }, 'content'],
    ['words beyond the limit', { content: '长'.repeat(4001) }, 'content'],
    ['ten thousand nested arrays', { content: DEEP }, 'content'],
    ['a mood that does not exist', { mood: 'furious' }, 'mood'],
    ['no id of the submission', { submissionId: undefined }, 'submissionId'],
    ['a field that nobody asked for', { isAdmin: true }, 'isAdmin'],
    ['a photo without a proper id', { photos: ['../../x.jpg'] }, 'photos.0'],
    ['too many photos', { photos: Array.from({ length: 7 }, () => randomUUID()) }, 'photos'],
    ['a contact that is none', { contact: '<script>' }, 'contact'],
    ['a time that is none', { purchasedAt: '2026-13-45T99:99:99Z' }, 'purchasedAt'],
    ['NUL', { content: 'a\u0000b' }, 'content'],
    ['half of a surrogate pair', { name: '\ud800' }, 'name'],
    ['NUL in the name of a field', { 'a\u0000b': 1 }, ''],
  ]
  test.each(cases)('%s', async (_, wrong, field) => {
    const before = await rows.count()
    const problem = refusal(await post(form(), feedback(wrong)), 400)
    expect(problem.field ?? '').toBe(field)
    expect(await rows.count()).toBe(before)
  })

  test('a form beyond 256 KB, and one that is not JSON', async () => {
    expect(refusal(await post(form(), feedback({ content: 'x'.repeat(300_000) })), 413).code).toBe(
      'http.tooLarge',
    )
    const text = refusal(
      await post(form(), Buffer.from('content=hello'), { 'content-type': 'text/plain' }),
      415,
    )
    expect([text.code, text.field]).toEqual(['http.wrongType', 'Content-Type'])
  })

  test('an answer does not grow with the name of a field', async () => {
    const reply = await post(form(), feedback({ ['x'.repeat(200_000)]: 1 }))
    refusal(reply, 400)
    expect(reply.body.length).toBeLessThan(2000)
  })

  test('a key, a number and an address that nobody could have', async () => {
    const key = await post('/v1/feedback', { content: 'x' }, { ...house.api, 'idempotency-key': 'short' })
    expect(refusal(key, 400).field).toBe('Idempotency-Key')
    const slug = await post('/public/forms/%00%00%00%00/feedback', feedback({}))
    expect(refusal(slug, 400).field).toBe('slug')
    expect(refusal(await post('/public/forms/%zz/feedback', feedback({})), 400).code).toBe('http.badInput')
  })
})

describe('what is accepted comes back as it was sent', () => {
  const stored = fc
    .oneof(fc.constantFrom(...TRICKS), fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }))
    .filter(
      (text) => text.isWellFormed() && !text.includes('\u0000') && text.trim() !== '' && text.length <= 2000,
    )

  test('on the progress page, to staff and in the table', async () => {
    await fc.assert(
      fc.asyncProperty(stored, async (text) => {
        const content = `饮品里有异物。${text}`
        const reply = await viaApi(content)
        expect(reply.statusCode, reply.body).toBe(201)
        const receipt = JSON.parse(reply.body) as Receipt
        const token = receipt.progress.slice('/t/'.length)
        const said = { messageId: randomUUID(), text }
        expect((await post(`/public/progress/${token}/messages`, said)).statusCode).toBe(200)
        const { messages } = await progressOf(token)
        expect(messages.map((m) => m.text)).toEqual([content.trim(), text.trim()])
        const saved = await app.services.db.inBrand(house.shop.brandId, (tx) =>
          tx
            .selectFrom('tickets.ticket')
            .select(['content', 'title'])
            .where('number', '=', Number(receipt.number.slice('HY-'.length)))
            .executeTakeFirstOrThrow(),
        )
        expect(saved.content).toBe(content.trim())
        expect(saved.title.isWellFormed()).toBe(true)
      }),
      { seed: SEED, numRuns: 60 },
    )
  })

  test('a name, a place and an order number, opened with a reason', async () => {
    const name = `</script><b>林'小"雨\\ 👩‍👩‍👧‍👦 \u202Etxt`
    const reply = await viaApi('字条里有头发', {
      name,
      contact: '+86 138-0000-1234',
      orderNumber: "'; drop--",
      source: '{{x}}',
    })
    const { number } = JSON.parse(reply.body) as Receipt
    const id = await house.idOf(number)
    const revealed = await app
      .as(house.agent)
      .post<z.infer<typeof CustomerRevealed>>(`/tickets/${id}/contact`, { reason: '回电给顾客' })
    expect(revealed.body.name).toBe(name)
    expect(revealed.body.phone).toBe('13800001234')
  })

  test('JSON with a name like a trap stays JSON', async () => {
    const reply = await viaApi('<img src=x onerror=alert(1)>')
    expect(reply.headers['content-type']).toMatch(/^application\/json/)
    expect(reply.headers['x-content-type-options']).toBe('nosniff')
  })
})

describe('a first brand with odd names', () => {
  let empty: TestApp
  beforeAll(async () => {
    empty = await startApp({ now: '2026-03-02T12:00:00+08:00' })
  })
  afterAll(() => empty.close())
  const setup = (name: string) => ({
    admin: { name, login: 'first.admin', password: 'a password for tests' },
    brand: { name, pack: 'milk_tea' },
    shop: { name, address: name },
  })

  test('is refused whole, or made whole and read as it was written', async () => {
    for (const name of ['NUL\u0000', '\udfff', '', 'x'.repeat(61)]) {
      const refused = await empty.anonymous.post('/setup', setup(name), { ip: '10.3.0.1' })
      expect([name, refused.status]).toEqual([name, 400])
    }
    expect((await empty.anonymous.get<{ needed: boolean }>('/setup')).body.needed).toBe(true)
    const name = `</script><img src=x> $& $' '; drop-- 𠮷\u202E`
    const made = await empty.anonymous.post<{ brand: { name: string }; name: string }>(
      '/setup',
      setup(name),
      { ip: '10.3.0.2' },
    )
    expect([made.status, made.body.name, made.body.brand?.name]).toEqual([200, name, name])
  })
})

describe.each(['form', 'progress page'] as const)('photos at the %s', (where) => {
  const path = () =>
    where === 'form' ? `/public/forms/${house.slug}/photos` : `/public/progress/${house.ticket.token}/photos`
  const upload = (parts: Part[]) => {
    const { payload, headers } = multipart(parts)
    return post(path(), payload, headers)
  }
  const photo = ({
    bytes,
    fileName = 'p.jpg',
    type = 'image/jpeg',
  }: Pick<Upload, 'bytes' | 'fileName' | 'type'>): Part => ({
    field: 'file',
    fileName,
    type,
    bytes,
  })

  test.each(images.filter((i) => i.refused).map((i) => [i.name, i] as const))(
    '%s is refused',
    async (_, image) => {
      const [before, puts] = [await rows.count(), filesPut]
      const problem = refusal(await upload([photo(image)]), image.refused!)
      expect([problem.code, problem.field]).toEqual([image.code, 'photo'])
      expect([await rows.count(), filesPut]).toEqual([before, puts])
    },
  )

  test.each(images.filter((i) => !i.refused).map((i) => [i.name, i] as const))(
    '%s is kept as a plain JPEG that says nothing of its origin',
    async (_, image) => {
      const reply = await upload([photo(image)])
      expect(reply.statusCode, reply.body).toBe(201)
      await expectPlain(house, (JSON.parse(reply.body) as { id: string }).id)
    },
  )

  const good = { field: 'file', fileName: 'p.jpg', type: 'image/jpeg', bytes: jpeg }
  const shapes: [string, Part[], number, string][] = [
    ['nothing', [], 415, 'photo'],
    ['a field instead of a file', [{ field: 'file', bytes: Buffer.from('hello') }], 415, 'photo'],
    ['a file under another name', [{ ...good, field: 'avatar' }], 400, 'avatar'],
    ['two files', [good, good], 413, 'photo'],
    [
      'many fields before the file',
      [...Array.from({ length: 9 }, (_, i) => ({ field: `f${i}`, bytes: Buffer.from('x') })), good],
      413,
      '',
    ],
  ]
  test.each(shapes)('%s is refused', async (_, parts, status, field) => {
    const [before, puts] = [await rows.count(), filesPut]
    expect(refusal(await upload(parts), status).field ?? '').toBe(field)
    expect([await rows.count(), filesPut]).toEqual([before, puts])
  })

  test('a body that ends too early, has no boundary, or is no form at all', async () => {
    const [before, puts] = [await rows.count(), filesPut]
    const { payload, headers } = multipart([good])
    for (const at of [0, 1, 40, 120, payload.length - 30, payload.length - 4]) {
      const reply = await post(path(), payload.subarray(0, at), headers)
      expect([at, faultOf(reply, 'zh-CN'), reply.statusCode < 400]).toEqual([at, null, false])
    }
    for (const type of [
      'multipart/form-data',
      'multipart/form-data; boundary=',
      'application/json',
      'image/jpeg',
      '',
    ]) {
      const reply = await post(path(), payload, { 'content-type': type })
      expect([type, faultOf(reply, 'zh-CN'), reply.statusCode < 400]).toEqual([type, null, false])
    }
    expect([await rows.count(), filesPut]).toEqual([before, puts])
  })
})

/** Counts what reaches the file store; it still gets there. */
let filesPut = 0
const put = app.services.files.put
app.services.files.put = (key, bytes) => {
  filesPut += 1
  return put(key, bytes)
}

async function expectPlain({ shop }: House, id: string): Promise<void> {
  const row = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.selectFrom('channels.attachment').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  )
  expect(row.file_key).toMatch(/^[0-9a-f-]{36}\/2026-03-02\/[0-9a-f-]{36}\.jpg$/)
  for (const key of [row.file_key, row.thumb_key]) {
    const bytes = Buffer.from(await app.services.files.get(key))
    const { format, exif, xmp, iptc, orientation, pages, width } = await sharp(bytes).metadata()
    expect({ format, exif, xmp, iptc, orientation, pages }).toEqual({ format: 'jpeg' })
    expect(width).toBeGreaterThan(0)
    for (const trace of ['GPS', 'HuiyinPhone', 'West Lake', 'script'])
      expect(bytes.includes(trace)).toBe(false)
    await sharp(bytes, { failOn: 'warning' }).raw().toBuffer()
  }
}

describe('addresses of pages and files', () => {
  const doors = ['/q/', '/t/', '/c/', '/assets/', '/health/', '/metrics/', '/']
  const tricks = ['%zz', '%00', '..%2f..%2fpackage.json', '..%5c..%5cx', '%2e%2e/%2e%2e/main/start.ts', '%ff']
  test.each(doors)('%s gives nothing away and never fails', async (door) => {
    for (const trick of [...tricks, 'x'.repeat(5000), '<script>', '__proto__']) {
      const reply = await app.server.inject({ url: door + trick })
      expect([door, trick, reply.statusCode < 500]).toEqual([door, trick, true])
      expect(reply.body).not.toMatch(/"devDependencies"|node:process|alert\(1\)/)
    }
  })
})

describe('what is no proper HTTP', () => {
  let port = 0
  beforeAll(async () => {
    const address = await app.server.listen({ port: 0, host: '127.0.0.1' })
    port = Number(new URL(address).port)
  })

  const cases: [string, string | Buffer, number][] = [
    ['a word', 'HELLO\r\n\r\n', 400],
    ['bytes', Buffer.from([0x16, 3, 1, 0, 0xff, 0, 1, 2, 3, 13, 10, 13, 10]), 400],
    ['a method that does not exist', 'STEAL /api/setup HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['a broken address', 'GET /api/public/forms/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
    [
      'two lengths',
      'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\n{}',
      400,
    ],
    [
      'a length and chunks',
      'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    [
      'a chunk without a size',
      'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
      400,
    ],
    ['a head of 40 KB', `GET /api/setup HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(40_000)}\r\n\r\n`, 413],
    [
      'an upgrade that nobody offers',
      'GET /api/live HTTP/1.1\r\nHost: x\r\nConnection: close, upgrade\r\nUpgrade: websocket\r\n\r\n',
      401,
    ],
  ]
  test.each(cases)('%s is answered with a problem document', async (_, bytes, status) => {
    const text = await exchange(port, bytes)
    const [head = '', body = ''] = text.split('\r\n\r\n')
    expect(text).toMatch(/^HTTP\/1\.1 \d{3} /)
    const statusCode = Number(head.slice(9, 12))
    const type = /content-type: (.*)/i.exec(head)?.[1] ?? ''
    expect(refusal({ statusCode, headers: { 'content-type': type }, body }, status).status).toBe(status)
  })
})

function exchange(port: number, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.setTimeout(5000, () => socket.destroy(new Error('no answer')))
    socket.on('data', (chunk) => {
      heard += chunk
    })
    socket.on('end', () => resolve(heard))
    socket.on('error', (error) => (heard ? resolve(heard) : reject(error)))
  })
}
