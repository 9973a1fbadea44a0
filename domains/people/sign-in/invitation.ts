import type { z } from 'zod'
import type { InvitationView } from '#contracts/people'
import type { Services } from '#platform/context'
import { hashSecret } from '#platform/crypto/keys'
import { limitRate } from '#platform/http/rate'
import { peopleErrors } from '../errors.ts'
import { readBrand } from '../organisation/brand-data.ts'
import { activate, findInvitation, readInvited, spendInvitation } from './invitation-data.ts'
import { openSession, type Sender, type SignedIn } from './open-session.ts'
import { hashPassword } from './password.ts'
import { deleteSessions } from './session-data.ts'

const LOOKS_PER_MINUTE = 60

/** Who is invited, for the page on which the password is chosen. Errors: people.invitationGone when used, late or unknown. */
export async function viewInvitation(
  services: Services,
  token: string,
  sender: Sender,
): Promise<z.infer<typeof InvitationView>> {
  const { brandId, id } = await locate(services, token, sender)
  return services.db.inBrand(brandId, async (tx) => {
    const invited = await readInvited(tx, id, services.now())
    if (!invited) throw peopleErrors.invitationGone()
    const brand = await readBrand(tx)
    return { name: invited.name, login: invited.login, brandName: brand.name }
  })
}

/**
 * Sets the chosen password and signs the person in.
 * Shape:  also the way back for somebody who lost password or phone: older sessions end, the second factor is off.
 * Errors: people.invitationGone; a link works once, also for two requests at the same moment.
 */
export async function acceptInvitation(
  services: Services,
  token: string,
  password: string,
  sender: Sender,
): Promise<SignedIn> {
  const { brandId, id } = await locate(services, token, sender)
  const passwordHash = await hashPassword(password)
  return services.db.inBrand(brandId, async (tx) => {
    const now = services.now()
    const invited = await readInvited(tx, id, now)
    if (!invited || !(await spendInvitation(tx, id, now))) throw peopleErrors.invitationGone()
    await activate(tx, invited.id, passwordHash)
    await deleteSessions(tx, invited.id, null)
    return openSession(tx, services, { brandId, staffId: invited.id }, sender, 'acceptInvitation')
  })
}

async function locate(services: Services, token: string, sender: Sender) {
  await limitRate(services, `invitation:${sender.ip}`, LOOKS_PER_MINUTE)
  const found = await findInvitation(services.db, hashSecret(token))
  if (!found) throw peopleErrors.invitationGone()
  return found
}
