import { expect, test } from 'vitest'
import { type Based, keepCorrection } from '#domains/language'
import { contextFor } from '#platform/context'
import { barriersOn, SIZES, type Size, seen } from '#test/browser'
import type { MadeStaff } from '#test/make'
import { numbers } from '#test/numbers'
import { openHouse } from './house.ts'

const house = openHouse()
const WEEK_MS = 7 * 86_400_000
const ICE = ['说好少冰给的全是冰', '少冰都不会做，喝着一杯冰', '备注少冰，来了一杯冰', '点了少冰，冰块占半杯']
const OTHER = ['珍珠煮得太硬了', '排队半小时没人叫号', '店员爱答不理', '杯子漏了一身']
const TAILS = ['', '！', '，下次注意', '，第二次了', '，味道还可以']
const BASE: Based = {
  kind: 'complaint',
  categories: ['drink.sugar_ice'],
  severity: 2,
  kinds: { emergency: 0, complaint: 0.95, suggestion: 0.02, inquiry: 0.02, praise: 0.01 },
  severities: [0.2, 0.6, 0.1, 0.1],
}

/** Eight weeks in which people moved what is said of less ice to another problem. */
async function correctedFor(lead: MadeStaff): Promise<void> {
  const random = numbers(11)
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)]!
  const actor = { kind: 'staff' as const, ...lead, staffId: lead.id, sessionId: '', grants: [] }
  for (let i = 0; i < 120; i += 1) {
    const at = new Date(house.app.services.now().getTime() - WEEK_MS * (8 - i / 15))
    const ctx = contextFor({ ...house.app.services, now: () => at }, actor)
    const ice = random() < 0.4
    await ctx.transaction(async (tx) => {
      const version = await tx.selectFrom('playbook.version').select('id').executeTakeFirstOrThrow()
      await keepCorrection(tx, ctx, {
        ticketId: crypto.randomUUID(),
        playbookVersionId: version.id,
        text: pick(ice ? ICE : OTHER) + pick(TAILS),
        said: BASE,
        base: BASE,
        layerId: null,
        meant: ice ? { ...BASE, categories: ['drink.inconsistent'] } : BASE,
      })
    })
  }
}

test.each(Object.keys(SIZES) as Size[])(
  'an agent confirms a judgement; the lead sees how far judgements agree, what was learnt, and puts it back, at a %s',
  async (size) => {
    const { people, table } = await house.found({
      name: '青禾茶事',
      pack: 'milk_tea',
      shop: '湖滨银泰店',
      people: { lead: '孟组长', agent: '方客服' },
    })
    // The worker learns nothing before all of it is there.
    await house.app.as(people.lead).put('/triage-learning', { stopped: true })
    await correctedFor(people.lead)
    await house.app.as(people.lead).put('/triage-learning', { stopped: false })
    const told = await house.app.anonymous.post(`/public/forms/${table.replace('/q/', '')}/feedback`, {
      submissionId: crypto.randomUUID(),
      content: '跟店员说了少冰，还是一杯冰',
      locale: 'zh-CN',
    })
    expect(told.status).toBe(201)
    const desk = await house.openAs(people.lead, size, '/inbox?view=every')
    await desk.getByText('跟店员说了少冰').first().click()
    if (size === 'phone') await desk.getByRole('button', { name: /^投诉 · .+ · P\d.*剩/ }).click()
    await seen(desk.getByText(/判为投诉，把握 \d+%/))
    await desk.getByRole('button', { name: '判断正确' }).click()
    await seen(desk.getByText('孟组长 已确认', { exact: false }))

    await house.app.sweep()
    const learning = async () => (await house.app.as(people.lead).get('/triage-learning')).text
    await expect.poll(learning, { timeout: 60_000 }).toContain('"state":"on"')
    const page = await house.openAs(people.lead, size, '/triage-quality')
    await seen(page.getByRole('heading', { name: '判断质量' }), page.getByText('每周认可率').first())
    await seen(page.getByText('只算投诉和紧急'), page.getByText('投诉和紧急才有严重程度', { exact: false }))
    await seen(page.getByText('横轴下面是每周核对了几条', { exact: false }))
    await seen(page.getByText('正在使用第 1 版', { exact: false }))
    await seen(page.getByText(/→/).first())
    expect(await barriersOn(page)).toEqual([])

    await page.getByRole('button', { name: '改回通用判断' }).click()
    await page
      .getByRole('button', { name: /^改 ?回$/ })
      .last()
      .click()
    await seen(page.getByText('人工停用'))
    await page.getByRole('button', { name: '停止学习' }).first().click()
    await page.getByRole('button', { name: '停止学习' }).last().click()
    await seen(page.getByText('已停止学习，只按通用判断'))
    await page.getByRole('button', { name: '恢复学习' }).click()
    await seen(page.getByText('下次学习', { exact: false }))
  },
)

test('nobody has looked yet: the page says how figures come about', async () => {
  const { people } = await house.found({
    name: '禾木茶',
    pack: 'milk_tea',
    shop: '滨江店',
    people: { quality: '品控小何' },
  })
  const page = await house.openAs(people.quality, 'desk', '/triage-quality')
  await seen(
    page.getByText('这段时间还没有人核对过判断'),
    page.getByText('满 60 条开始学习', { exact: false }),
  )
})
