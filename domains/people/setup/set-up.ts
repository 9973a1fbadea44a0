import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { Setup, SetupState, Week } from '#contracts/people'
import { type Ctx, contextFor, systemContext } from '#platform/context'
import { limitRate } from '#platform/http/rate'
import { sentence } from '#platform/locale'
import { peopleErrors } from '../errors.ts'
import { brandIds, lockSetup } from '../organisation/brand-data.ts'
import { offeredPacks } from '../organisation/brand-hooks.ts'
import { createBrand } from '../organisation/create-brand.ts'
import { openSession, type Sender, type SignedIn } from '../sign-in/open-session.ts'
import { hashPassword } from '../sign-in/password.ts'
import { createStaff } from '../staff/create-staff.ts'

const TRIES_PER_MINUTE = 10
const FIRST_SHOP_CODE = '001'

/** Whether the program still waits for its first brand, and what it can begin with. */
export async function readSetup(ctx: Ctx): Promise<z.infer<typeof SetupState>> {
  const brands = await brandIds(ctx.db.open)
  return { needed: brands.length === 0, demo: ctx.demo, packs: offeredPacks(ctx.locale) }
}

/**
 * Makes the first brand, its first shop and its administrator, who is signed in.
 * Shape:  all in one transaction with what the upper rooms lay down; of several at once the first wins, the others are told.
 * Errors: people.alreadySetUp, people.unknownPack.
 */
export async function setUp(ctx: Ctx, input: z.infer<typeof Setup>, sender: Sender): Promise<SignedIn> {
  await limitRate(ctx, `set-up:${sender.ip}`, TRIES_PER_MINUTE)
  if ((await brandIds(ctx.db.open)).length) throw peopleErrors.alreadySetUp()
  if (!offeredPacks(ctx.locale).some((pack) => pack.key === input.brand.pack))
    throw peopleErrors.unknownPack({ pack: input.brand.pack }, 'brand.pack')
  const passwordHash = await hashPassword(input.admin.password)
  const brandId = uuidv7()
  const founder = contextFor(ctx, systemContext(ctx, brandId).actor, { locale: ctx.locale })
  return ctx.db.inBrand(brandId, async (tx) => {
    await lockSetup(tx)
    if ((await brandIds(tx)).length) throw peopleErrors.alreadySetUp()
    await createBrand(tx, founder, {
      name: input.brand.name,
      pack: input.brand.pack,
      regions: [
        {
          name: sentence(ctx.locale, 'server', 'setup.firstRegion'),
          shops: [{ code: FIRST_SHOP_CODE, ...input.shop, hours: everyDay('10:00', '22:00') }],
        },
      ],
    })
    const staffId = await createStaff(tx, founder, {
      name: input.admin.name,
      login: input.admin.login,
      passwordHash,
      locale: ctx.locale,
      grants: [{ role: 'admin', extent: { kind: 'brand' } }],
      duty: everyDay('00:00', '24:00'),
    })
    return openSession(tx, ctx, { brandId, staffId }, sender, 'setUp')
  })
}

/** The first administrator is on duty round the clock: until there are others, every ticket needs somebody. */
function everyDay(from: string, to: string): Week {
  const hours: [string, string][] = [[from, to]]
  return [hours, hours, hours, hours, hours, hours, hours]
}
