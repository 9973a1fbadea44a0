import { expect, test } from 'vitest'
import { maskForOutside } from './mask-text.ts'

test.each([
  ['我叫王小明，电话13800138000', ['王小明', '13800138000']],
  ['打 138 0013 8000 或 021-5888-1234', ['0013', '5888', '1234']],
  ['+86 13800138000', ['13800138000']],
  ['１３８００１３８０００全角也算', ['１３８', '138']],
  ['一三八零零一三八零零零', ['一三八']],
  ['住在杭州市西湖区文三路259号3幢201室', ['文三路', '259', '201']],
  ['送到翠苑小区12栋3单元402', ['12栋', '402']],
  ['李女士说订单HY-100234没送到', ['李', 'HY-100234']],
  ['单号 2026112300012345', ['2026112300012345']],
  ['加我微信 wx_abc1234 聊', ['wx_abc1234']],
  ['微信号：wuli-2020', ['wuli-2020']],
  ['邮箱 a.b@qq.com 谢谢', ['a.b@qq.com']],
  ['身份证 33010219900101123X', ['33010219900101123']],
  ['看 https://example.com/me?id=7 这里', ['example.com']],
])('%s', (text, hidden) => {
  const masked = maskForOutside(text)
  for (const piece of hidden) expect(masked).not.toContain(piece)
  expect(masked).toMatch(/〔.+〕/)
})

test('the customer’s own words are hidden wherever they stand', () => {
  const masked = maskForOutside('思远昨天来过，陈思远今天又来，slow@mail.cn', ['陈思远', 'slow@mail.cn'])
  expect(masked).not.toMatch(/陈思远|slow/)
})

test.each(['等了2小时，花了128元', '面里有头发，要打12315', '我是老顾客，一直很满意', '3分糖做成了7分糖'])(
  'what is no personal data stays: %s',
  (text) => expect(maskForOutside(text).normalize('NFKC')).toBe(text.normalize('NFKC')),
)
