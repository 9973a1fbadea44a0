import { describe, expect, test } from 'vitest'
import { judgeMatter, likeness, type MatterSide } from './judge-matter.ts'

const NOON = new Date('2026-03-02T04:00:00Z')
const side = (more: Partial<MatterSide>): MatterSide => ({
  customer: null,
  shop: 'shop',
  order: '',
  channel: 'qr',
  kind: 'complaint',
  category: 'taste.too_sweet',
  text: '奶茶里喝到一块硬硬的塑料片',
  at: NOON,
  ...more,
})
const later = (hours: number) => new Date(NOON.getTime() + hours * 3_600_000)

describe('one matter or two', () => {
  test('the same order within the hour is one matter, whatever words are used', () => {
    const { probability, reasons } = judgeMatter(
      side({ customer: 'wang', order: 'A1' }),
      side({ customer: 'wang', order: 'A1', text: '打了两次电话都没人管', channel: 'phone', at: later(0.5) }),
      null,
    )
    expect(probability).toBeGreaterThan(0.97)
    expect(reasons.slice(0, 2).map(({ what }) => what)).toEqual(expect.arrayContaining(['customer', 'order']))
  })
  test('a known customer alone is a toss-up, and another order of the same customer is another matter', () => {
    const words = { text: '今天的珍珠没有煮透', category: 'making.pearls' }
    const alone = judgeMatter(
      side({ customer: 'wang' }),
      side({ customer: 'wang', ...words, at: later(30) }),
      null,
    )
    expect(alone.probability).toBeLessThan(0.75)
    const other = judgeMatter(
      side({ customer: 'wang', order: 'A1' }),
      side({ customer: 'wang', order: 'B2', ...words, at: later(30) }),
      null,
    )
    expect(other.probability).toBeLessThan(0.1)
  })
  test('an invoice asked for and an ear burnt the day after are two matters of one customer', () => {
    const { probability } = judgeMatter(
      side({
        customer: 'wang',
        category: 'card.invoice',
        text: '充了五千说没有发票，只给一张白条，这能报吗',
      }),
      side({
        customer: 'wang',
        kind: 'emergency',
        category: 'reaction.burn',
        text: '卷发棒直接贴到我耳朵上，烫出一个水泡，他还说“不碍事”',
        at: later(21),
      }),
      null,
    )
    expect(probability).toBeLessThan(0.6)
  })
  test('who only asks where the answer stays is heard as the same matter, even where the words are other ones', () => {
    const { probability } = judgeMatter(
      side({ customer: 'wang' }),
      side({ customer: 'wang', category: 'service.no_callback', text: '怎么还没人理我', at: later(3) }),
      null,
    )
    expect(probability).toBeGreaterThan(0.6)
  })
  test('two strangers who complain of the same thing at one shop are two matters', () => {
    const { probability } = judgeMatter(
      side({ customer: 'wang' }),
      side({ customer: 'li', text: '喝到了塑料片，吓人', at: later(0.3) }),
      null,
    )
    expect(probability).toBeLessThan(0.3)
  })
  test('the same long words without a name are probably one matter; a probable second file of one person helps', () => {
    const text = '昨晚在你们店点的杨枝甘露里有一只小飞虫，店员说可以换，可是等了二十分钟也没人理我'
    expect(judgeMatter(side({ text }), side({ text, at: later(2) }), null).probability).toBeGreaterThan(0.6)
    const files = [side({ customer: 'a' }), side({ customer: 'b', at: later(1) })] as const
    expect(judgeMatter(...files, 0.9).probability).toBeGreaterThan(judgeMatter(...files, null).probability)
  })
  test('praise beside a complaint speaks against it', () => {
    const one = side({ customer: 'wang' })
    const praise = side({ customer: 'wang', kind: 'praise', category: 'service.kind', text: '小李服务真好' })
    expect(judgeMatter(one, praise, null).probability).toBeLessThan(0.6)
  })
  test('likeness is the share of the shorter text', () => {
    expect(likeness('奶茶漏了', '今天的奶茶漏了一袋子')).toBe(1)
    expect(likeness('奶茶漏了', '美甲掉了一颗钻')).toBe(0)
    expect(likeness('', '美甲')).toBe(0)
  })
})
