import { expect, test } from 'vitest'
import type { z } from 'zod'
import type { Connection } from '#contracts/channels/connect'
import { barriersOn, gone, seen } from '#test/browser'
import { wechatPayService } from '../simulators/wechat-pay.ts'
import { openHouse } from './house.ts'

const house = openHouse()

test('a complaint at WeChat Pay is answered and decided from its ticket; the platform has both', async () => {
  const pay = await wechatPayService(() => new Date())
  const { people } = await house.found({
    name: '青禾茶事',
    pack: 'milk_tea',
    shop: '湖滨银泰店',
    people: { agent: '沈知夏', admin: '陆青禾' },
  })
  const admin = house.app.as(people.admin)
  const made = await admin.post<z.infer<typeof Connection>>('/channels', {
    kind: 'wechat_pay',
    name: '微信支付投诉',
  })
  const { mchid, serialNo, privateKey, apiV3Key, publicKeyId, publicKey } = pay
  const settings = { mchid, serialNo, privateKey, apiV3Key, publicKeyId, publicKey, baseUrl: pay.url }
  const saved = await admin.put(`/channels/${made.body.id}/connection`, { settings })
  expect(saved.status, saved.text).toBe(200)
  const id = '200201820200101080076610000'
  pay.complaints.set(id, {
    complaint_id: id,
    complaint_time: new Date().toISOString(),
    complaint_detail: '说好的少冰，送来全是冰，要求退款',
    complaint_state: 'PENDING',
    payer_phone: pay.sealField('13800138000'),
    apply_refund_amount: 2800,
    complaint_order_info: [{ transaction_id: '42001', out_trade_no: 'P2026031201', amount: 2800 }],
    moves: [],
  })
  const { body, headers } = pay.pushOf(id, 'CREATE_COMPLAINT')
  expect((await fetch(made.body.hookUrl, { method: 'POST', headers, body })).status).toBe(204)

  const desk = await house.openAs(people.agent, 'desk', '/')
  await desk.getByText('说好的少冰').first().click()
  const panel = desk.locator('section').filter({ has: desk.getByRole('heading', { name: '微信支付投诉' }) })
  await seen(panel.getByText('待商家处理'), panel.getByText('¥28'), panel.getByText('答复期限'))
  expect(await barriersOn(desk)).toEqual([])

  const phone = await house.openAs(people.agent, 'phone', new URL(desk.url()).pathname)
  await phone.getByRole('tab', { name: '资料' }).click()
  const onPhone = phone
    .locator('section')
    .filter({ has: phone.getByRole('heading', { name: '微信支付投诉' }) })
  await seen(onPhone.getByText('待商家处理'))
  expect(await barriersOn(phone)).toEqual([])
  await phone.getByRole('button', { name: '拒绝退款' }).click()
  await seen(phone.getByRole('dialog').getByRole('textbox'))
  expect(await barriersOn(phone)).toEqual([])
  await phone.close()

  await panel.getByRole('button', { name: '拒绝退款' }).click()
  const dialog = desk.getByRole('dialog')
  expect(await dialog.getByRole('button', { name: '拒绝退款' }).isDisabled()).toBe(true)
  await dialog.getByRole('textbox').fill('出杯照片显示少冰，可以到店免费重做一杯')
  expect(await barriersOn(desk)).toEqual([])
  await dialog.getByRole('button', { name: '拒绝退款' }).click()
  await seen(panel.getByText('平台已收到'))
  await gone(panel.getByText('答复期限'), panel.getByRole('button', { name: '同意退款' }))
  expect(pay.complaints.get(id)!.moves).toMatchObject([
    { operate_type: 'MERCHANT_REFUSE_RERUND', operate_details: '出杯照片显示少冰，可以到店免费重做一杯' },
  ])

  await panel.getByRole('button', { name: '完结投诉' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: '确认完结' }).click()
  await seen(desk.getByText('在平台完结了投诉'))
  await expect.poll(() => pay.complaints.get(id)!.complaint_state, { timeout: 20_000 }).toBe('PROCESSED')
  await pay.close()
}, 180_000)
