import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Connection } from '#contracts/channels/connect'
import { barriersOn, gone, seen } from '#test/browser'
import type { MadeBrand } from '#test/make'
import { openHouse } from './house.ts'

const TEA = { name: '茶屿', pack: 'milk_tea', shop: '茶屿·湖滨店', people: { agent: '小宋' } } as const
const house = openHouse({ offline: true })

let site: Server
let siteOrigin = ''
let body = ''
let trouble: string[] = []

/** Somebody else's website with a strict policy and loud styles of its own. */
beforeAll(async () => {
  site = createServer((req, res) => {
    if (req.url === '/loud.css') {
      res.writeHead(200, { 'content-type': 'text/css' })
      return res.end(
        '* { color: red !important; font-size: 40px !important } button { display: none !important }',
      )
    }
    const ours = new URL(house.app.services.origin).origin
    const policy = `default-src 'none'; script-src ${ours}; connect-src ${ours}; style-src 'self'; frame-src ${ours}`
    res.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
    res.end(
      `<!doctype html><html lang="zh-CN"><meta name="viewport" content="width=device-width"><title>茶屿官网</title><link rel="stylesheet" href="/loud.css"><body><main><h1>茶屿</h1>${body}</main></body></html>`,
    )
  })
  await new Promise<void>((ready) => site.listen(0, '127.0.0.1', ready))
  siteOrigin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
})
afterAll(() => new Promise((closed) => site.close(closed)))

async function connectChat(brand: MadeBrand, more: object = {}): Promise<string> {
  const admin = house.app.as(await house.app.make.staff({ role: 'admin', brand }))
  const made = await admin.post<Connection>('/channels', { kind: 'chat', name: '官网对话' })
  const hours = ['1-7 00:00-24:00']
  const settings = { origins: [siteOrigin], greeting: '您好，我是茶屿客服', hours, ...more }
  expect((await admin.put(`/channels/${made.body.id}/connection`, { settings })).status).toBe(200)
  return made.body.embed
}

async function visit(size: 'desk' | 'phone'): Promise<Page> {
  const page = await house.open(size, siteOrigin)
  trouble = []
  page.on('console', (line) => line.type() === 'error' && trouble.push(line.text()))
  await page.reload()
  return page
}
const script = (attributes: string) =>
  `<script src="${house.app.services.origin}/widget.js" ${attributes} async></script>`

async function ticketOf(brand: MadeBrand, content: string): Promise<string> {
  const find = () =>
    house.app.services.db.inBrand(brand.id, (tx) =>
      tx.selectFrom('tickets.ticket').select('id').where('content', '=', content).executeTakeFirst(),
    )
  await expect.poll(find, { timeout: 20_000 }).toBeTruthy()
  return (await find())!.id
}

test('a visitor of a foreign website writes, an agent answers, the visitor reads it and goes on after a reload', async () => {
  const { brand, people } = await house.found(TEA)
  body = await connectChat(brand)
  const page = await visit('desk')
  await page.getByRole('button', { name: '在线咨询' }).click()
  await seen(page.getByText('您好，我是茶屿客服'), page.getByText('客服在线'))
  await page.keyboard.type('外卖少了一杯杨枝甘露')
  await page.keyboard.press('Enter')
  await seen(page.getByText('已送达'))

  const ticketId = await ticketOf(brand, '外卖少了一杯杨枝甘露')
  const agent = await house.openAs(people.agent, 'desk', `/tickets/${ticketId}`)
  await seen(agent.getByText('外卖少了一杯杨枝甘露'))
  const sent = await house.app
    .as(people.agent)
    .post(`/tickets/${ticketId}/replies`, { text: '马上给您补送', photos: [] })
  expect(sent.status, sent.text).toBe(200)
  await seen(page.getByText('马上给您补送'))
  expect(await barriersOn(page)).toEqual([])

  await page.reload()
  await page.getByRole('button', { name: '在线咨询' }).click()
  await seen(page.getByText('马上给您补送'), page.getByText('外卖少了一杯杨枝甘露'))
  await page.keyboard.press('Escape')
  await seen(page.getByRole('button', { name: '在线咨询' }))
  expect(trouble).toEqual([])
}, 180_000)

test('what is said without a network goes out once when it is back, on a phone of 360 pixels too', async () => {
  const { brand } = await house.found({ ...TEA, name: '茶屿二店' })
  body = await connectChat(brand)
  const page = await visit('phone')
  await page.setViewportSize({ width: 360, height: 640 })
  await page.getByRole('button', { name: '在线咨询' }).click()
  await seen(page.getByText('客服在线'))
  await page.context().setOffline(true)
  await page.getByLabel('说点什么…').fill('断网时说的话')
  await page.getByRole('button', { name: '发送' }).click()
  await seen(page.getByText('没有网络，连上后自动发出'))
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await page.context().setOffline(false)
  await seen(page.getByText('已送达'))
  await gone(page.getByText('没有网络，连上后自动发出'))
  await ticketOf(brand, '断网时说的话')
  const said = await house.app.services.db.inBrand(brand.id, (tx) =>
    tx.selectFrom('channels.inbound_message').select('id').execute(),
  )
  expect(said).toHaveLength(1)
}, 180_000)

test('a visitor’s pictures arrive under a policy that allows no image of ours, and survive a broken line and a reload', async () => {
  const { brand, people } = await house.found({ ...TEA, name: '茶屿图片店' })
  body = await connectChat(brand)
  const page = await visit('phone')
  await page.getByRole('button', { name: '在线咨询' }).click()
  await seen(page.getByText('客服在线'))
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '发图片' }).click(),
  ])
  expect(chooser.isMultiple()).toBe(true)
  const [first, second] = await Promise.all([photo('#c33'), photo('#3c3')])
  await page.route('**/photos', (route) => route.abort())
  await chooser.setFiles([first])
  await seen(page.getByText('没有网络，连上后自动发出'))
  await page.reload()
  await page.getByRole('button', { name: '在线咨询' }).click()
  const pictures = page.getByRole('button', { name: '图片，点开看大图' })
  await seen(pictures.first())
  await expect.poll(() => colourOf(page, 0), { timeout: 20_000 }).toEqual([204, 51, 51])
  expect(await barriersOn(page)).toEqual([])
  await page.unroute('**/photos')
  await seen(page.getByText('已送达'))

  // The second one is refused once, and goes out when the visitor asks for it.
  await page.route('**/photos', (route) =>
    route.fulfill({
      status: 400,
      headers: {
        'access-control-allow-origin': '*',
        'access-control-expose-headers': 'retry-after',
      },
    }),
  )
  await page.locator('input[type=file]').setInputFiles([second])
  await seen(page.getByText('没有发出去'))
  await page.unroute('**/photos')
  await page.getByRole('button', { name: '再发一次' }).click()
  await expect.poll(() => page.getByText('已送达').count(), { timeout: 20_000 }).toBe(2)

  const find = () =>
    house.app.services.db.inBrand(brand.id, (tx) => tx.selectFrom('tickets.ticket').select('id').execute())
  await expect.poll(async () => (await find()).length, { timeout: 20_000 }).toBe(1)
  const [ticket] = await find()
  const agent = await house.openAs(people.agent, 'desk', `/tickets/${ticket!.id}`)
  await expect.poll(() => agent.locator('main img:visible').count(), { timeout: 20_000 }).toBe(2)

  const uploaded = await agent.request.post('/api/attachments', {
    multipart: { file: await photo('#33c') },
    headers: { origin: house.app.services.origin },
  })
  const { id: proof } = (await uploaded.json()) as { id: string }
  await house.app
    .as(people.agent)
    .post(`/tickets/${ticket!.id}/replies`, { text: '这是补送的单子', photos: [proof] })
  await seen(page.getByText('这是补送的单子'))
  await expect.poll(() => colourOf(page, 2), { timeout: 20_000 }).toEqual([51, 51, 204])
  await pictures.nth(2).click()
  await seen(page.getByRole('dialog', { name: '图片，点开看大图' }))
  await page.keyboard.press('Escape')
  await gone(page.getByRole('dialog', { name: '图片，点开看大图' }))
  expect(trouble.filter((line) => !/net::ERR_FAILED|status of 400/.test(line))).toEqual([])
}, 180_000)

const photo = async (background: string) => ({
  name: 'photo.png',
  mimeType: 'image/png',
  buffer: await sharp({ create: { width: 900, height: 600, channels: 3, background } })
    .png()
    .toBuffer(),
})
/** What stands in the middle of a picture of the log, give or take what JPEG costs. */
const colourOf = (page: Page, n: number) =>
  page.evaluate((nth) => {
    const root = [...document.querySelectorAll('div')].find((e) => e.shadowRoot)!.shadowRoot!
    const canvas = root.querySelectorAll<HTMLCanvasElement>('.pic canvas')[nth]
    const data = canvas?.getContext('2d')?.getImageData(canvas.width >> 1, canvas.height >> 1, 1, 1).data
    return data ? [...data].slice(0, 3).map((value) => Math.round(value / 51) * 51) : []
  }, n)

test('outside of the hours the visitor leaves a number, by which the ticket can be answered elsewhere', async () => {
  const { brand, people } = await house.found({ ...TEA, name: '茶屿夜里' })
  const inTwoDays = ((new Date().getDay() + 1) % 7) + 1
  const line = await connectChat(brand, { hours: [`${inTwoDays} 10:00-10:01`] })
  body = line.replace(' async', ' data-lang="zh-TW" async')
  const page = await visit('desk')
  await page.getByRole('button', { name: '線上諮詢' }).click()
  await seen(page.getByText('現在可以留言'))
  await page.keyboard.type('晚上還有人嗎')
  await page.keyboard.press('Enter')
  const contact = page.getByLabel('手機號碼或電子信箱')
  await contact.fill('12')
  await contact.press('Enter')
  await seen(page.getByRole('alert').filter({ hasText: '電子信箱' }))
  expect(await barriersOn(page)).toEqual([])
  await contact.fill('13800005678')
  await contact.press('Enter')
  await seen(page.getByText('收到，'))
  const ticketId = await ticketOf(brand, '晚上還有人嗎')
  const customer = async () =>
    JSON.stringify(
      (await house.app.as(people.agent).get<{ customer: unknown }>(`/tickets/${ticketId}`)).body.customer,
    )
  await expect.poll(customer, { timeout: 20_000 }).toContain('138****5678')
}, 180_000)

test('the form stands in a listed website as high as it is, and in no other', async () => {
  const { brand, website } = await house.found({ ...TEA, name: '茶屿三店' })
  body = script(`data-form="${website.split('/').at(-1)}"`)
  const other = await visit('desk')
  await expect.poll(() => trouble.join('\n'), { timeout: 20_000 }).toContain('frame-ancestors')
  await other.close()

  const admin = await house.app.make.staff({ role: 'admin', brand })
  const console = await house.openAs(admin, 'desk', '/channels')
  await console.getByRole('button', { name: '放进网页' }).click()
  await console.getByRole('textbox', { name: '哪些网站可以放' }).fill(`${siteOrigin}/about`)
  await console.getByRole('button', { name: '保存网站' }).click()
  await seen(console.getByText('网站已保存'), console.getByText(body))
  expect(await barriersOn(console)).toEqual([])
  const page = await visit('desk')
  await seen(page.frameLocator('iframe').getByRole('textbox').first())
  const frame = page.locator('iframe')
  await expect.poll(async () => Number(await frame.getAttribute('height')), { timeout: 20_000 }).not.toBe(640)
  expect(trouble).toEqual([])
}, 180_000)
