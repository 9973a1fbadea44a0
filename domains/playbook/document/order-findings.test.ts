import { expect, test } from 'vitest'
import type { Playbook } from '#contracts/playbook'
import type { OrderPolicy } from '#contracts/playbook/orders'
import { comparePlaybooks } from './compare-playbooks.ts'
import { packKeys, readPack } from './packs.ts'
import { readablePath } from './playbook-issue.ts'
import { checkPlaybook, playbookIssues } from './playbook-issues.ts'

const sound = readPack('milk_tea') as Playbook
const withOrders = (change: Partial<OrderPolicy>): Playbook => ({
  ...sound,
  orders: { ...sound.orders, ...change },
})
const [tea, foam] = sound.orders.stations as [OrderPolicy['stations'][0], OrderPolicy['stations'][0]]

test.each<[string, object, string]>([
  [
    'two stations of one key',
    { stations: [tea, { ...foam, key: 'tea' }] },
    'doubledKey orders.stations[1].key',
  ],
  [
    'two stations of one name',
    { stations: [tea, { ...foam, name: '茶底' }] },
    'doubledStation orders.stations[1].name',
  ],
  ['a station without a name', { stations: [{ ...tea, name: '' }] }, 'tooSmall_text orders.stations[0].name'],
  ['days out of order', { aftercareDays: [7, 1] }, 'aftercareOrder orders.aftercareDays[1]'],
  ['a day twice', { aftercareDays: [1, 1] }, 'aftercareOrder orders.aftercareDays[1]'],
  ['a clock of nothing', { contactWithinMin: 0 }, 'tooSmall_number orders.contactWithinMin'],
  [
    'a rider who flies',
    { rider: { ...sound.orders.rider, speedKmh: 90 } },
    'tooBig_number orders.rider.speedKmh',
  ],
])('%s is found where it stands', (_, change, expected) => {
  const document = withOrders(change as Partial<OrderPolicy>)
  const found = checkPlaybook(document).findings.map((f) => `${f.code} ${readablePath(f.path)}`)
  expect(found).toContain(expected)
  const [issue] = playbookIssues(document, 'zh-CN')
  expect(issue?.problem).not.toMatch(/[{}]|issues\./)
  expect(issue?.remedy).toBeTruthy()
})

test('what changes in the making of orders is told in words and with units', () => {
  const after = withOrders({
    stations: [...sound.orders.stations, { key: 'juice', name: { 'zh-CN': '鲜果', en: 'Fruit' } }],
    contactWithinMin: 10,
    confirm: 'person',
    tellLate: 'auto',
    rider: { ...sound.orders.rider, most: 6, detour: 1.5, handOver: 'code' },
    aftercareDays: [1, 3, 7],
  })
  const lines = (locale: 'zh-CN' | 'en') =>
    comparePlaybooks(sound, after, locale).map((c) => `${c.where}｜${c.before} → ${c.after}`)
  expect(lines('zh-CN')).toEqual([
    '订单与出餐 › 工位 › 鲜果｜ → 鲜果',
    '订单与出餐 › 多久内联系顾客｜5 分钟 → 10 分钟',
    '订单与出餐 › 资料齐全的订单｜系统自动 → 由人来',
    '订单与出餐 › 赶不上时告诉顾客｜由人来 → 系统自动',
    '订单与出餐 › 配送 › 路程是直线的｜1.35 倍 → 1.5 倍',
    '订单与出餐 › 配送 › 一趟最多带｜4 单 → 6 单',
    '订单与出餐 › 配送 › 交付凭证｜都可以 → 收货码',
    '订单与出餐 › 护理后第几天问｜1 天、7 天 → 1 天、3 天、7 天',
  ])
  expect(lines('en')).toContain('Orders and kitchen › Delivery › At most at one time｜4 orders → 6 orders')
})

test.each(packKeys())('%s has stations of its trade, in English too', (key) => {
  const { orders } = readPack(key) as Playbook
  expect(orders.stations.length).toBeGreaterThan(2)
  expect(orders.stations.filter(({ name }) => typeof name === 'string' || !name.en)).toEqual([])
})
