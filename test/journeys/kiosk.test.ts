import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import type { Code } from '#contracts/channels'
import type { KioskSetup } from '#contracts/channels/box'
import { barriersOn, gone, seen, TABLETS } from '#test/browser'
import { openHouse } from './house.ts'

const house = openHouse({ offline: true })
const sizes = Object.keys(TABLETS) as (keyof typeof TABLETS)[]
const SAID = '门口排队没有人管，等了四十分钟'
const PHONE = '13812345678'

/** A shop with its tablet; `path` is the tablet's own link. */
async function tabletOf() {
  const founded = await house.found({
    name: '青禾茶事',
    pack: 'milk_tea',
    shop: '湖滨银泰店',
    people: { agent: '沈知夏' },
  })
  const admin = house.app.as(await house.app.make.staff({ role: 'admin', brand: founded.brand }))
  const body = { shopId: founded.shop.id, place: 'kiosk', labels: ['门口平板'] }
  const [code] = (await admin.post<z.infer<typeof Code>[]>('/codes', body)).body
  const setup = async () => (await admin.get<KioskSetup>(`/codes/${code!.id}/kiosk`)).body
  return { ...founded, code: code!, admin, setup, path: new URL((await setup()).url).pathname }
}

const begin = async (page: Page) => {
  await page.getByRole('button', { name: '点这里，说一句' }).click()
  await seen(page.getByRole('heading', { name: '今天感觉怎么样？' }))
}
const write = async (page: Page) => {
  await begin(page)
  await page.getByRole('button', { name: '有问题' }).click()
  await page.getByRole('textbox', { name: '想说的话' }).fill(SAID)
  await page.getByRole('button', { name: '下一步' }).click()
  await seen(page.getByRole('heading', { name: '想知道处理结果吗？' }))
}
/** Everything the browser keeps by itself for this address. */
const keptOn = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const bases = (await indexedDB.databases?.()) ?? []
    const names = await caches.keys()
    const cached = await Promise.all(
      names.map(async (name) => {
        const cache = await caches.open(name)
        const answers = await Promise.all(
          (await cache.keys()).map(async (key) => (await cache.match(key))?.text()),
        )
        return answers.join()
      }),
    )
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, bases, cached, document.cookie])
  })

test.each(sizes)('three taps and a sentence at the door, on a tablet that is %s', async (size) => {
  const { path, people } = await tabletOf()
  const page = await house.open(size, path)
  await seen(page.getByText('青禾茶事 · 湖滨银泰店'))
  expect(await barriersOn(page)).toEqual([])
  await begin(page)
  expect(await barriersOn(page)).toEqual([])
  await page.getByRole('button', { name: '有问题' }).click()
  await page.getByRole('textbox', { name: '想说的话' }).fill(SAID)
  expect(await barriersOn(page)).toEqual([])
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('textbox', { name: '手机号' }).fill('1381')
  await page.getByRole('button', { name: '送出' }).click()
  await seen(page.getByText('这个号码好像不完整'))
  await page.getByRole('textbox', { name: '手机号' }).fill(PHONE)
  await page.getByRole('button', { name: '送出' }).click()
  await seen(page.getByText(/^HY-\d+$/), page.getByRole('img', { name: '用自己的手机扫一扫，随时看进度' }))
  expect(await barriersOn(page)).toEqual([])
  const fits = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
  expect(fits).toBe(true)

  await page.getByRole('button', { name: '好了' }).click()
  await seen(page.getByRole('button', { name: '点这里，说一句' }))
  const kept = await keptOn(page)
  expect(kept).not.toContain(SAID)
  expect(kept).not.toContain(PHONE)
  expect(kept).not.toContain('/t/')
  const desk = await house.openAs(people.agent, 'desk', '/inbox')
  await seen(desk.getByRole('link', { name: SAID.slice(0, 12) }))
})

test('whoever walks away leaves nothing: a countdown, then the first page, empty', async () => {
  const { path } = await tabletOf()
  const page = await house.open('lying', 'about:blank')
  await page.clock.install()
  await page.goto(path)
  await write(page)
  await page.getByRole('textbox', { name: '手机号' }).fill(PHONE)
  await page.getByRole('button', { name: 'English' }).click()
  await page.clock.fastForward(46_000)
  const asked = page.getByRole('alertdialog')
  await seen(asked, asked.getByRole('timer'))
  expect(await barriersOn(page)).toEqual([])
  await page.getByRole('button', { name: 'Yes, go on' }).click()
  await gone(asked)
  expect(await page.getByRole('textbox', { name: 'Mobile number' }).inputValue()).toBe(PHONE)

  await page.clock.fastForward(46_000)
  await seen(asked)
  await page.clock.fastForward(16_000)
  await seen(page.getByRole('button', { name: '点这里，说一句' }))
  expect(await keptOn(page)).not.toContain(SAID)
  expect(await keptOn(page)).not.toContain(PHONE)
  await begin(page)
  await page.getByRole('button', { name: '有问题' }).click()
  expect(await page.getByRole('textbox', { name: '想说的话' }).inputValue()).toBe('')
  await page.getByRole('button', { name: '下一步' }).click()
  expect(await page.getByRole('textbox', { name: '手机号' }).inputValue()).toBe('')
})

test('the thanks go by themselves, and the number with them', async () => {
  const { path } = await tabletOf()
  const page = await house.open('standing', 'about:blank')
  await page.clock.install()
  await page.goto(path)
  await write(page)
  await page.getByRole('button', { name: '不留号码，直接送出' }).click()
  const number = page.getByText(/^HY-\d+$/)
  await seen(number)
  await page.clock.fastForward(31_000)
  await seen(page.getByRole('button', { name: '点这里，说一句' }))
  await gone(number)
})

test('without a network it is kept and counted, survives a restart, and goes when the network is back', async () => {
  const { path, people, setup } = await tabletOf()
  const page = await house.open('lying', path)
  await seen(page.getByRole('button', { name: '点这里，说一句' }))
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.reload()
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await page.context().setOffline(true)
  await write(page)
  await page.getByRole('button', { name: '不留号码，直接送出' }).click()
  await seen(page.getByText('您的话已经存在这台平板上'), page.getByText('1 条等着送出'))
  await page.reload()
  await seen(page.getByRole('button', { name: '点这里，说一句' }), page.getByText('1 条等着送出'))
  expect(await page.getByText(SAID).count()).toBe(0)

  await page.context().setOffline(false)
  await gone(page.getByText('1 条等着送出'))
  expect(await keptOn(page)).not.toContain(SAID)
  await expect.poll(async () => (await setup()).waiting).toBe(0)
  const desk = await house.openAs(people.agent, 'desk', '/inbox')
  await seen(desk.getByRole('link', { name: SAID.slice(0, 12) }))
})

test('there is no way out of it but the long press', async () => {
  const { path } = await tabletOf()
  const page = await house.open('lying', 'about:blank')
  await page.clock.install()
  await page.goto(path)
  await begin(page)
  expect(await page.locator('a').count()).toBe(0)
  await page.evaluate(() => history.back())
  await seen(page.getByRole('heading', { name: '今天感觉怎么样？' }))
  expect(new URL(page.url()).pathname).toBe(path)
  const name = page.getByText('青禾茶事 · 湖滨银泰店')
  await name.click()
  expect(await page.getByRole('dialog').count()).toBe(0)
  await name.dispatchEvent('pointerdown')
  await page.clock.fastForward(3100)
  await seen(page.getByRole('dialog', { name: '店员' }), page.getByText('没有等着送出的内容'))
  expect(await barriersOn(page)).toEqual([])
  await page.getByRole('button', { name: '回到意见箱' }).click()
  await gone(page.getByRole('dialog'))
})

test('a tablet whose code is switched off says so, and takes nothing', async () => {
  const { path, code, admin } = await tabletOf()
  await admin.patch(`/codes/${code.id}`, { on: false })
  const page = await house.open('standing', path)
  await seen(page.getByRole('heading', { name: '这台平板暂停使用' }))
})
