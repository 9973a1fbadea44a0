import { expect, test } from 'vitest'
import type { Room } from '#contracts/incidents'
import { barriersOn, gone, seen } from '#test/browser'
import { openHouse } from './house.ts'

const house = openHouse()
const people = { quality: '李品控', lead: '陈主管', executive: '吴总' } as const
const NOTE =
  '两位顾客都在市一医院门诊，一位已经输液，一位在等化验；家属留了电话，医生说今晚再看一次。剩下的半杯和小票都封在袋子里，交给了店长，冰箱里同批的红豆还有两盒，已经贴了封条，等品控来取。'

async function openRoom() {
  const founded = await house.found({ name: '青禾茶事', pack: 'milk_tea', shop: '湖滨银泰店', people })
  const opened = await house.app.as(founded.people.quality).post<Room>('/incidents', {
    source: 'hand',
    plan: 'food_poisoning',
    title: '两位顾客喝完又吐又拉',
    shopIds: [founded.shop.id],
  })
  return { ...founded.people, path: `/incidents/${opened.body.id}`, room: opened.body }
}

test('of two who write the same answer of the review the second sees both and says which stays', async () => {
  const { quality, lead, path } = await openRoom()
  const review = async () => (await house.app.as(quality).get<Room>(path)).body.review
  const desk = await house.openAs(quality, 'desk', `${path}?part=review`)
  const phone = await house.openAs(lead, 'phone', `${path}?part=review`)
  await desk.getByLabel('发生了什么').fill('三位顾客喝完同一批红豆奶茶后呕吐，两位门诊，一位回家观察。')
  await phone.getByLabel('发生了什么').fill('两位顾客喝完不舒服')
  await phone.getByLabel('根本原因').fill('红豆在常温下放了五小时')
  await desk.getByRole('button', { name: '保存复盘' }).click()

  const theirs = phone.getByRole('status').filter({ hasText: '李品控存了另一版' })
  await seen(theirs.getByText(/^三位顾客喝完同一批红豆奶茶后呕吐/))
  const save = phone.getByRole('button', { name: '保存复盘' })
  await seen(phone.getByText('1 题有同事的新版，选好用哪一版再保存。'))
  expect(await save.isDisabled()).toBe(true)
  expect(await phone.getByLabel('发生了什么').inputValue()).toBe('两位顾客喝完不舒服')
  expect(await barriersOn(phone)).toEqual([])
  await theirs.getByRole('button', { name: '改用这一版' }).click()
  await gone(theirs)
  // The head of a phone folds while one scrolls: a key hits the button wherever it stands.
  await save.press('Enter')
  await gone(save)
  expect(await review()).toMatchObject({ what: /^三位/, why: '红豆在常温下放了五小时' })

  await phone.getByLabel('根本原因').fill('红豆没有进冷藏')
  await desk.getByLabel('根本原因').fill('交接时没有人看温度')
  await phone.getByRole('button', { name: '保存复盘' }).press('Enter')
  const onDesk = desk.getByRole('status').filter({ hasText: '陈主管存了另一版' })
  await seen(onDesk.getByText('红豆没有进冷藏'))
  expect(await barriersOn(desk)).toEqual([])
  await onDesk.getByRole('button', { name: '还用我写的' }).click()
  await gone(onDesk)
  await desk.getByRole('button', { name: '保存复盘' }).click()
  await gone(desk.getByRole('button', { name: '保存复盘' }))
  expect(await review()).toMatchObject({ why: '交接时没有人看温度' })
})

test('a step’s note grows with its words, where it is written and where it is read', async () => {
  const { quality, path } = await openRoom()
  const phone = await house.openAs(quality, 'phone', path)
  await phone.getByRole('button', { name: '完成：问清人数并定级' }).click()
  const dialog = phone.getByRole('dialog', { name: '问清人数并定级' })
  const field = dialog.getByLabel('结果怎样')
  await field.fill(NOTE)
  const hidden = (element: Element) => [
    element.scrollHeight > element.clientHeight,
    element.scrollWidth > element.clientWidth,
  ]
  await expect.poll(() => field.evaluate(hidden)).toEqual([false, false])
  await dialog.getByRole('button', { name: '完成', exact: true }).click()
  await gone(dialog)
  const note = phone.getByRole('button', { name: NOTE })
  await seen(note)
  await expect.poll(() => note.evaluate(hidden)).toEqual([false, false])
})

test('words to customers wait until nothing is left to be filled in; a report that can’t wait is approved with its gaps by whoever says why', async () => {
  const { quality, executive, path } = await openRoom()
  const asQuality = house.app.as(quality)
  const write = async (audience: string, title: string, text: string) => {
    const { body } = await asQuality.post<Room>(`${path}/statements`, { audience, title, text })
    return body.statements.find((one) => one.title === title)!.id
  }
  await write('customers', '致顾客', '[产品]已停售，请凭小票退款。')
  const report = await write('authority', '首次报告', '两人不适，就诊医院[医院]，涉事批次[批次]。')
  await asQuality.post(`${path}/statements/${report}/asks`, {})

  const desk = await house.openAs(quality, 'desk', `${path}?part=statements`)
  const toCustomers = desk.getByRole('article').filter({ hasText: '致顾客' })
  await seen(toCustomers.getByText('还有没填的：[产品]。补上才能送审和批准。'))
  expect(await toCustomers.getByRole('button', { name: '送审' }).isDisabled()).toBe(true)
  expect(await barriersOn(desk)).toEqual([])

  const boss = await house.openAs(executive, 'phone', `${path}?part=statements`)
  const toAuthority = boss.getByRole('article').filter({ hasText: '首次报告' })
  await toAuthority.getByRole('button', { name: '批准' }).click()
  const dialog = boss.getByRole('dialog', { name: '还有没填的，现在就批准？' })
  await seen(dialog.getByText('[医院]、[批次]'))
  const approve = dialog.getByRole('button', { name: '批准' })
  await dialog.getByLabel('为什么不等补齐').fill('两小时报告时限快到了，查清后补报')
  expect(await approve.isDisabled()).toBe(true)
  await dialog.getByLabel('这 2 处没填的我都看过了').check()
  expect(await barriersOn(boss)).toEqual([])
  await approve.click()
  await gone(dialog)
  await seen(toAuthority.getByText('吴总批准'))
  await desk.getByRole('tab', { name: /^动态/ }).click()
  await seen(desk.getByText('吴总批准时「首次报告」还有 2 处没填：两小时报告时限快到了，查清后补报'))
})

test('what is half written is there again after the page was loaded anew, and nothing of it lies on this machine', async () => {
  const { quality, path } = await openRoom()
  const desk = await house.openAs(quality, 'desk', `${path}?part=review`)
  const kept = (part: string) =>
    desk.waitForResponse((answer) => answer.url().endsWith(`/drafts/${part}`) && answer.ok())
  await Promise.all([kept('review'), desk.getByLabel('根本原因').fill('红豆在常温下放了五小时')])
  await desk.getByRole('tab', { name: /^动态/ }).click()
  await Promise.all([kept('entry'), desk.getByRole('textbox', { name: '记录' }).fill('医院说王小明今晚留观')])
  await desk.getByRole('tab', { name: /^对外说明/ }).click()
  const write = desk.getByRole('tabpanel', { name: '对外说明' }).getByRole('button', { name: '写对外说明' })
  await write.click()
  const editor = desk.getByRole('dialog', { name: '写对外说明' })
  await Promise.all([kept('statement'), editor.getByLabel('正文').fill('我们正在陪同就医。')])

  await desk.reload()
  await write.click()
  await desk.waitForFunction(() =>
    [...document.querySelectorAll('textarea')].some((field) => field.value === '我们正在陪同就医。'),
  )
  await desk.keyboard.press('Escape')
  await desk.getByRole('tab', { name: /^动态/ }).click()
  await seen(desk.getByRole('textbox', { name: '记录' }))
  await expect
    .poll(() => desk.getByRole('textbox', { name: '记录' }).inputValue())
    .toBe('医院说王小明今晚留观')
  const onDisk = await desk.evaluate(() => JSON.stringify(localStorage) + JSON.stringify(sessionStorage))
  expect(onDisk).not.toContain('王小明')
  await Promise.all([kept('entry'), desk.getByRole('button', { name: '记下', exact: true }).click()])
  await desk.reload()
  await seen(desk.getByText('医院说王小明今晚留观'))
  expect(await desk.getByRole('textbox', { name: '记录' }).inputValue()).toBe('')
  await desk.getByRole('tab', { name: /^复盘/ }).click()
  await expect.poll(() => desk.getByLabel('根本原因').inputValue()).toBe('红豆在常温下放了五小时')
  await seen(desk.getByRole('button', { name: '保存复盘' }))
})

test('what could not be read is written over by nothing, and the writer says which goes on', async () => {
  const { quality, path } = await openRoom()
  const drafts = `${path}/drafts`
  await house.app.as(quality).put(`${drafts}/review`, {
    text: JSON.stringify({ why: { text: '红豆在常温下放了五小时', read: 0 } }),
  })
  const desk = await house.openAs(quality, 'desk', '/')
  const broken = /\/api\/incidents\/[^/]+\/drafts$/
  await desk.route(broken, (route) => route.fulfill({ status: 500, json: {} }))
  await desk.goto(`${new URL(desk.url()).origin}${path}?part=review`)
  const unread = desk.getByRole('status').filter({ hasText: '之前没写完的内容读不出来' })
  await seen(unread)
  await desk.getByLabel('根本原因').fill('交接时没有人看温度')
  expect(await barriersOn(desk)).toEqual([])

  await desk.unroute(broken)
  await unread.getByRole('button', { name: '再试一次' }).click()
  const other = desk.getByRole('status').filter({ hasText: '您之前在这里有一份没写完的' })
  await seen(other)
  expect(await desk.getByLabel('根本原因').inputValue()).toBe('交接时没有人看温度')
  await other.getByRole('button', { name: '看那一份' }).click()
  await expect.poll(() => desk.getByLabel('根本原因').inputValue()).toBe('红豆在常温下放了五小时')
  await other.getByRole('button', { name: '看那一份' }).click()
  await Promise.all([
    desk.waitForResponse((answer) => answer.url().endsWith('/drafts/review') && answer.ok()),
    other.getByRole('button', { name: '留下现在这份' }).click(),
  ])
  await gone(other)
  const { body } = await house.app.as(quality).get<{ text: string }[]>(drafts)
  expect(body.map(({ text }) => text)).toEqual([expect.stringContaining('交接时没有人看温度')])
})
