import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import type { ChatTalk } from '#contracts/channels/chat'
import type { Connection } from '#contracts/channels/connect'
import type { EntryPage } from '#contracts/tickets'
import { systemContext } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { keepPhoto } from '../keep-photo.ts'

const NOON = '2026-03-02T12:00:00+08:00'
const SITE = 'https://www.brand.example'

let app: TestApp
let shop: MadeShop
let agent: MadeStaff
let path: string
let jpeg: Buffer

beforeAll(async () => {
  app = await startApp({ now: NOON })
  shop = await app.make.shop()
  const admin = await app.make.staff({ role: 'admin' })
  agent = await app.make.staff({ role: 'agent' })
  const made = await app.as(admin).post<Connection>('/channels', { kind: 'chat', name: '官网对话' })
  await app.as(admin).put(`/channels/${made.body.id}/connection`, { settings: { origins: [SITE] } })
  path = `/public/chat/${/data-channel="([^"]+)"/.exec(made.body.embed)![1]}`
  jpeg = await picture(40, 30)
})
afterAll(() => app.close())
beforeEach(() => app.setNow(NOON))

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#875' } })
    .jpeg()
    .toBuffer()
const from = (token = '') => ({ headers: { origin: SITE, authorization: `Bearer ${token}` } })
const begin = async () =>
  (await app.anonymous.post<{ token: string }>(`${path}/visitors`, {}, from())).body.token
const say = (token: string, words: { id?: string; text?: string; photos?: string[] }) =>
  app.anonymous.post(`${path}/messages`, { id: randomUUID(), ...words }, from(token))
const talk = async (token: string) =>
  (await app.anonymous.get<ChatTalk>(`${path}/messages`, undefined, from(token))).body

async function upload(token: string, bytes = jpeg) {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'p.jpg')
  const request = new Request('http://localhost', { method: 'POST', body: form })
  const reply = await app.server.inject({
    method: 'POST',
    url: `/api${path}/photos`,
    headers: { ...from(token).headers, 'content-type': request.headers.get('content-type')! },
    payload: Buffer.from(await request.arrayBuffer()),
  })
  return { status: reply.statusCode, id: (JSON.parse(reply.body) as { id: string }).id }
}
const see = (token: string, id: string, size = 'thumb') =>
  app.server.inject({
    method: 'GET',
    url: `/api${path}/photos/${id}?size=${size}`,
    headers: from(token).headers,
  })

async function ticketsWithPhotos() {
  const rows = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.selectFrom('tickets.ticket').select('id').orderBy('opened_at', 'desc').orderBy('id', 'desc').execute(),
  )
  const { entries } = (await app.as(agent).get<z.infer<typeof EntryPage>>(`/tickets/${rows[0]!.id}/entries`))
    .body
  return { id: rows[0]!.id, count: rows.length, said: entries.filter((e) => e.kind === 'message_in') }
}

test('a picture opens a ticket like any other photo, once, and the visitor sees it and nobody else', async () => {
  const token = await begin()
  const photo = await upload(token)
  expect(photo.status).toBe(201)
  expect((await see(token, photo.id)).statusCode).toBe(404)
  const id = randomUUID()
  for (let i = 0; i < 3; i++) expect((await say(token, { id, photos: [photo.id] })).status).toBe(204)
  await app.sweep()
  const ticket = await ticketsWithPhotos()
  expect(ticket.said).toHaveLength(1)
  expect(ticket.said[0]!.photos).toMatchObject([{ id: photo.id, width: 40, height: 30 }])
  const shown = await app.as(agent).get(ticket.said[0]!.photos[0]!.url.replace('/api', ''))
  expect(shown.status).toBe(200)

  expect((await talk(token)).messages![0]).toMatchObject({
    id,
    text: '',
    photos: [{ id: photo.id, width: 40, height: 30 }],
  })
  const seen = await see(token, photo.id)
  expect([seen.statusCode, seen.headers['content-type']]).toEqual([200, 'image/jpeg'])
  expect((await see(await begin(), photo.id, 'full')).statusCode).toBe(404)
  expect((await see('', photo.id)).statusCode).toBe(403)
})

test('a picture that somebody else uploaded, or that is none, is refused, and nothing is stored', async () => {
  const [one, two] = [await begin(), await begin()]
  const photo = await upload(one)
  const refused = await say(two, { text: '看这张', photos: [photo.id] })
  expect([refused.status, refused.problem?.code]).toEqual([422, 'channels.photoUnknown'])
  expect((await talk(two)).messages).toEqual([])
  expect((await upload(one, Buffer.from('no picture at all'))).status).toBe(415)
  expect((await say(one, { text: '   ' })).status).toBe(400)
  expect((await upload('')).status).toBe(403)
})

test('words and pictures of one message stay together, and the agent’s own picture is shown in the window', async () => {
  const token = await begin()
  const photos = [(await upload(token)).id, (await upload(token)).id]
  await say(token, { text: '少了两杯，看图', photos })
  await app.sweep()
  const ticket = await ticketsWithPhotos()
  expect(ticket.said[0]).toMatchObject({
    text: '少了两杯，看图',
    photos: [{ id: photos[0] }, { id: photos[1] }],
  })

  const ctx = systemContext(app.services, shop.brandId)
  const proof = await keepPhoto(ctx, `staff:${agent.id}`, await picture(20, 20))
  const sent = await app
    .as(agent)
    .post(`/tickets/${ticket.id}/replies`, { text: '这是补送的单子', photos: [proof.id] })
  expect(sent.status, sent.text).toBe(200)
  await app.sweep()
  const answer = (await talk(token)).messages!.find((m) => m.text.includes('这是补送的单子'))!
  expect(answer.photos).toEqual([{ id: proof.id, width: 20, height: 20 }])
  expect((await see(token, proof.id, 'full')).statusCode).toBe(200)
})

test('a picture that is gone by the time it is read is counted, and the words arrive', async () => {
  const token = await begin()
  const photo = await upload(token)
  await say(token, { text: '图没了话还在', photos: [photo.id] })
  await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.deleteFrom('channels.attachment').where('id', '=', photo.id).execute(),
  )
  await app.sweep()
  const ticket = await ticketsWithPhotos()
  expect(ticket.said[0]).toMatchObject({ text: '图没了话还在', photos: [], data: { lost: 1 } })
})
