import { expect, test } from 'vitest'
import { fillTemplate } from './fill-template.ts'

test.each([
  ['{{customer}}，您说的我们收到了，编号 {{number}}。', '林女士', '林女士，您说的我们收到了，编号 HY-7。'],
  ['{{customer}}，您说的我们收到了，编号 {{number}}。', '', '您说的我们收到了，编号 HY-7。'],
  ['{{customer}}，您说的我们收到了。', '138****5678', '您说的我们收到了。'],
  ['{{customer}}您好，我是店长。', '林**', '您好，我是店长。'],
  ['{{customer}}, we have your message.', 'w***@example.cn', 'We have your message.'],
  ['Hello {{customer}}, this is {{number}}.', '', 'Hello, this is HY-7.'],
  ['Hello {{customer}}, this is {{number}}.', 'Ms Lin', 'Hello Ms Lin, this is HY-7.'],
  ['{{number}}{{order}} 已收到', '林女士', 'HY-7 已收到'],
])('%s for “%s” says %s', (text, customer, said) => {
  expect(fillTemplate(text, { customer, number: 'HY-7' })).toBe(said)
})
