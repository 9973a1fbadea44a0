import type { Browser, BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll } from 'vitest'
import type { z } from 'zod'
import type { Code } from '#contracts/channels'
import type { Role } from '#contracts/people'
import { SESSION_COOKIE } from '#platform/http/server'
import { type StartOptions, startApp, type TestApp } from '#test/app'
import { openBrowser, openDevice, photographAll, type Size } from '#test/browser'
import { freePort } from '#test/free-port'
import { everyDay, type MadeBrand, type MadeShop, type MadeStaff } from '#test/make'
import { expectNothingLost } from '#test/nothing-lost'

type CodeView = z.infer<typeof Code>

export type House = ReturnType<typeof openHouse>
type Person = { id: string; brandId: string }

/** One program with its worker on a real port, and one browser, for all journeys of a file; with `offline` its devices can do without a network. */
export function openHouse({
  offline,
  ...more
}: Pick<StartOptions, 'privateHooks'> & { offline?: boolean } = {}) {
  let app: TestApp
  let browser: Browser
  let origin = ''
  let devices: BrowserContext[] = []
  let brands: MadeBrand[] = []

  beforeAll(async () => {
    const port = await freePort('localhost')
    origin = `http://localhost:${port}`
    ;[app, browser] = await Promise.all([startApp({ origin, worker: true, ...more }), openBrowser()])
    await app.server.listen({ port, host: 'localhost' })
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await photographAll(devices, task.name)
    await Promise.all(devices.map((device) => device.close()))
    devices = []
    const [founded, passed] = [brands, task.result?.state !== 'fail']
    brands = []
    // What managers read as zero is zero after every journey.
    if (passed) for (const brand of founded) await expectNothingLost(app, brand)
  })
  afterAll(async () => {
    await browser?.close()
    await app?.close()
  })

  const open = async (size: Size, path: string, person?: Person, zone?: string): Promise<Page> => {
    const device = await openDevice(browser, origin, size, { offline, ...(zone ? { zone } : {}) })
    devices.push(device)
    if (person) {
      const value = await app.sessionFor(person)
      await device.addCookies([{ name: SESSION_COOKIE, value, url: origin }])
    }
    const page = await device.newPage()
    await page.goto(path)
    return page
  }

  return {
    get app() {
      return app
    },
    /** A page on a fresh device of nobody. */
    open,
    /** The same on a phone whose clock is that of another zone. */
    openAbroad: (zone: string, path: string) => open('phone', path, undefined, zone),
    /** A page of somebody who has signed in before. */
    openAs: (person: Person, size: Size, path: string) => open(size, path, person),
    /** A brand of this trade with one shop that is open day and night, and people of these roles. */
    found: async <R extends Role>(trade: {
      name: string
      pack: string
      shop: string
      people: Record<R, string>
    }) => {
      const founded = await found(app, trade)
      brands.push(founded.brand)
      return founded
    },
  }
}

export type Founded<R extends Role> = {
  brand: MadeBrand
  shop: MadeShop
  people: Record<R, MadeStaff>
  /** Paths of the codes a customer scans or clicks. */
  table: string
  website: string
}

async function found<R extends Role>(
  app: TestApp,
  trade: { name: string; pack: string; shop: string; people: Record<R, string> },
): Promise<Founded<R>> {
  const brand = await app.make.brand({ name: trade.name, pack: trade.pack })
  const hours = everyDay(['00:00', '24:00'])
  const shop = await app.make.shop({ brand, name: trade.shop, hours })
  const people = {} as Record<R, MadeStaff>
  for (const [role, name] of Object.entries(trade.people) as [R, string][]) {
    const reach = role === 'shop_manager' || role === 'shop_staff' ? { shop } : { brand }
    people[role] = await app.make.staff({ role, name, ...reach })
  }
  const admin = app.as(await app.make.staff({ role: 'admin', brand }))
  const made = await admin.post<CodeView[]>('/codes', { shopId: shop.id, place: 'table', labels: ['A07'] })
  const codes = await admin.get<CodeView[]>('/codes')
  const slugOf = (place: string, list: CodeView[]) => `/q/${list.find((code) => code.place === place)!.slug}`
  return { brand, shop, people, table: slugOf('table', made.body), website: slugOf('website', codes.body) }
}

/** A photo as a phone takes it. */
export async function photo(name: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const picture = sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#b98b5a' } })
  return { name, mimeType: 'image/jpeg', buffer: await picture.jpeg().toBuffer() }
}
