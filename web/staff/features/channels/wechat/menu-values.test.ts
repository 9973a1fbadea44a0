import { expect, test } from 'vitest'
import { WechatMenu } from '#contracts/channels/wechat'
import { isTooLong, menuOf, valuesOf } from './menu-values.ts'

const menu = WechatMenu.parse({
  buttons: [
    { name: '有话要说', deed: { kind: 'page', url: 'https://care.example.test/q/a' }, items: [] },
    {
      name: '服务',
      deed: null,
      items: [{ name: '营业时间', deed: { kind: 'reply', text: '10 点到 22 点' } }],
    },
  ],
}).buttons

test('a menu goes into the form and comes out the same', () => {
  expect(menuOf(valuesOf(menu))).toEqual(menu)
})

test('a button that changes what it does carries nothing of before', () => {
  const { buttons } = valuesOf(menu)
  const changed = menuOf({
    buttons: [
      { ...buttons[1]!, does: 'reply', text: ' 您好 ' },
      { ...buttons[0]!, does: 'items' },
    ],
  })
  expect(changed).toEqual([
    { name: '服务', deed: { kind: 'reply', text: '您好' }, items: [] },
    { name: '有话要说', deed: null, items: [] },
  ])
})

test.each([
  ['有话要说吧', 'button', false],
  ['有话要说一下', 'button', true],
  ['0123456789abcdef', 'button', false],
  ['有话要说一下', 'item', false],
] as const)('%s as the name of a %s', (name, of, long) => {
  expect(isTooLong(name, of)).toBe(long)
})
