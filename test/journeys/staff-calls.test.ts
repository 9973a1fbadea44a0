import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Connection } from '#contracts/channels/connect'
import { barriersOn, SIZES, type Size, seen } from '#test/browser'
import { aliyunSms } from '../simulators/sms-aliyun.ts'
import { openHouse } from './house.ts'

const house = openHouse()
let vendor: Awaited<ReturnType<typeof aliyunSms>>
beforeAll(async () => {
  vendor = await aliyunSms()
})
afterAll(() => vendor.close())

test.each(Object.keys(SIZES) as Size[])(
  'the administrator enters the voice template, switches calls on and is called once, at a %s',
  async (size) => {
    const { brand } = await house.found({
      name: '青禾茶事',
      pack: 'general',
      shop: '湖滨银泰店',
      people: { agent: '方客服' },
    })
    const admin = await house.app.make.staff({ role: 'admin', brand, phone: '13900000009' })
    const made = await house.app
      .as(admin)
      .post<z.infer<typeof Connection>>('/channels', { kind: 'sms', name: '品牌短信' })
    const notify = await house.openAs(admin, size, '/notify?tab=senders')
    await seen(notify.getByText('还不能打电话', { exact: false }))
    const settings = {
      accessKeyId: vendor.accessKeyId,
      accessKeySecret: vendor.secret,
      signName: '青禾',
      replyTemplate: 'SMS_1',
      endpoint: vendor.url,
      voiceEndpoint: vendor.url,
    }
    await house.app.as(admin).put(`/channels/${made.body.id}/connection`, { settings })
    const page = await house.openAs(admin, size, `/channels/${made.body.id}`)
    await page.getByLabel('打电话用的模板').fill('TTS_1')
    const saved = page.waitForResponse(
      (r) => r.url().endsWith('/connection') && r.request().method() === 'PUT',
    )
    await page.getByRole('button', { name: /^保 ?存$/ }).click()
    expect((await saved).status()).toBe(200)

    await notify.reload()
    await seen(notify.getByText('用短信渠道「品牌短信」的账号打。'))
    const section = notify.locator('section', { hasText: '一个人一天最多打几次' })
    await section.getByRole('button', { name: /^保 ?存$/ }).click()
    await section.getByRole('button', { name: '试打一次' }).click()
    await seen(notify.getByText('已经拨给您，请留意来电'))
    expect(vendor.called.splice(0).map((c) => [c.CalledNumber, c.params.brand])).toEqual([
      ['13900000009', '青禾茶事'],
    ])
    await seen(section.getByText('正常'))
    const account = await house.openAs(admin, size, '/account')
    await seen(account.getByRole('checkbox', { name: /^P1.* · 电话$/ }))
    expect(await barriersOn(notify)).toEqual([])
  },
)
