import type { Ctx } from '#platform/context'
import { scopeOf } from '#platform/permissions'

/** Channels, and what nobody has understood of what they heard, belong to no shop: they are for whoever reaches the whole brand. */
export const reachesBrand = (ctx: Ctx): boolean => scopeOf(ctx.actor, 'channels.connect')?.shops === 'all'
