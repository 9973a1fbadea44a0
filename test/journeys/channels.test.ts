import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { barriersOn, gone, seen } from '#test/browser'
import { openHouse } from './house.ts'

const house = openHouse()
const SECRET = 'watching-the-west-lake-since-2019'

/** As a monitoring vendor pushes: JSON, signed over `seconds.body`. */
async function push(address: string, posts: object[], secret = SECRET): Promise<number> {
  const body = JSON.stringify({ posts })
  const stamp = String(Math.floor(Date.now() / 1000))
  const signature = createHmac('sha256', secret).update(`${stamp}.${body}`).digest('hex')
  const headers = {
    'content-type': 'application/json',
    'x-huiyin-timestamp': stamp,
    'x-huiyin-signature': signature,
  }
  return (await fetch(address, { method: 'POST', headers, body })).status
}

test('an administrator connects a service step by step; what it pushes is handled, what nobody understands is looked at', async () => {
  const { people, shop } = await house.found({
    name: '青禾茶事',
    pack: 'milk_tea',
    shop: '湖滨银泰店',
    people: { agent: '沈知夏', admin: '陆青禾' },
  })
  const desk = await house.openAs(people.admin, 'desk', '/channels')
  await seen(desk.getByText('还没有接入任何服务'), desk.getByRole('heading', { name: '自己的渠道' }))
  expect(await barriersOn(desk)).toEqual([])

  await desk.getByRole('button', { name: '添加渠道' }).click()
  const gallery = desk.getByRole('dialog')
  await seen(
    gallery.getByRole('button', { name: /微信公众号/ }),
    gallery.getByRole('heading', { name: '外卖和点评' }),
  )
  expect(await barriersOn(desk)).toEqual([])
  await gallery.getByRole('button', { name: /舆情推送/ }).click()
  await gallery.getByRole('textbox', { name: '叫什么名字' }).fill('青禾舆情')
  await gallery.getByRole('button', { name: '添加，去接上' }).click()

  await seen(desk.getByRole('heading', { name: '青禾舆情' }), desk.getByText('还没接好'))
  await seen(desk.getByText('和服务商约定一个密钥'))
  expect(await barriersOn(desk)).toEqual([])
  const address = (await desk.locator('code', { hasText: '/api/hooks/' }).textContent())!

  const secret = desk.getByRole('textbox', { name: '签名密钥' })
  await secret.fill('太短')
  await desk.getByRole('button', { name: '保存', exact: true }).click()
  await seen(desk.locator('.ant-form-item-explain-error'))
  await secret.fill(SECRET)
  await desk.getByRole('link', { name: '渠道', exact: true }).click()
  await seen(desk.getByText('刚才填的就没了'))
  await desk.getByRole('button', { name: '留下' }).click()
  await desk.getByRole('button', { name: '测试连接' }).click()
  await seen(desk.getByRole('heading', { name: '都通了' }), desk.getByText('密钥已经填好，可以接收推送'))
  await seen(desk.getByText('已经填好：••••2019'), desk.getByRole('status').getByText('正常'))
  expect(await barriersOn(desk)).toEqual([])

  const words = '排队四十分钟，珍珠还是硬的，店员爱理不理。'
  const link = 'https://www.xiaohongshu.com/explore/66a1'
  const said = { id: 'note-1', site: '小红书', author: '阿青', text: words, url: link, shopCode: shop.code }
  expect(await push(address, [said], 'somebody-else-wrote-this')).toBe(403)
  expect(await push(address, [said, { id: 'note-2', stars: 'many', text: '电话 13812345678' }])).toBe(200)

  const agent = await house.openAs(people.agent, 'desk', '/inbox?view=all')
  await agent.getByRole('link', { name: words.slice(0, 10) }).click()
  const first = agent.getByRole('article').filter({ hasText: words })
  const away = first.getByRole('link', { name: /xiaohongshu\.com/ })
  await seen(first.getByText('小红书'), away)
  expect(await away.getAttribute('rel')).toContain('noreferrer')
  expect(await away.getAttribute('href')).toBe(link)
  expect(await barriersOn(agent)).toEqual([])

  await desk.getByRole('link', { name: '渠道', exact: true }).click()
  await desk.getByRole('link', { name: '1 条等人看' }).click()
  await seen(desk.getByText('这一条缺少必需的内容'))
  await desk.getByText('看原文').click()
  await seen(desk.getByText('138****5678'))
  expect(await barriersOn(desk)).toEqual([])
  await desk.getByRole('button', { name: '不用处理' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: '不用处理' }).click()
  await seen(desk.getByText('没有看不懂的消息'))
  await desk.getByRole('tab', { name: '渠道', exact: true }).click()
  await gone(desk.getByText('1 条等人看'))
})
