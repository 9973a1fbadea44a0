import { v7 as uuidv7 } from 'uuid'
import type { IdentityKind } from '#contracts/customers'
import type { CheckUpsAsked } from '#contracts/customers/check-ups'
import type { Locale } from '#contracts/kit'
import { findBrandName, findZone } from '#domains/people'
import { audit } from '#platform/audit/audit'
import { type Ctx, type Services, staffOf, systemContext } from '#platform/context'
import { hashSecret } from '#platform/crypto/keys'
import type { Tx } from '#platform/db/database'
import { httpErrors } from '#platform/errors'
import { sentence } from '#platform/locale'
import { covers, scopeOf } from '#platform/permissions'
import { findHead, findIdentities } from '../file/customer-data.ts'
import { familyOf } from '../file/family-data.ts'
import { customerNumber } from '../identify/customer-number.ts'
import * as data from './check-up-data.ts'
import { ASK_EVERY_DAYS, DAY_MS, LINK_DAYS, sendAt } from './check-up-rules.ts'

/** One tap: each of these customers is asked in the own channel, at most once a quarter, never at night, and nobody who does not want to be (C2, C3). */
export function askCheckUps(ctx: Ctx, ids: readonly string[]): Promise<CheckUpsAsked> {
  wholeBrand(ctx)
  return ctx.transaction(async (tx) => {
    const now = ctx.now()
    const heads = await data.askable(tx, ids, new Date(now.getTime() - ASK_EVERY_DAYS * DAY_MS))
    const at = sendAt(now, await findZone(tx))
    const rows = heads.map((customerId) => {
      const id = uuidv7()
      return {
        brand_id: ctx.actor.brandId,
        id,
        customer_id: customerId,
        token_hash: hashSecret(tokenOf(ctx, id)),
        state: 'waiting',
        asked_at: now,
        asked_by: staffOf(ctx).name,
        send_at: at,
        sent_at: null,
        way: '',
        expires_at: new Date(at.getTime() + LINK_DAYS * DAY_MS),
        answered_at: null,
      }
    })
    await data.insertCheckUps(tx, rows)
    if (rows.length)
      await audit(tx, ctx, {
        action: 'customers.checkUp',
        subjectKind: 'check_up',
        subjectId: rows[0]!.id,
        data: { asked: rows.length },
      })
    return { asked: rows.length, left: new Set(ids).size - rows.length }
  })
}

export const tokenOf = ({ keys }: Pick<Ctx, 'keys'>, id: string): string => keys.tokenFor('check-up', id)

export function wholeBrand(ctx: Ctx): void {
  const action = 'customers.checkUp'
  if (!covers(scopeOf(ctx.actor, action), { shopId: null })) throw httpErrors.notAllowed({ action })
}

/** What is to be sent to one customer, and to whom. */
export type CheckUpLetter = {
  /** In the clear: by what the customer is known. */
  identities: { kind: IdentityKind; value: string }[]
  /** In the clear; empty: not known. */
  phone: string
  text: string
  number: string
  title: string
  link: string
}

/**
 * Sends the questions whose time has come: `send` knows the ways to customers (this room does not) and says which one it took, null for none.
 * Shape: each once, in a transaction with its message. Returns how many.
 */
export async function sendCheckUps(
  services: Services,
  send: (tx: Tx, ctx: Ctx, letter: CheckUpLetter) => Promise<string | null>,
): Promise<number> {
  const due = await data.dueCheckUps(services.db.open, services.now(), 100)
  for (const { brand_id, check_up_id } of due) {
    const ctx = systemContext(services, brand_id)
    await ctx.transaction(async (tx) => {
      const row = await data.lockCheckUp(tx, check_up_id, true)
      if (row?.state !== 'waiting') return
      const way = await send(tx, ctx, await letterFor(tx, ctx, row))
      await data.updateCheckUp(
        tx,
        row.id,
        way ? { state: 'sent', sent_at: ctx.now(), way } : { state: 'unsent' },
      )
    })
  }
  return due.length
}

async function letterFor(tx: Tx, ctx: Ctx, row: data.CheckUpRow): Promise<CheckUpLetter> {
  const family = await familyOf(tx, row.customer_id)
  const [head, identities, brand] = await Promise.all([
    findHead(tx, row.customer_id),
    findIdentities(tx, family),
    findBrandName(tx),
  ])
  const open = (sealed: Buffer) => ctx.keys.open(row.brand_id, sealed)
  const phone = identities.find((i) => i.kind === 'phone' && i.proof !== 'typed')
  const any = phone ?? identities.find((i) => i.kind === 'phone')
  const link = `${ctx.origin}/u/${tokenOf(ctx, row.id)}`
  const locale = (head?.language ?? 'zh-CN') as Locale
  return {
    identities: identities.map((i) => ({ kind: i.kind as IdentityKind, value: open(i.value_enc) })),
    phone: any ? open(any.value_enc) : '',
    text: sentence(locale, 'check-up', 'letter', { brand, link }),
    number: head ? customerNumber(head.number) : '',
    title: sentence(locale, 'check-up', 'title'),
    link,
  }
}
