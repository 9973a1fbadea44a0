import { expect, test } from 'vitest'
import type { OrderView } from '#contracts/orders'
import { barriersOn, gone, seen } from '#test/browser'
import { FACIAL, openBatchOf } from '#test/salon-world'
import { openHouse, photo } from './house.ts'

const house = openHouse()

/** A salon with one treatment, a therapist at its bed, and a batch of essence that is open. */
async function salon() {
  const founded = await house.found({
    name: '云栀',
    pack: 'beauty',
    shop: '静安店',
    people: {
      agent: '戴思琪',
      shop_staff: '阿芳',
      shop_manager: '景甜甜',
      quality: '闻人杰',
      advisor: '程清扬',
      admin: '金文静',
    },
  })
  const { people, shop } = founded
  const { app } = house
  await app.as(people.admin).post('/menu', FACIAL)
  await app.as(people.shop_manager).put(`/shops/${shop.id}/stations`, {
    key: 'bed',
    name: '护理床',
    capacity: 2,
    staffIds: [people.shop_staff.id],
  })
  await openBatchOf(app, { shop, manager: people.shop_manager }, '舒缓精华', 'E-2602-11')
  const orders = async () =>
    (await app.as(people.agent).get<{ rows: { id: string }[] }>('/orders?stage=all&kind=visit')).body.rows
  const view = async (id: string) => (await app.as(people.agent).get<OrderView>(`/orders/${id}`)).body
  return { ...founded, orders, view }
}

test('a visit is booked on the phone, treated with a batch, and its reaction comes to quality and advisor with the whole visit', async () => {
  const morning = Date.parse(`${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T10:10:00+08:00`)
  house.app.setNow(new Date(morning).toISOString())
  const { people, orders, view } = await salon()
  const desk = await house.openAs(people.agent, 'desk', '/')
  await desk.getByRole('link', { name: '预约' }).click()
  await desk.getByRole('button', { name: '新预约' }).click()
  const drawer = desk.getByRole('dialog', { name: '新预约' })
  await drawer.getByLabel('手机号').fill('13800009045')
  await seen(drawer.getByText('新顾客'))
  await drawer.getByLabel('怎么称呼').fill('梁小姐')
  await drawer.getByRole('combobox', { name: '做什么项目' }).click()
  await desk.getByTitle('舒缓补水护理').click()
  await drawer.getByLabel('怎么称呼').click()
  await seen(drawer.getByText('约 60 分钟'))
  await drawer.getByRole('combobox', { name: '美疗师' }).click()
  await desk.getByTitle('阿芳').click()
  await drawer.getByRole('group', { name: '空着的时间' }).getByRole('button').first().click()
  expect(await barriersOn(desk)).toEqual([])
  await drawer.getByRole('button', { name: '约好' }).click()
  const block = desk.getByRole('region', { name: '阿芳' }).getByRole('button', { name: /梁小姐/ })
  await seen(block)
  expect(await barriersOn(desk)).toEqual([])
  const [{ id }] = (await orders()) as [{ id: string }]

  // The therapist, with the phone in one hand.
  await block.click()
  await desk.getByRole('button', { name: '到店了' }).click()
  const phone = await house.openAs(people.shop_staff, 'phone', `/orders/${id}`)
  await seen(
    phone.getByRole('heading', { name: '消费项目' }),
    phone.getByRole('heading', { name: /^预约 D/ }),
  )
  await gone(phone.getByText('点了什么'))
  await phone.getByRole('button', { name: '开始护理' }).click()
  await phone.getByRole('button', { name: '写护理记录' }).click()
  const record = phone.getByRole('dialog', { name: '护理记录' })
  await record.getByLabel('看到的皮肤状态').fill('两颊轻微泛红，屏障偏薄')
  await record.getByRole('checkbox', { name: /舒缓精华/ }).check()
  await record.getByRole('textbox', { name: '舒缓精华 用量' }).fill('2 毫升')
  await record.locator('input[type=file]').setInputFiles(await photo('before.jpg'))
  await seen(record.getByRole('img', { name: '护理照片 1' }))
  expect(await barriersOn(phone)).toEqual([])
  await record.getByRole('button', { name: '保存记录' }).click()
  await gone(record)
  await phone.getByRole('button', { name: '护理结束' }).click()
  await phone.getByRole('dialog').getByRole('button', { name: '护理结束' }).click()
  await seen(phone.getByText('护理后回访'), phone.getByText('E-2602-11').first())
  expect(await phone.locator('body').innerText()).not.toContain('屏障偏薄')
  expect(await barriersOn(phone)).toEqual([])

  // The day after: asked, and something is wrong.
  house.app.setNow(new Date(morning + 25 * 3_600_000).toISOString())
  await expect
    .poll(async () => (await view(id)).trace.filter((l) => l.kind === 'aftercare').length, {
      timeout: 30_000,
    })
    .toBe(1)
  const customer = await house.open('phone', new URL((await view(id)).tracking).pathname)
  await customer.getByRole('radio', { name: '反应明显' }).check({ force: true })
  await seen(customer.getByText(/请马上停用所有产品/))
  await customer.getByRole('textbox', { name: /说说哪里/ }).fill('右脸从早上开始不对劲')
  await customer
    .locator('input[type=file]')
    .first()
    .setInputFiles(await photo('face.jpg'))
  expect(await barriersOn(customer)).toEqual([])
  await customer.getByRole('button', { name: '告诉门店' }).click()
  await seen(customer.getByText('收到了，品质和皮肤顾问会马上联系您'))
  await seen(customer.getByText(/拨打 120/))

  await expect.poll(async () => (await view(id)).tickets.length, { timeout: 30_000 }).toBe(1)
  const { number, tickets, trace } = await view(id)
  expect(trace.find((l) => l.data.what === 'begun')!.data).toMatchObject({ therapist: '阿芳' })
  const quality = await house.openAs(people.quality, 'desk', `/tickets/${tickets[0]!.id}`)
  await seen(quality.getByText(/右脸从早上开始不对劲/), quality.getByText(/E-2602-11/))
  await seen(quality.getByRole('link', { name: number, exact: true }))
  const advisor = await house.openAs(people.advisor, 'desk', `/orders/${id}`)
  await seen(advisor.getByText('反应明显'), advisor.getByText(tickets[0]!.number).first())
  await advisor.getByRole('button', { name: /看用过 舒缓精华/ }).click()
  await seen(advisor.getByText('这批用在 1 次护理上'))
  await advisor.keyboard.press('Escape')
  await gone(advisor.getByText('这批用在 1 次护理上'))
  await advisor.getByRole('button', { name: '查看记录' }).click()
  await advisor.getByRole('radio', { name: '处理皮肤反应' }).click()
  await advisor.getByRole('button', { name: '查看', exact: true }).click()
  await seen(advisor.getByText('两颊轻微泛红，屏障偏薄'))
  expect(await barriersOn(advisor)).toEqual([])
})

test('the customer asks for another time on the own page, the shop moves it, and the page says so', async () => {
  const day = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
  // Of a day the earliest times are offered, and this shop never closes.
  house.app.setNow(`${day}T11:30:00+08:00`)
  const { people, shop } = await salon()
  const { app } = house
  const menu = await app.as(people.agent).get<{ id: string }[]>(`/menu?shopId=${shop.id}`)
  const { id } = (
    await app.as(people.agent).post<{ id: string }>('/visits', {
      shopId: shop.id,
      startsAt: `${day}T06:00:00.000Z`,
      therapistId: people.shop_staff.id,
      items: [{ itemId: menu.body[0]!.id, quantity: 1 }],
      name: '苏女士',
      contact: '15200002771',
    })
  ).body
  const view = async () => (await app.as(people.agent).get<OrderView>(`/orders/${id}`)).body
  const phone = await house.open('phone', new URL((await view()).tracking).pathname)
  await seen(phone.getByRole('heading', { name: '预约好了' }), phone.getByText(/14:00 – 15:00/))
  await seen(phone.getByText(/美疗师 阿芳/), phone.getByRole('heading', { name: '护理项目' }))
  await phone.getByRole('button', { name: '想改时间' }).click()
  await phone.getByRole('textbox', { name: '您方便的时间' }).fill('往后推两小时')
  expect(await barriersOn(phone)).toEqual([])
  await phone.getByRole('button', { name: '告诉门店' }).click()
  await seen(phone.getByText('收到了，门店改好会通知您。'))
  expect((await view()).tickets).toHaveLength(1)

  const desk = await house.openAs(people.agent, 'desk', `/orders/${id}`)
  await desk.getByRole('button', { name: '改约' }).click()
  const dialog = desk.getByRole('dialog', { name: '改约' })
  await dialog.getByRole('button', { name: '16:00', exact: true }).click()
  await dialog.getByRole('button', { name: '改到这个时间' }).click()
  await gone(dialog)
  await seen(desk.getByText(/16:00–17:00/))
  await phone.reload()
  await seen(phone.getByText(/16:00 – 17:00/))
  expect((await view()).suspicions).toEqual([])
})

test('from a phone abroad every time is the shop’s: that of the appointment, and that of a purchase that is typed', async () => {
  const { people, shop, website } = await salon()
  const { app } = house
  app.setNow('2026-03-02T10:00:00+08:00')
  const menu = await app.as(people.agent).get<{ id: string }[]>(`/menu?shopId=${shop.id}`)
  const { id } = (
    await app.as(people.agent).post<{ id: string }>('/visits', {
      shopId: shop.id,
      startsAt: '2026-03-03T06:00:00.000Z',
      items: [{ itemId: menu.body[0]!.id, quantity: 1 }],
      name: '苏女士',
      contact: '15200002771',
    })
  ).body
  const { tracking } = (await app.as(people.agent).get<OrderView>(`/orders/${id}`)).body
  const own = await house.openAbroad('America/New_York', new URL(tracking).pathname)
  await seen(own.getByText(/14:00 – 15:00/), own.getByRole('list', { name: '预约进展' }).getByText(/10:00/))

  const form = await house.openAbroad('America/New_York', website)
  await form.getByLabel('发生了什么').fill('做完护理第二天起了红点')
  await form.getByLabel('手机号或邮箱').fill('13800009046')
  await form.getByRole('button', { name: /哪天做的或买的/ }).click()
  await form.getByLabel('哪天做的或买的').fill('2026-03-01T15:30')
  await seen(form.getByText(/按门店当地时间填/))
  expect(await barriersOn(form)).toEqual([])
  await form.getByRole('button', { name: '发给客服' }).click()
  await seen(form.getByRole('link', { name: '查看进度' }))
  const agent = app.as(people.agent)
  const [ticket] = (await agent.get<{ rows: { id: string }[] }>('/tickets?view=all')).body.rows
  const { purchasedAt } = (await agent.get<{ purchasedAt: string }>(`/tickets/${ticket!.id}`)).body
  expect(purchasedAt).toBe('2026-03-01T07:30:00.000Z')
})
