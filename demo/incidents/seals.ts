import type { OrderSeal } from '#contracts/incidents/seal'
import { keepPhoto } from '#domains/channels'
import { acknowledgeSeal, orderSeal } from '#domains/incidents'
import { drawPicture } from '../pictures.ts'
import { type DemoRoom, personOf, shopOf } from './room.ts'

/** What one shop has said, so many minutes after the room's opening; without a quantity it has none. */
export type Said = { shop: string; min: number; quantity?: number; unit?: string; note: string }

/** A seal and what the shops answer to it; shape: the seal's id. */
export async function tellSeal(
  room: DemoRoom,
  min: number,
  order: OrderSeal,
  answers: readonly Said[],
): Promise<string> {
  const { told, id, at } = room
  // At night the post is held by the manager of a region, who reaches only its shops.
  await orderSeal(told.as(personOf(told, 'quality'), at(min)), id, order)
  const { rows } = await told.look.query<{ id: string }>(
    'select id from incidents.seal where incident_id = $1 order by ordered_at desc, id desc limit 1',
    [id],
  )
  const seal = rows[0]!.id
  for (const said of answers) await tellAnswer(room, seal, said)
  return seal
}

export async function tellAnswer({ told, at }: DemoRoom, seal: string, said: Said): Promise<void> {
  const shopId = shopOf(told, said.shop)
  const manager = personOf(told, 'shop_manager', shopId)
  const ctx = told.as(manager, at(said.min))
  const found = said.quantity !== undefined
  const photos = found ? [(await keepPhoto(ctx, `staff:${manager}`, await drawPicture(3))).id] : []
  await acknowledgeSeal(ctx, seal, shopId, {
    state: found ? 'acknowledged' : 'none_here',
    ...(found ? { quantity: said.quantity } : {}),
    unit: said.unit ?? '',
    sampleKept: found ? '1 份，冷藏' : '',
    sampleMissing: '',
    note: said.note,
    fileIds: photos,
    correction: false,
  })
}
