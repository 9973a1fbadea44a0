import { v7 as uuidv7 } from 'uuid'
import type { OwnTest } from '#contracts/notify'
import { findStaffPhones } from '#domains/people'
import { type Ctx, staffOf } from '#platform/context'
import { sentence } from '#platform/locale'
import { ALL_MEANS } from '../means/all-means.ts'
import { testSpoken } from '../means/call.ts'
import { asSendFault } from '../send/send-fault.ts'
import { addressesOf } from './addresses.ts'
import { readPreferences } from './preference-data.ts'
import { readOwn } from './preferences.ts'

/** Sends the person a test by every means that is set up, and says of each whether it went out (给自己发一条试试). */
export async function testOwn(ctx: Ctx): Promise<OwnTest> {
  const staff = staffOf(ctx)
  const own = await readOwn(ctx)
  const { stored, phones } = await ctx.transaction(async (tx) => ({
    stored: await readPreferences(tx, [staff.staffId]),
    phones: await findStaffPhones(tx, ctx, [staff.staffId]),
  }))
  const person = {
    id: staff.staffId,
    name: staff.name,
    addresses: addressesOf(ctx, stored.get(staff.staffId)),
    phone: phones.get(staff.staffId) ?? '',
  }
  const message = {
    id: uuidv7(),
    title: sentence(ctx.locale, 'notify', 'text.test'),
    body: sentence(ctx.locale, 'notify', 'text.testBody', { name: staff.name }),
    url: `${ctx.origin}/account`,
    urgent: false,
    number: '',
    spoken: testSpoken(),
  }
  const results = await Promise.all(
    own.available.map(async (means) => {
      try {
        await ALL_MEANS[means](ctx, person, message)
        return { means, ok: true, fault: '', data: {} }
      } catch (error) {
        const fault = asSendFault(error)
        return { means, ok: false, fault: fault.code, data: fault.data }
      }
    }),
  )
  return { results }
}
