import type { z } from 'zod'
import type { SignIn } from '#contracts/people'
import { audit } from '#platform/audit/audit'
import { type Services, systemContext } from '#platform/context'
import { limitRate } from '#platform/http/rate'
import { peopleErrors } from '../errors.ts'
import { type Account, findLogin, readAccount, spendTotpStep } from './account-data.ts'
import { openSession, type Sender, type SignedIn } from './open-session.ts'
import { passwordFits } from './password.ts'
import { totpStep } from './totp.ts'
import { beginTry, type Try, tryGivenBack, tryPassed } from './tries.ts'

const TRIES_PER_MINUTE = 60
const NOBODY = {
  brandId: '00000000-0000-0000-0000-000000000000',
  staffId: '00000000-0000-0000-0000-000000000000',
}

/**
 * Lets a person in with login, password and, where it is on, a code of the authenticator.
 * Shape:  an unknown, invited or locked login takes the same steps and gets the same answer as a wrong password.
 * Errors: people.wrongPassword, people.totpNeeded, people.wrongCode, people.tooManyTries, http.tooMany.
 */
export async function signIn(
  services: Services,
  input: z.infer<typeof SignIn>,
  sender: Sender,
): Promise<SignedIn> {
  await limitRate(services, `sign-in:${sender.ip}`, TRIES_PER_MINUTE)
  const tried = await beginTry(services, input.login)
  const found = await findLogin(services.db, input.login)
  const { brandId, staffId } = found ?? NOBODY
  const account = await services.db.inBrand(brandId, (tx) => readAccount(tx, staffId))
  const active = account?.state === 'active' ? account : null
  const fits = await passwordFits(active?.password_hash ?? null, input.password)
  if (!active || !fits) {
    if (account) await noteFailure(services, { brandId, staffId }, account, tried, 'password')
    throw peopleErrors.wrongPassword()
  }
  const step = await provenStep(services, { brandId, account: active }, input.totp, tried)
  const signedIn = await services.db.inBrand(brandId, async (tx) => {
    if (step !== null && !(await spendTotpStep(tx, staffId, step))) throw peopleErrors.wrongCode({}, 'totp')
    return openSession(tx, services, { brandId, staffId }, sender, 'signIn')
  })
  await tryPassed(services, tried)
  return signedIn
}

/** The step of the right code; null for a person without a second factor. */
async function provenStep(
  services: Services,
  person: { brandId: string; account: Account },
  code: string | undefined,
  tried: Try,
): Promise<number | null> {
  const { brandId, account } = person
  if (account.totp_last === null) return null
  if (!code) {
    await tryGivenBack(services, tried)
    throw peopleErrors.totpNeeded()
  }
  const step = totpStep(
    services.keys.open(brandId, account.totp_enc),
    code,
    services.now(),
    account.totp_last,
  )
  if (step !== null) return step
  await noteFailure(services, { brandId, staffId: account.id }, account, tried, 'code')
  throw peopleErrors.wrongCode({}, 'totp')
}

async function noteFailure(
  services: Services,
  person: { brandId: string; staffId: string },
  account: Account,
  tried: Try,
  wrong: 'password' | 'code',
): Promise<void> {
  const ctx = systemContext(services, person.brandId)
  const fact = { subjectKind: 'staff', subjectId: person.staffId, subject: account.name }
  await ctx.transaction((tx) =>
    audit(
      tx,
      ctx,
      { action: 'people.signInFailed', ...fact, data: { wrong, failures: tried.failures } },
      ...(tried.locks ? [{ action: 'people.signInShut', ...fact, data: { failures: tried.failures } }] : []),
    ),
  )
}
