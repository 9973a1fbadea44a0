import { expect, test } from 'vitest'
import { barriersOn, gone, seen } from '#test/browser'
import { connectChannel } from '#test/connected'
import { openCti } from '../simulators/cti.ts'
import { openHouse } from './house.ts'

const SECRET = 'demo-cti-secret'
const house = openHouse()

test('the hotline rings, the agent sees who it is, writes it down, and the ticket shows the call', async () => {
  const { people, shop } = await house.found({
    name: '青禾茶事',
    pack: 'milk_tea',
    shop: '湖滨银泰店',
    people: { agent: '沈知夏', lead: '周以宁', admin: '林观' },
  })
  const { agent, admin } = people
  const { app } = house
  const settings = { secret: SECRET, lines: [`8001=${agent.login}`] }
  const hotline = await connectChannel(app, { admin, agent }, 'phone', settings)
  const now = () => app.services.now()
  const cti = await openCti({ push: (body, headers) => hotline.push('', body, headers), secret: SECRET, now })
  await app.as(agent).post('/counter/feedback', {
    submissionId: crypto.randomUUID(),
    shopId: shop.id,
    content: '上周的芝士奶盖是稀的',
    contact: '13812340001',
    name: '张女士',
    orderNumber: 'A1032',
  })
  const page = await house.openAs(agent, 'desk', '/inbox')
  const colleague = await house.openAs(people.lead, 'desk', '/calls')
  await seen(colleague.getByText('今天还没有电话'))

  await cti.ring({ id: 'c-1', caller: '+8613812340001', agent: '8001', queue: '售后' })
  const panel = page.getByRole('region', { name: '来电' })
  await seen(panel.getByText('来电振铃'), panel.getByText('张女士'), panel.getByText('138****0001'))
  await seen(panel.getByText('上一单 A1032'), panel.getByRole('link', { name: /上周的芝士奶盖是稀的/ }))
  expect(await page.getByText('13812340001').count()).toBe(0)
  expect(await barriersOn(page)).toEqual([])

  await cti.answer('c-1', '8001')
  await seen(panel.getByText('通话中'))
  await panel.getByRole('button', { name: '记一笔' }).click()
  await panel.getByRole('textbox', { name: '顾客说了什么' }).fill('这次外卖少了一杯杨枝甘露，要补送。')
  await cti.end('c-1', { talk_seconds: 61 })
  await seen(panel.getByText('通话结束，记一笔？'))
  expect(await barriersOn(page)).toEqual([])
  await panel.getByRole('button', { name: '保存' }).click()
  await seen(panel.getByText(/^已记为 HY-\d+$/))
  await panel.getByRole('button', { name: '好了' }).click()
  await gone(panel)

  await page.getByRole('link', { name: /这次外卖少了一杯杨枝甘露/ }).click()
  await seen(page.getByText('沈知夏接了顾客的电话，时长 1:01'))
  await seen(colleague.getByRole('link', { name: /这次外卖少了一杯杨枝甘露/ }), colleague.getByText('1:01'))
  expect(await barriersOn(colleague)).toEqual([])

  const pocket = await house.openAs(agent, 'phone', '/calls')
  await seen(pocket.getByText('138****0001'))
  await cti.miss({ id: 'c-2', caller: '13900002222' })
  await pocket.getByRole('tab', { name: '未接' }).click()
  await seen(pocket.getByText('等回电'))
  expect(await barriersOn(pocket)).toEqual([])
  await cti.close()
})
