import { expect, test } from 'vitest'
import { leadsAway } from './leads-away.ts'

test.each([
  '请拨打 400-820-8820',
  '打 138 0013 8000 找我',
  '点 bit.ly/abc 领券',
  't.me/foo',
  '请看 https://a.example/x',
  '加V：abc 处理',
  '請加 LINE：line.me/ti/p/abc',
  '请打款到支付宝账号',
  '請匯款到以下帳戶',
  '把驗證碼告訴我們',
  '１３８００１３８０００',
])('a draft that leads the customer away is none: %s', (text) => expect(leadsAway(text)).toBe(true))

test.each([
  '退款会在 3 个工作日内原路退回，请您留意。',
  '您 2026-11-22 18:30 的订单 HY-100234 我们已经查到。',
  '店长今天 20:00 前给您回电话。',
  'We have refunded 35 yuan. Thank you for telling us.',
])('an ordinary one stays: %s', (text) => expect(leadsAway(text)).toBe(false))
