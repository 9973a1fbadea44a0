import type { Locale } from '#contracts/kit'
import type { Actor, Services, StaffActor } from '#platform/context'
import { hashSecret } from '#platform/crypto/keys'
import { withoutDisk } from '#platform/db/database'
import { readActor, readSender, touchSession } from './session-data.ts'

/** A session ends after twelve hours without use, and after fourteen days in any case. */
export const SESSION_LIMITS = { idleMs: 12 * 3_600_000, longestMs: 14 * 86_400_000 }
const TOUCH_EVERY_MS = 60_000

/**
 * Who sends a request with this session cookie; null when it has ended or the person was locked out.
 * Shape:  every use moves the end; it is written at most once a minute, so reading pages doesn't write.
 */
export async function findSession(
  services: Services,
  token: string,
): Promise<{ actor: Actor; locale: Locale } | null> {
  const now = services.now()
  const sender = await readSender(services.db.open, hashSecret(token), now)
  if (!sender) return null
  const { brandId, staffId, sessionId, name, grants } = sender
  if (now.getTime() - Date.parse(sender.seenAt) >= TOUCH_EVERY_MS)
    await services.db.inBrand(brandId, (tx) =>
      Promise.all([withoutDisk(tx), touchSession(tx, sender, now, SESSION_LIMITS)]),
    )
  return { actor: { kind: 'staff', brandId, staffId, sessionId, name, grants }, locale: sender.locale }
}

/**
 * Somebody as the author of work that goes on after the request: with what the roles reach now, not when it was asked for.
 * Shape: null when the person has been locked out since.
 */
export async function findActor(
  services: Services,
  brandId: string,
  staffId: string,
): Promise<{ actor: StaffActor; locale: Locale } | null> {
  const found = await services.db.inBrand(brandId, (tx) => readActor(tx, staffId))
  if (!found) return null
  const { name, grants, locale } = found
  return { actor: { kind: 'staff', brandId, staffId, sessionId: '', name, grants }, locale }
}
