import type { AffectedQuery } from '#contracts/incidents/affected'
import type { Seal } from '#contracts/incidents/seal'
import type { EmergencyPlan, StatementAudience } from '#contracts/playbook/emergency'
import { itemNames, madeWith, openSpan } from '#domains/orders'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { sentence } from '#platform/locale'
import type { IncidentRow } from '../desk/desk-data.ts'

/** What the room is named after is for those who work in it: what others read says it in plain words. */
export const isInside = (audience: StatementAudience) => audience === 'staff' || audience === 'authority'

/** Plans and kinds of plans whose matter can be said in general words, in locales incidents-server: found.<key>. */
const PLAIN = [
  'foreign_object',
  'allergy',
  'product_injury',
  'food_safety',
  'injury',
  'skin_reaction',
  'goods',
  'data_leak',
  'violence',
  'delivery_accident',
] as const

/** What has happened, as people outside may read it. Shape: empty where no general words say it, as of a storm on the internet. */
export function plainWhat({ locale }: Ctx, { key, kind }: Pick<EmergencyPlan, 'key' | 'kind'>): string {
  const plain = PLAIN.find((one) => one === key) ?? PLAIN.find((one) => one === kind)
  return plain ? sentence(locale, 'incidents-server', `found.${plain}`) : ''
}

/** What the room's people call it, `title` as the reader knows it; the plan's sentence has its own full stop. */
export const insideWhat = ({ summary }: Pick<IncidentRow, 'summary'>, title: string) =>
  (summary || title).replace(/[。.！!\s]+$/u, '')

const NAMED_MOST = 3

/**
 * What customers have bought of it: the item, or what the menu makes with the ingredient, since nobody buys an ingredient. Shape: few by name, of many
 * the first; an ingredient of which nothing on the menu is made is said as such.
 */
export async function boughtOf(
  tx: Tx,
  { locale }: Ctx,
  seal: Seal | undefined,
  query: AffectedQuery | null,
): Promise<string> {
  const say = (key: string, data = {}) => sentence(locale, 'incidents-server', key, data)
  const items = seal?.itemId ? [seal.itemId] : seal ? [] : (query?.itemIds ?? [])
  const ingredient = seal ? seal.ingredient : (query?.ingredient ?? '')
  const batchCode = seal ? seal.batchCode : (query?.batchCodes[0] ?? '')
  const names = items.length
    ? [...(await itemNames(tx, items)).values()]
    : await madeWith(tx, { ingredient, batchCode })
  if (!names.length) return ingredient ? say('productOf', { ingredient }) : ''
  const first = names.slice(0, NAMED_MOST).join(say('and'))
  return names.length > NAMED_MOST ? say('productsMany', { names: first, count: names.length }) : first
}

/** When it was sold: as customers were looked for, else as the seal says, else from when the batch was opened until its sale was stopped. */
export async function soldBetween(
  tx: Tx,
  seal: Seal | undefined,
  query: AffectedQuery | null,
): Promise<{ from?: string; to?: string }> {
  if (query) return { from: query.from, to: query.to }
  if (!seal) return {}
  const asked = { ...(seal.from ? { from: seal.from } : {}), ...(seal.to ? { to: seal.to } : {}) }
  if (!seal.batchCode || (seal.from && seal.to)) return asked
  const until = new Date(seal.orderedAt)
  const span = await openSpan(tx, {
    itemIds: [],
    ingredient: seal.ingredient,
    batchCodes: [seal.batchCode],
    shopIds: seal.shops.map(({ shopId }) => shopId),
    from: until,
    to: until,
  })
  return span ? { from: span.from.toISOString(), to: seal.orderedAt, ...asked } : asked
}
