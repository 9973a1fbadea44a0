import type { Services } from '#platform/context'
import { peopleErrors } from '../errors.ts'
import { FORGET_AFTER_MS, lockMs } from './lock-out.ts'
import { deleteFailures, forgetFailures, lockFailures, restoreFailures, saveFailures } from './try-data.ts'

export type Try = { login: string; failures: number; before: number; at: Date; locks: boolean }

/**
 * Counts a try as failed before the password is looked at, so that a thousand tries at once are counted as a thousand.
 * Shape:  `tryPassed` forgets the count; `tryGivenBack` takes only this one back. A login that nobody has is counted too.
 * Errors: people.tooManyTries with `retryAfterSec` while the login is shut.
 */
export async function beginTry(services: Services, login: string): Promise<Try> {
  const at = services.now()
  return services.db.open.transaction().execute(async (tx) => {
    await forgetFailures(tx, new Date(at.getTime() - FORGET_AFTER_MS))
    const row = await lockFailures(tx, login, at)
    if (row.locked_until && row.locked_until > at) throw tooManyTries(row.locked_until, at)
    const failures = row.failures + 1
    const shutMs = lockMs(failures)
    const until = shutMs ? new Date(at.getTime() + shutMs) : null
    await saveFailures(tx, { login, failures, locked_until: until, last_at: at })
    return { login, failures, before: row.failures, at, locks: until !== null }
  })
}

export async function tryPassed(services: Services, tried: Try): Promise<void> {
  await deleteFailures(services.db.open, tried.login)
}

/** Takes the try back (the password was right, the second factor is still to come) unless another one failed meanwhile. */
export async function tryGivenBack(services: Services, tried: Try): Promise<void> {
  await restoreFailures(services.db.open, tried)
}

function tooManyTries(until: Date, now: Date) {
  const seconds = Math.ceil((until.getTime() - now.getTime()) / 1000)
  return peopleErrors.tooManyTries({
    minutes: Math.ceil(seconds / 60),
    retryAfterS: seconds,
    retryAfterSec: seconds,
  })
}
