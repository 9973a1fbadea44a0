import type { SaveSegment } from '#contracts/customers/segments'
import { createSegment } from '#domains/customers'
import type { Ctx } from '#platform/context'
import type { DemoBrand } from './demo-file.ts'

const P = { shops: [], regions: [] }

/** What marketing of every demo brand looks at, and one more for the salon. */
export async function createDemoSegments(ctx: Ctx, { pack }: Pick<DemoBrand, 'pack'>): Promise<void> {
  for (const segment of [...EVERYWHERE, ...(pack === 'beauty' ? SALON : [])])
    await createSegment(ctx, segment)
}

const EVERYWHERE: SaveSegment[] = [
  {
    name: '近期常来',
    description: '新品品鉴会优先邀请',
    rule: {
      join: 'all',
      of: [
        { fact: 'orders', op: 'atLeast', n: 2, days: 30, ...P, items: [] },
        { fact: 'tickets', op: 'atMost', n: 0, days: 90, ...P, kinds: ['complaint', 'emergency'] },
      ],
    },
  },
  {
    name: '投诉过两次以上',
    description: '每周由客服主管过一遍，看看还有什么没解决',
    rule: {
      join: 'any',
      of: [
        { fact: 'tickets', op: 'atLeast', n: 2, ...P, kinds: ['complaint', 'emergency'] },
        { fact: 'meanRating', op: 'atMost', n: 2.5 },
      ],
    },
  },
  {
    name: '有过敏记录',
    description: '换配方前先通知这些顾客',
    rule: { join: 'all', of: [{ fact: 'trait', op: 'any', values: ['allergy'] }] },
  },
]

const SALON: SaveSegment[] = [
  {
    name: '敏感肌熟客',
    description: '上新前先做试用',
    rule: {
      join: 'all',
      of: [
        { fact: 'visits', op: 'atLeast', n: 1, days: 180, ...P },
        { fact: 'trait', op: 'any', values: ['skin', 'allergy'] },
      ],
    },
  },
]
