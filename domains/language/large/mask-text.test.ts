import { expect, test } from 'vitest'
import { maskerFor } from './mask-text.ts'

test.each([
  ['我叫王小明，电话13800138000', ['王小明', '13800138000']],
  ['打 138 0013 8000 或 021-5888-1234', ['0013', '5888', '1234']],
  ['+86 13800138000', ['13800138000']],
  ['１３８００１３８０００全角也算', ['１３８', '138']],
  ['一三八零零一三八零零零', ['一三八']],
  ['住在杭州市西湖区文三路259号3幢201室', ['文三路', '259', '201']],
  ['送到翠苑小区12栋3单元402', ['12栋', '402']],
  ['李女士说订单HY-100234没送到', ['李', 'HY-100234']],
  ['电话138.1234.5678', ['138', '1234', '5678']],
  ['电话138，1234，5678', ['138', '1234', '5678']],
  ['138--1234--5678 找我', ['138', '5678']],
  ['138 / 1234 / 5678', ['138', '5678']],
  ['一三八、一二三四、五六七八', ['一三八', '五六七八']],
  ['壹叁捌壹贰叁肆伍陆柒捌', ['壹叁捌']],
  ['1三8一2三4五6七8', ['三', '五']],
  ['单号 2026112300012345', ['2026112300012345']],
  ['加我微信 wx_abc1234 聊', ['wx_abc1234']],
  ['微信号：wuli-2020', ['wuli-2020']],
  ['邮箱 a.b@qq.com 谢谢', ['a.b@qq.com']],
  ['身份证 33010219900101123X', ['33010219900101123']],
  ['我叫陳麗華，住台北市信義區松仁路100號5樓', ['陳', '麗華', '松仁路', '100']],
  ['陳小姐您好', ['陳']],
  ['收件人：劉德華', ['劉', '德華']],
  ['我叫欧阳娜娜', ['欧阳', '娜娜']],
  ['姓名：王 小 明', ['王', '小']],
  ['我姓趙', ['趙']],
  ['看 https://example.com/me?id=7 这里', ['example.com']],
])('%s', (text, hidden) => {
  const masked = maskerFor({})(text)
  for (const piece of hidden) expect(masked).not.toContain(piece)
  expect(masked).toMatch(/〔.+〕/)
})

test('the customer’s own words are hidden wherever they stand', () => {
  const mask = maskerFor({ customer: ['陈思远', 'slow@mail.cn'] })
  expect(mask('思远昨天来过，陈思远今天又来，slow@mail.cn')).toBe(
    '〔称呼〕昨天来过,〔称呼〕今天又来,〔称呼〕',
  )
  expect(maskerFor({ customer: ['李女士'] })('李女士说，另一位女士也这样说')).toBe(
    '〔称呼〕说,另一位女士也这样说',
  )
})

test('a name on file in other signs is the same name, and the text keeps its own', () => {
  expect(maskerFor({ customer: ['陈丽华'] })('陳麗華說飲料是酸的')).toBe('〔称呼〕說飲料是酸的')
})

test('whoever works for the brand is hidden too, by the given name as well', () => {
  const mask = maskerFor({ staff: ['林晓', '欧阳文静', 'A+（早班）'] })
  expect(mask('@林晓 请联系文静核实，A+(早班) 也在')).toBe('@〔同事〕 请联系〔同事〕核实,〔同事〕 也在')
})

test.each(['等了2小时，花了128元', '面里有头发，要打12315', '我是老顾客，一直很满意', '3分糖做成了7分糖'])(
  'what is no personal data stays: %s',
  (text) => expect(maskerFor({})(text).normalize('NFKC')).toBe(text.normalize('NFKC')),
)
