import { createHash } from 'node:crypto'
import { findActor } from '#domains/people'
import { type Ctx, contextFor, type Services } from '#platform/context'
import { AppError } from '#platform/errors'
import type { LiveShop } from './live-data.ts'

/** One shop of a demo that lives, at one moment. */
export type Place = {
  services: Services
  brandId: string
  shop: LiveShop
  now: Date
  /** Somebody of the staff at work now; null when the person has been locked out. */
  as: (staffId: string) => Promise<Ctx | null>
}

export function placeOf(services: Services, brandId: string, shop: LiveShop): Place {
  return {
    ...{ services, brandId, shop, now: services.now() },
    as: async (staffId) => {
      const found = await findActor(services, brandId, staffId)
      return found && contextFor(services, found.actor)
    },
  }
}

/** From 0 to 1, always the same for the same thing: what happens to it is decided once and remembered nowhere. */
export function chance(id: string, about: string): number {
  return createHash('sha256').update(`${about} ${id}`).digest().readUInt32BE(0) / 2 ** 32
}

export function secondsSince(at: Date, now: Date): number {
  return (now.getTime() - at.getTime()) / 1000
}

/** Does a deed that the program may refuse, because somebody at the screen was faster. Shape: whether it was done. */
export async function unlessRefused(deed: () => Promise<unknown>): Promise<boolean> {
  try {
    await deed()
    return true
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}
