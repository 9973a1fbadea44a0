import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { barriersOn, gone, SIZES, type Size, seen } from '#test/browser'
import { openHouse } from './house.ts'

const house = openHouse()
const SECTION = '/playbook?section=emergencies'
const GRADES = '查夜宵档的解冻温度'

const card = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const steps = (page: Page) => page.getByRole('region', { name: '步骤' })

test.each(Object.keys(SIZES) as Size[])(
  'a brand takes over the plans of its trade, makes them its own and publishes; colleagues read them, at a %s',
  async (size) => {
    const { brand, people } = await house.found({
      name: `山野茶铺 ${size}`,
      pack: 'milk_tea',
      shop: '武林店',
      people: { admin: '罗正', agent: '沈知夏' },
    })
    await house.app.services.db.inBrand(brand.id, (tx) =>
      sql`update playbook.version set document = document - 'emergencies'`.execute(tx),
    )

    const reader = await house.openAs(people.agent, size, SECTION)
    await seen(reader.getByRole('heading', { name: '还没有应急预案' }))

    const page = await house.openAs(people.admin, size, SECTION)
    await page.getByRole('button', { name: '开始修改' }).click()
    await seen(page.getByText('已存', { exact: true }))
    await page.goto(`${SECTION}&draft=1`)
    await seen(page.getByRole('heading', { name: '还没有应急预案' }))
    expect(await barriersOn(page)).toEqual([])
    await page.getByRole('button', { name: '采用奶茶茶饮的 8 份预案' }).click()
    await seen(card(page, /疑似食物中毒/), card(page, /舆情危机/))
    expect(await barriersOn(page)).toEqual([])

    await card(page, /疑似食物中毒/).click()
    const report = steps(page).getByRole('listitem').filter({ hasText: '两小时内报告' }).first()
    await seen(report.getByText('待当地确认'), report.getByText(/第一百零三条.*2015-10-01 起/))
    expect(await barriersOn(page)).toEqual([])
    await page.getByRole('button', { name: '改 两小时内报告' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByRole('spinbutton', { name: '多久' }).fill('1')
    await drawer.getByRole('switch', { name: '待当地确认' }).click()
    expect(await barriersOn(page)).toEqual([])
    await drawer.getByRole('button', { name: '存进草稿' }).click()
    await gone(drawer)
    await seen(report.getByText(/1 小时内/))
    expect(await report.getByText('待当地确认').count()).toBe(0)

    await page.getByRole('button', { name: '加一步 头几个小时' }).click()
    await drawer.getByLabel('做什么', { exact: true }).fill(GRADES)
    await drawer.getByRole('button', { name: '存进草稿' }).click()
    await gone(drawer)
    const added = steps(page).getByRole('listitem').filter({ hasText: GRADES })
    await seen(added.getByText('总指挥'))
    await added.getByRole('button', { name: '往上移' }).click()
    await page.getByRole('button', { name: '改 配合调查和采样' }).click()
    await drawer.getByRole('button', { name: '删掉' }).click()
    await page.getByRole('button', { name: '删掉' }).last().click()
    await gone(drawer)
    await gone(steps(page).getByText('配合调查和采样'))

    await page.getByRole('button', { name: '所有预案' }).click()
    await seen(card(page, /疑似食物中毒/).getByText(/20 步/))
    await seen(page.getByText('已存', { exact: true }))
    await page.goto('/playbook?section=checks&draft=1')
    await seen(page.getByText('没有发现问题，可以发布。'), page.getByText(/叫不到人/))
    expect(await barriersOn(page)).toEqual([])
    await page.getByRole('button', { name: '发布这一版' }).click()
    const publish = page.getByRole('dialog')
    await publish.getByRole('textbox').fill('采用应急预案')
    await publish.getByRole('button', { name: '发布' }).click()
    await seen(page.getByText('采用应急预案'))

    await reader.goto(SECTION)
    await card(reader, /疑似食物中毒/).click()
    const lines = steps(reader).getByRole('listitem').filter({ hasText: GRADES })
    await seen(lines, steps(reader).getByText(/1 小时内/))
    expect(await reader.getByRole('button', { name: /^改 / }).count()).toBe(0)
    await reader.getByRole('button', { name: '所有预案' }).click()
    await seen(card(reader, /信息泄露/))
  },
)
