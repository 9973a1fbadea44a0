import { v7 as uuidv7 } from 'uuid'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { keepMatches } from './suspicion-data.ts'

/** `typed`: wrote the other one's number into a form or chat; `said`: the channel itself gives this person two identities that belong to two files. */
export type Suspicion = { one: string; other: string; what: 'typed' | 'said' }

/** People write their own number nine times in ten, otherwise a relative's; a platform is practically never wrong. */
const PROBABILITY = { typed: 0.9, said: 0.99 } as const

/** Keeps what an arrival has shown: two files that probably are one person's. Which it is, a person decides. */
export async function noteSuspicions(tx: Tx, ctx: Ctx, doubtful: readonly Suspicion[]): Promise<void> {
  const pairs = new Map(
    doubtful.map((s) => {
      const [one_id, other_id] = s.one < s.other ? [s.one, s.other] : [s.other, s.one]
      const reasons = [{ what: `identity_${s.what}`, weight: null }]
      return [
        `${one_id} ${other_id}`,
        { id: uuidv7(), one_id, other_id, probability: PROBABILITY[s.what], reasons },
      ]
    }),
  )
  const sorted = [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair)
  await keepMatches(tx, ctx.actor.brandId, ctx.now(), sorted)
}
