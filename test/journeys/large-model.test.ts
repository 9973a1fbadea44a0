import type { Route } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriersOn, gone, SIZES, type Size, seen } from '#test/browser'
import { openLargeModel } from '../simulators/large-model.ts'
import { openHouse } from './house.ts'

const house = openHouse({ privateHooks: true })
let model: Awaited<ReturnType<typeof openLargeModel>>
beforeAll(async () => {
  model = await openLargeModel()
})
afterAll(() => model.close())

test.each(Object.keys(SIZES) as Size[])(
  'the administrator connects a large model and tries it; an agent reads a summary and edits a draft, at a %s',
  async (size) => {
    const { people, table } = await house.found({
      name: '青禾茶事',
      pack: 'milk_tea',
      shop: '湖滨银泰店',
      people: { admin: '王管理', agent: '方客服' },
    })
    const page = await house.openAs(people.admin, size, '/large-model')
    await page.getByLabel('服务地址').fill(`${model.url}/v1`)
    await page.getByLabel('模型名称').fill('house-7b')
    await page.getByLabel('密钥').fill('sk-secret-123')
    // Before anything is saved or switched on.
    model.be('denied')
    await page.getByRole('button', { name: '试连一下' }).click()
    await seen(page.getByText(/密钥不对（等了 \d+\.\d 秒）/))
    model.be({ says: { ok: true } })
    await page.getByRole('button', { name: '试连一下' }).click()
    await seen(page.getByText(/连通了，用时 \d+\.\d 秒/))
    expect(model.last().key).toBe('sk-secret-123')
    await page.getByRole('switch', { name: '启用' }).click()
    await page.getByLabel('工单摘要').check()
    await page.getByLabel('起草回复', { exact: false }).check()
    await page.getByRole('button', { name: /^保 ?存$/ }).click()
    await seen(page.getByText('已保存。要换密钥才需要填写。'))
    await page.getByRole('button', { name: '试连一下' }).click()
    await seen(page.getByText('连通了', { exact: false }))
    await page.getByLabel('模型名称').fill('house-13b')
    await gone(page.getByText('连通了', { exact: false }))
    await page.getByLabel('模型名称').fill('house-7b')
    expect(await barriersOn(page)).toEqual([])
    await page.getByRole('button', { name: '清除密钥' }).click()
    await page.getByRole('tooltip').getByRole('button', { name: '清除密钥' }).click()
    await seen(page.getByText('密钥已清除'), page.getByText('加密保存，保存后不再显示。'))

    const told = await house.app.anonymous.post(`/public/forms/${table.replace('/q/', '')}/feedback`, {
      submissionId: crypto.randomUUID(),
      content: '等了四十分钟才做好，我叫王小明',
      locale: 'zh-CN',
    })
    expect(told.status).toBe(201)
    const desk = await house.openAs(people.agent, size, '/inbox?view=every')
    await desk.getByText('等了四十分钟').first().click()
    if (size === 'phone') await desk.getByPlaceholder('写给顾客', { exact: false }).click()
    model.be({ says: { text: '顾客等了四十分钟，还没有人答复。' } })
    await desk.getByRole('button', { name: '摘要' }).click()
    await seen(desk.getByText('顾客等了四十分钟，还没有人答复。'))
    await desk.getByRole('button', { name: '收起' }).click()
    model.be({ says: { text: '〔称呼〕您好，让您久等了，实在抱歉。' } })
    // What the agent types while the model is writing stays.
    const asked: Route[] = []
    await desk.route('**/api/tickets/*/reply-draft', (route) => void asked.push(route))
    await desk.getByRole('button', { name: '起草回复' }).click()
    const field = desk.getByRole('textbox', { name: '回复顾客' })
    await expect.poll(() => asked.length).toBe(1)
    await field.fill('已经请店长核实。')
    await asked[0]!.continue()
    await expect.poll(() => field.inputValue()).toMatch(/^已经请店长核实。\n.*您好，让您久等了/)
    expect(await barriersOn(desk)).toEqual([])
    await field.fill('王先生您好，让您久等了，实在抱歉，今天给您答复。')
    expect(model.last().body).not.toContain('王小明')

    model.be('broken')
    await desk.getByRole('button', { name: '摘要' }).click()
    await seen(desk.getByText('大模型暂时没有给出可用的结果', { exact: false }))
    await desk.getByRole('button', { name: '发送' }).click()
    await seen(desk.getByText('王先生您好，让您久等了', { exact: false }))
  },
)
