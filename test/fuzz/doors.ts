import { randomUUID } from 'node:crypto'
import type { Receipt } from '#contracts/channels'
import type { Tx } from '#platform/db/database'
import type { TestApp } from '#test/app'
import type { MadeStaff } from '#test/make'
import { type Route, routesOf } from '#test/routes'
import { sampleOf } from '#test/sample'
import { goodJpeg } from './hostile-images.ts'

/** A request that is accepted as it is; every odd one is made from it. */
export type Request = {
  params: Record<string, string>
  body?: unknown
  headers: Record<string, string>
  /** A photo instead of a body. */
  photo?: Buffer
}
export type Door = Route & { name: string; valid: () => Promise<Request> }
export type House = Awaited<ReturnType<typeof buildHouse>>

/** A brand with a table code, an API key, people and one ticket for each thing a customer can do with it. */
export async function buildHouse(app: TestApp) {
  const shop = await app.make.shop()
  const admin = await app.make.staff({ role: 'admin' })
  const agent = await app.make.staff({ role: 'agent' })
  const invited = await app.make.staff({ role: 'agent', invited: true })
  const asAdmin = app.as(admin)
  const [code] = (
    await asAdmin.post<{ slug: string }[]>('/codes', { shopId: shop.id, place: 'table', labels: ['A01'] })
  ).body
  const [kiosk] = (
    await asAdmin.post<{ slug: string }[]>('/codes', { shopId: shop.id, place: 'kiosk', labels: ['门口'] })
  ).body
  const key = (
    await asAdmin.post<{ secret: string }>('/api-keys', {
      name: 'odd',
      scopes: ['feedback.write', 'feedback.read', 'orders.write', 'orders.read'],
    })
  ).body
  const invitation = (await asAdmin.post<{ url: string }>(`/staff/${invited.id}/invitation`)).body
  const api = { authorization: `Bearer ${key.secret}` }
  const feedback = async (content = '珍珠奶茶里有冰渣，口感不好') => {
    const headers = { ...api, 'idempotency-key': randomUUID() }
    const { body } = await app.anonymous.post<Receipt>('/v1/feedback', { content }, { headers })
    const id = await ticketId(app, shop.brandId, body.number)
    return { number: body.number, token: body.progress.slice('/t/'.length), id }
  }
  const connected = async (kind: string, settings: object) => {
    const { id, hookUrl, embed } = (
      await asAdmin.post<{ id: string; hookUrl: string; embed: string }>('/channels', { kind, name: kind })
    ).body
    await asAdmin.put(`/channels/${id}/connection`, { settings })
    return /data-channel="([^"]+)"/.exec(embed)?.[1] ?? new URL(hookUrl).pathname.split('/').at(-1)!
  }
  const hook = await connected('monitor', { secret: 'a-secret-of-the-monitor' })
  const chat = await connected('chat', { origins: ['https://shop.example'] })
  const visitor = (await app.anonymous.post<{ token: string }>(`/public/chat/${chat}/visitors`, {})).body
  const ticket = await feedback()
  const inPerson = await inPersonOf(app, asAdmin, shop.id)
  const orders = await ordersOf(app, agent, shop.id)
  const checkUp = await checkUpOf(app, agent)
  const proposed = await feedback()
  const resolved = await feedback()
  for (const { id } of [proposed, resolved])
    await app.as(agent).put(`/tickets/${id}/proposal`, { text: '为您重做一杯，并退还差价。' })
  await app.anonymous.put(`/public/progress/${resolved.token}/answer`, { accept: true })
  return {
    app,
    shop,
    admin,
    agent,
    slug: code!.slug,
    kiosk: kiosk!.slug,
    hook,
    chat,
    visitor: visitor.token,
    ...inPerson,
    ...orders,
    checkUp,
    shopCode: shop.code,
    api,
    invitation: invitation.url.split('/').at(-1)!,
    ticket,
    proposed,
    resolved,
    /** The id behind a receipt's number. */
    idOf: (number: string) => ticketId(app, shop.brandId, number),
  }
}

/** An event with somebody who signed up, and a salon's tablet. */
async function inPersonOf(app: TestApp, asAdmin: ReturnType<TestApp['as']>, shopId: string) {
  const last = (address: string) => address.split('/').at(-1)!
  const day = 24 * 3600 * 1000
  const at = (days: number) => new Date(app.services.now().getTime() + days * day).toISOString()
  const made = await asAdmin.post<{ id: string; url: string }>('/events', {
    name: { 'zh-CN': '试饮会' },
    startsAt: at(-1),
    endsAt: at(300),
    opinion: { 'zh-CN': '想说什么？' },
    reward: { kind: 'points', points: 1, budgetPoints: 1_000_000 },
    consent: { 'zh-CN': '同意登记。' },
  })
  await asAdmin.put(`/events/${made.body.id}/state`, { state: 'open' })
  const event = last(made.body.url)
  const signUp = await app.anonymous.post<{ path: string }>(`/public/events/${event}/sign-ups`, {
    submissionId: randomUUID(),
    name: '小雨',
    phone: '13700000001',
    consent: true,
    consentVersion: 1,
  })
  const desk = await asAdmin.post<{ url: string }>('/salon/desks', { shopId })
  return { event, signUp: last(signUp.body.path), salon: last(desk.body.url) }
}

/** The private links of one order that can still be let go and of one that was handed over, and one that a program sent. */
async function ordersOf(app: TestApp, agent: MadeStaff, shopId: string) {
  const items = [{ name: '套餐', priceMinor: 2000, quantity: 1 }]
  const order = { shopId, kind: 'pickup', source: 'counter', items, contact: '13800001234' }
  const placed = async (more: object) => {
    const { id } = (await app.as(agent).post<{ id: string }>('/orders', { ...order, ...more })).body
    return (await app.as(agent).get<{ id: string; number: string; tracking: string }>(`/orders/${id}`)).body
  }
  const [open, over, sent, cared] = [
    await placed({}),
    await placed({}),
    await placed({ source: 'api' }),
    await placed({}),
  ]
  const aftercare = randomUUID()
  await app.services.db.inBrand(agent.brandId, (tx) =>
    tx
      .updateTable('orders.order')
      .set({ status: 'delivered', delivered_at: app.services.now() })
      .where('id', '=', over.id)
      .execute(),
  )
  await app.services.db.inBrand(agent.brandId, (tx) =>
    tx
      .insertInto('orders.aftercare')
      .values({
        brand_id: agent.brandId,
        id: aftercare,
        order_id: cared.id,
        due_at: app.services.now(),
        state: 'asked',
      })
      .execute(),
  )
  const last = (address: string) => address.split('/').at(-1)!
  return {
    order: last(open.tracking),
    orderOver: last(over.tracking),
    orderCared: last(cared.tracking),
    aftercare,
    orderNumber: sent.number,
  }
}

/** The private link by which a customer says whether the own details are still right. */
async function checkUpOf(app: TestApp, agent: MadeStaff): Promise<string> {
  const inBrand = <T>(work: (tx: Tx) => Promise<T>) => app.services.db.inBrand(agent.brandId, work)
  const { customer_id } = await inBrand((tx) =>
    tx.selectFrom('customers.identity').select('customer_id').executeTakeFirstOrThrow(),
  )
  await app.as(agent).post('/customer-check-ups', { customerIds: [customer_id] })
  const { id } = await inBrand((tx) =>
    tx.selectFrom('customers.check_up').select('id').executeTakeFirstOrThrow(),
  )
  return app.services.keys.tokenFor('check-up', id)
}

let numbers = 13_800_000_000
const newNumber = () => String(++numbers)

async function ticketId(app: TestApp, brandId: string, number: string): Promise<string> {
  const row = await app.services.db.inBrand(brandId, (tx) =>
    tx
      .selectFrom('tickets.ticket')
      .select('id')
      .where('number', '=', Number(number.slice('HY-'.length)))
      .executeTakeFirstOrThrow(),
  )
  return row.id
}

/** Every route that is open to strangers, to keys of the public API, or that signs people in and out. */
export async function doorsOf(house: House): Promise<Door[]> {
  const routes = await routesOf(house.app.services, house.app.modules)
  const jpeg = await goodJpeg()
  return routes
    .filter((r) => r.access.public || r.access.apiScope || r.path === '/session')
    .map((route) => ({
      ...route,
      name: `${route.method} ${route.path}`,
      valid: () => validRequest(house, route, jpeg),
    }))
}

async function validRequest(house: House, route: Route, photo: Buffer): Promise<Request> {
  const { app, agent } = house
  const headers: Record<string, string> = { host: 'localhost' }
  if (route.access.apiScope) Object.assign(headers, house.api, { 'idempotency-key': randomUUID() })
  if (route.access.signedIn) headers.cookie = `huiyin_session=${await app.sessionFor(agent)}`
  if (route.path.startsWith('/public/chat/')) headers.authorization = `Bearer ${house.visitor}`
  const params = { ...paramsOf(house, route) }
  if (route.path.endsWith('/photos') && route.method === 'POST') return { params, headers, photo }
  if (route.path.startsWith('/public/chat/') && route.path.endsWith('/photos/:id'))
    params.id = await shownInChat(house, photo)
  else if (route.path.includes('/photos/:id')) params.id = await shownPhoto(house, photo)
  return { params, headers, ...(route.body ? { body: bodyOf(house, route) } : {}) }
}

function paramsOf(house: House, { path }: Route): Record<string, string> {
  if (path.startsWith('/public/events/')) return { slug: house.event }
  if (path.startsWith('/public/sign-ups/')) return { token: house.signUp }
  if (path.startsWith('/public/salon/')) return { slug: house.salon }
  if (path.startsWith('/public/orders/'))
    return {
      token: path.endsWith('/review')
        ? house.orderOver
        : path.endsWith('/aftercare')
          ? house.orderCared
          : house.order,
    }
  if (path.startsWith('/public/check-ups/')) return { token: house.checkUp }
  if (path.startsWith('/v1/orders/')) return { number: house.orderNumber }
  const token = path.endsWith('/answer')
    ? house.proposed.token
    : path.endsWith('/rating')
      ? house.resolved.token
      : house.ticket.token
  return {
    slug: path.startsWith('/public/kiosks/') ? house.kiosk : house.slug,
    hook: path.startsWith('/public/chat/') ? house.chat : house.hook,
    token: path.startsWith('/invitations') ? house.invitation : token,
    number: house.ticket.number,
    id: randomUUID(),
  }
}

const API_ORDER = {
  kind: 'pickup',
  orderNumber: 'APP-1',
  items: [{ name: '套餐', priceMinor: 2000, quantity: 1 }],
  contact: '13800001234',
}

function bodyOf({ agent, shop, aftercare }: House, route: Route): unknown {
  const known = {
    login: agent.login,
    password: 'a password for tests',
    submissionId: randomUUID(),
    messageId: randomUUID(),
    id: randomUUID(),
    contact: '13800001234',
    phone: newNumber(),
    consent: true,
    reason: 'not_solved',
    pack: 'milk_tea',
  }
  const extra = /feedback$/.test(route.path) ? { content: '奶茶里吃到一根头发', mood: 'bad' } : {}
  const inApi = route.path === '/v1/feedback' ? { content: '奶茶里吃到一根头发', shopCode: shop.code } : extra
  if (route.path === '/v1/orders') return { ...API_ORDER, shopCode: shop.code }
  if (route.path.startsWith('/public/orders/') && route.path.endsWith('/review'))
    return { mark: 'good', words: ['tasty'], text: '好喝' }
  if (route.path.endsWith('/aftercare')) return { id: aftercare, reaction: 'mild', text: '还有一点红' }
  const message = route.path.endsWith('/messages') ? { text: '能快一点吗？' } : {}
  return { ...(sampleOf(route.body!, known) as object), ...inApi, ...message }
}

let multiparts = 0
const shown = new WeakMap<House, Promise<string>>()

/** A photo that stands on the ticket's progress page. */
function shownPhoto(house: House, photo: Buffer): Promise<string> {
  const id = shown.get(house) ?? showPhoto(house, photo)
  shown.set(house, id)
  return id
}

const shownChats = new WeakMap<House, Promise<string>>()

/** A photo that this visitor has said something with. */
function shownInChat(house: House, photo: Buffer): Promise<string> {
  const id = shownChats.get(house) ?? showInChat(house, photo)
  shownChats.set(house, id)
  return id
}

async function showInChat({ app, chat, visitor }: House, bytes: Buffer): Promise<string> {
  const form = multipart([{ field: 'file', fileName: 'p.jpg', type: 'image/jpeg', bytes }])
  const authorization = `Bearer ${visitor}`
  const url = `/api/public/chat/${chat}`
  const headers = { ...form.headers, authorization }
  const reply = await app.server.inject({ method: 'POST', url: `${url}/photos`, ...form, headers })
  const { id } = JSON.parse(reply.body) as { id: string }
  const body = { id: randomUUID(), photos: [id] }
  await app.anonymous.post(`/public/chat/${chat}/messages`, body, { headers: { authorization } })
  return id
}

async function showPhoto({ app, ticket }: House, photo: Buffer): Promise<string> {
  const form = multipart([{ field: 'file', fileName: 'p.jpg', type: 'image/jpeg', bytes: photo }])
  const reply = await app.server.inject({
    method: 'POST',
    url: `/api/public/progress/${ticket.token}/photos`,
    ...form,
  })
  const { id } = JSON.parse(reply.body) as { id: string }
  await app.anonymous.post(`/public/progress/${ticket.token}/messages`, {
    messageId: randomUUID(),
    photos: [id],
  })
  return id
}

export type Part = { field: string; fileName?: string; type?: string; bytes: Buffer }

/** A multipart body as a browser writes it, but with whatever names and types are wanted. */
export function multipart(parts: Part[]): { payload: Buffer; headers: { 'content-type': string } } {
  const boundary = `odd-${++multiparts}`
  const written = parts.map(({ field, fileName, type, bytes }) => {
    const file = fileName === undefined ? '' : `; filename="${fileName}"`
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${field}"${file}\r\n${type ? `Content-Type: ${type}\r\n` : ''}\r\n`
    return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n')])
  })
  return {
    payload: Buffer.concat([...written, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}
