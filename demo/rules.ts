import type { SaveRule } from '#contracts/tickets/rules'
import { createRule, turnRule } from '#domains/tickets'
import type { Ctx } from '#platform/context'

/** What a lead of any brand would write first: both are asked of new tickets only, so that the demo's past stays as it was told. */
const RULES: SaveRule[] = [
  {
    name: '提到曝光，先告诉客服主管',
    trigger: 'opened',
    after: null,
    conditions: [{ field: 'words', op: 'contain', value: '曝光' }],
    actions: [
      { do: 'tag', tags: ['可能外传'] },
      { do: 'notifyRole', role: 'lead' },
    ],
    stops: false,
  },
  {
    name: '一星差评，当天给顾客打电话',
    trigger: 'opened',
    after: null,
    conditions: [
      { field: 'kind', op: 'is', values: ['complaint'] },
      { field: 'stars', op: 'at_most', value: 1 },
    ],
    actions: [{ do: 'task', title: '给顾客打个电话，问清楚再处理', role: 'agent', dueInMin: 240 }],
    stops: false,
  },
]

/** The rules stand switched on. */
export async function tellRules(lead: Ctx): Promise<void> {
  for (const rule of RULES) {
    const all = await createRule(lead, rule)
    await turnRule(lead, all.find((r) => r.name === rule.name)!.id, true)
  }
}
