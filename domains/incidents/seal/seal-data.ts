import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type SealRow = Selectable<DB['incidents.seal']>
export type SealShopRow = Selectable<DB['incidents.seal_shop']>
type AnswerRow = Selectable<DB['incidents.seal_answer']>
/** One shop with its answer that counts. */
export type AskedShop = SealShopRow & { answer: AnswerRow | null }

export async function insertSeal(
  tx: Tx,
  seal: Insertable<DB['incidents.seal']>,
  shops: readonly Insertable<DB['incidents.seal_shop']>[],
): Promise<void> {
  await tx.insertInto('incidents.seal').values(seal).execute()
  await tx
    .insertInto('incidents.seal_shop')
    .values([...shops])
    .execute()
}

/** The oldest first. */
export function sealsOf(tx: Tx, incidentId: string): Promise<SealRow[]> {
  return tx
    .selectFrom('incidents.seal')
    .selectAll()
    .where('incident_id', '=', incidentId)
    .orderBy('ordered_at')
    .orderBy('id')
    .limit(100)
    .execute()
}

export function findSeal(tx: Tx, id: string): Promise<SealRow | undefined> {
  return tx.selectFrom('incidents.seal').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function updateSeal(tx: Tx, id: string, set: Updateable<DB['incidents.seal']>): Promise<void> {
  await tx.updateTable('incidents.seal').set(set).where('id', '=', id).execute()
}

/** The number of the room whose seal holds this stop-sale. */
export async function holderOfStop(
  tx: Tx,
  stopId: string,
): Promise<{ number: number; drill: boolean } | undefined> {
  return tx
    .selectFrom('incidents.seal as s')
    .innerJoin('incidents.incident as i', (j) =>
      j.onRef('i.brand_id', '=', 's.brand_id').onRef('i.id', '=', 's.incident_id'),
    )
    .select(['i.number', 'i.drill'])
    .where('s.stop_id', '=', stopId)
    .where('s.lifted_at', 'is', null)
    .executeTakeFirst()
}

type Joined = SealShopRow & { answered: AnswerRow | null }
const ANSWER = sql<AnswerRow | null>`case when a.id is null then null else to_jsonb(a) end`.as('answered')

/** The shops of these seals with the answers that count, by seal and in the order of the shops' ids. */
export async function shopsOf(
  tx: Tx,
  sealIds: readonly string[],
  shopIds: 'all' | readonly string[] = 'all',
): Promise<AskedShop[]> {
  if (!sealIds.length || (shopIds !== 'all' && !shopIds.length)) return []
  const rows = await asked(tx)
    .where('w.seal_id', 'in', [...sealIds])
    .$if(shopIds !== 'all', (q) => q.where('w.shop_id', 'in', [...(shopIds as string[])]))
    .orderBy('w.seal_id')
    .orderBy('w.shop_id')
    .limit(20_000)
    .execute()
  return rows.map(withAnswer)
}

/** Whether one of these shops has not answered; of all of the seal when there are none. */
export async function anyWaiting(tx: Tx, sealId: string, shopIds: readonly string[]): Promise<boolean> {
  const row = await tx
    .selectFrom('incidents.seal_shop')
    .select('shop_id')
    .where('seal_id', '=', sealId)
    .where('state', '=', 'waiting')
    .$if(shopIds.length > 0, (q) => q.where('shop_id', 'in', [...shopIds]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Of these shops what is sealed now, unanswered ones before answered ones, the newest first; of all shops of the brand only what is unanswered. */
export async function sealedAt(tx: Tx, shopIds: 'all' | readonly string[]): Promise<AskedShop[]> {
  if (shopIds !== 'all' && !shopIds.length) return []
  const rows = await asked(tx)
    .innerJoin('incidents.seal as s', (j) =>
      j.onRef('s.brand_id', '=', 'w.brand_id').onRef('s.id', '=', 'w.seal_id'),
    )
    .where('s.lifted_at', 'is', null)
    .$if(shopIds !== 'all', (q) => q.where('w.shop_id', 'in', [...(shopIds as string[])]))
    .$if(shopIds === 'all', (q) => q.where('w.state', '=', 'waiting'))
    .orderBy(sql`w.state <> 'waiting'`)
    .orderBy('s.ordered_at', 'desc')
    .orderBy('w.shop_id')
    .limit(200)
    .execute()
  return rows.map(withAnswer)
}

const asked = (tx: Tx) =>
  tx
    .selectFrom('incidents.seal_shop as w')
    .leftJoin('incidents.seal_answer as a', (j) =>
      j.onRef('a.brand_id', '=', 'w.brand_id').onRef('a.id', '=', 'w.answer_id'),
    )
    .selectAll('w')
    .select(ANSWER)

/** What came through JSON has its instants as text. */
function withAnswer({ answered, ...row }: Joined): AskedShop {
  return { ...row, answer: answered && { ...answered, at: new Date(answered.at) } }
}

export function lockShop(tx: Tx, sealId: string, shopId: string): Promise<SealShopRow | undefined> {
  return tx
    .selectFrom('incidents.seal_shop')
    .selectAll()
    .where('seal_id', '=', sealId)
    .where('shop_id', '=', shopId)
    .forUpdate()
    .executeTakeFirst()
}

export function findAnswer(tx: Tx, id: string): Promise<AnswerRow | undefined> {
  return tx.selectFrom('incidents.seal_answer').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertAnswer(tx: Tx, row: Insertable<DB['incidents.seal_answer']>): Promise<void> {
  await tx.insertInto('incidents.seal_answer').values(row).execute()
  await tx
    .updateTable('incidents.seal_shop')
    .set({ state: row.state, answer_id: row.id, next_at: null })
    .where('seal_id', '=', row.seal_id)
    .where('shop_id', '=', row.shop_id)
    .execute()
}

/** Shops of a room that have not answered and are to be asked again. */
export function unanswered(tx: Tx, incidentId: string, at: Date): Promise<(SealShopRow & SealOf)[]> {
  return tx
    .selectFrom('incidents.seal_shop as w')
    .innerJoin('incidents.seal as s', (j) =>
      j.onRef('s.brand_id', '=', 'w.brand_id').onRef('s.id', '=', 'w.seal_id'),
    )
    .selectAll('w')
    .select(['s.what', 's.every_min', 's.lifted_at'])
    .where('s.incident_id', '=', incidentId)
    .where('w.next_at', '<=', at)
    .orderBy('w.seal_id')
    .orderBy('w.shop_id')
    .limit(5000)
    .execute()
}
type SealOf = Pick<SealRow, 'what' | 'every_min' | 'lifted_at'>

/** Asked once more; the next time is `nextAt`, null: never again. */
export async function askAgain(
  tx: Tx,
  sealId: string,
  shopIds: readonly string[],
  nextAt: Date | null,
): Promise<void> {
  await tx
    .updateTable('incidents.seal_shop')
    .set((e) => ({ next_at: nextAt, ...(nextAt ? { asked: e('asked', '+', 1) } : {}) }))
    .where('seal_id', '=', sealId)
    .where('shop_id', 'in', [...shopIds])
    .execute()
}

/** Nobody is asked for an answer any more: lifted. */
export async function stopAsking(tx: Tx, sealId: string): Promise<void> {
  await tx.updateTable('incidents.seal_shop').set({ next_at: null }).where('seal_id', '=', sealId).execute()
}
