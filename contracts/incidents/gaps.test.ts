import { expect, test } from 'vitest'
import { gapsIn, mustBeWhole } from './gaps.ts'

test.each([
  ['[产品]（批次 [批次]）已停售，[产品]可退。', ['[产品]', '[批次]']],
  ['{{product}} is off sale', ['{{product}}']],
  ['医院：【待补】，人数（待定）', ['【待补】', '（待定）']],
  ['請聯絡【待補充：電話】', ['【待補充：電話】']],
  ['电话____，找店长', ['____']],
  ['【茶屿】期待您再来（凭小票退款）', []],
  ['【演练】已停售，正在核查（10:30）', []],
])('%s leaves %j', (text, gaps) => {
  expect(gapsIn(text)).toEqual(gaps)
})

test('what goes to customers, the public and the press must be whole', () => {
  expect(
    (['affected', 'customers', 'public', 'media', 'staff', 'authority'] as const).filter(mustBeWhole),
  ).toEqual(['affected', 'customers', 'public', 'media'])
})
