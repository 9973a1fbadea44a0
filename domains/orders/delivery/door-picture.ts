import type { Tap } from '#contracts/orders/delivery'
import type { Ctx } from '#platform/context'
import { readPhoto } from '#platform/files/photo'

const MOST_BYTES = 700_000

/**
 * Keeps the picture or signature of a hand-over, re-encoded and sealed: a door and a name are personal.
 * Shape: the key of the file, undefined without a picture. The same tap writes the same file. Errors: files.*.
 */
export async function keepPicture(
  ctx: Ctx,
  deliveryId: string,
  tap: Extract<Tap, { what: 'hand_over' }>,
): Promise<string | undefined> {
  if (tap.proof.kind === 'code') return undefined
  const bytes = Buffer.from(tap.proof.picture.split(',', 2)[1] ?? '', 'base64')
  const { jpeg } = await readPhoto(bytes, MOST_BYTES)
  const { brandId } = ctx.actor
  const key = `${brandId}/hand-over/${deliveryId}-${tap.id}.sealed`
  await ctx.files.put(key, ctx.keys.sealBytes(brandId, jpeg))
  return key
}

export async function readPicture(ctx: Ctx, key: string): Promise<string> {
  const sealed = Buffer.from(await ctx.files.get(key))
  return `data:image/jpeg;base64,${ctx.keys.openBytes(ctx.actor.brandId, sealed).toString('base64')}`
}

export async function dropPicture(ctx: Ctx, key: string): Promise<void> {
  await ctx.files.delete(key)
}
