import type { z } from 'zod'
import { customerChanged } from '#contracts/customers'
import type { CheckUpLine, CheckUpPage, CheckUpQuery, CheckUpState } from '#contracts/customers/check-ups'
import type { CustomerFile } from '#contracts/customers/file'
import { COUNTED_UP_TO } from '#contracts/customers/segments'
import type { CustomerValue } from '#contracts/playbook'
import { findZone } from '#domains/people'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { eventRow, publish } from '#platform/events/publish'
import { type Place, readPlace, writePlace } from '#platform/keyset'
import { recordChanges } from '../changes/record-change.ts'
import { findIdentities, updateCustomer } from '../file/customer-data.ts'
import { atFile } from '../file/edit-file.ts'
import { contactsOf } from '../file/view-customer.ts'
import { membersOf } from '../file/visible-data.ts'
import { customerNumber } from '../identify/customer-number.ts'
import { wholeBrand } from './ask.ts'
import * as data from './check-up-data.ts'
import { ASK_EVERY_DAYS, DAY_MS, quarterOf, STALE_MONTHS, staleBefore } from './check-up-rules.ts'

/** The quarter's check list: who should be asked, who was, and what came of it. */
export function listCheckUps(ctx: Ctx, query: z.infer<typeof CheckUpQuery>): Promise<CheckUpPage> {
  wholeBrand(ctx)
  return ctx.reading(async (tx) => {
    const now = ctx.now()
    const before = staleBefore(now)
    const askedAfter = new Date(now.getTime() - ASK_EVERY_DAYS * DAY_MS)
    const quarter = quarterOf(now, await findZone(tx))
    const stale = await data.countStale(tx, before, askedAfter, COUNTED_UP_TO)
    const done = await data.countAsked(tx, quarter)
    const place = readPlace(query.cursor)
    const page =
      query.view === 'stale'
        ? await stalePage(tx, { before, askedAfter }, place, query.limit)
        : await askedPage(tx, query.view === 'answered', now, place, query.limit)
    return { ...page, progress: { stale, ...done }, staleMonths: STALE_MONTHS }
  })
}

type Page = Pick<CheckUpPage, 'lines' | 'next'>

async function stalePage(
  tx: Tx,
  { before, askedAfter }: { before: Date; askedAfter: Date },
  place: Place | null,
  limit: number,
): Promise<Page> {
  const found = await data.staleFiles(tx, before, askedAfter, place, limit + 1)
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  const contacts = await contactsFor(
    tx,
    rows.map((r) => r.id),
  )
  return {
    lines: rows.map((row) => ({ ...line(row.id, row, contacts), state: null, at: null, by: '' })),
    next: found.length > limit && last ? writePlace({ at: last.known_at, id: last.id }) : null,
  }
}

async function askedPage(
  tx: Tx,
  answered: boolean,
  now: Date,
  place: Place | null,
  limit: number,
): Promise<Page> {
  const found = await data.askedFiles(tx, answered, place, limit + 1)
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  const contacts = await contactsFor(
    tx,
    rows.map((r) => r.head_id),
  )
  return {
    lines: rows.map((row) => ({
      ...line(row.head_id, row, contacts),
      state: row.state === 'sent' && row.expires_at <= now ? 'silent' : (row.state as CheckUpState),
      at: (row.answered_at ?? row.sent_at ?? row.asked_at).toISOString(),
      by: row.asked_by,
    })),
    next: found.length > limit && last ? writePlace({ at: last.asked_at, id: last.id }) : null,
  }
}

function line(
  customerId: string,
  row: Omit<data.StaleRow, 'id'>,
  contacts: ReadonlyMap<string, string>,
): Omit<CheckUpLine, 'state' | 'at' | 'by'> {
  return {
    customerId,
    number: customerNumber(row.number),
    name: row.name_masked,
    contact: contacts.get(customerId) ?? '',
    value: row.value as CustomerValue,
    knownAt: row.known_at.toISOString(),
  }
}

/** Masked, by head. */
async function contactsFor(tx: Tx, heads: readonly string[]): Promise<Map<string, string>> {
  const headOf = await membersOf(tx, heads)
  if (!headOf.size) return new Map()
  const identities = await findIdentities(tx, [...headOf.keys()], 20 * heads.length)
  return new Map(
    heads.map((head) => [head, contactsOf(identities.filter((i) => headOf.get(i.customer_id) === head))]),
  )
}

/** A colleague has gone through the file with the customer: it is right again. Errors: those of a deed on a file. */
export function checkByHand(ctx: Ctx, id: string): Promise<CustomerFile> {
  return atFile(ctx, id, 'customers.edit', async (tx, head) => {
    await updateCustomer(tx, head.id, { checked_at: ctx.now() })
    await recordChanges(tx, ctx, [
      { customerId: head.id, field: 'checked', before: '', after: 'same', source: 'staff' },
    ])
    await publish(tx, ctx, eventRow(customerChanged, { customerId: head.id }))
    return { fields: ['checked'] }
  })
}
