import { stringify } from 'csv-stringify/sync'
import { DateTime } from 'luxon'
import type { z } from 'zod'
import type { SignUpContact, SignUpPage, SignUpRow } from '#contracts/loyalty/events'
import { maskNumbersIn } from '#domains/customers'
import { findShops, findZone } from '#domains/people'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { sentence } from '#platform/locale'
import { scopeOf } from '#platform/permissions'
import { takeBack } from './confirmation.ts'
import { loyaltyErrors } from './errors.ts'
import { lockEventInScope } from './event-data.ts'
import { eventInReach } from './manage-events.ts'
import { readPlace, writePlace } from './place.ts'
import * as data from './sign-up-data.ts'

type Answer = { ask: string; answer: string }

/** Who signed up, masked, the newest first. Errors: loyalty.notFound out of reach. */
export function listSignUps(
  ctx: Ctx,
  id: string,
  query: { cursor?: string | undefined; limit: number },
): Promise<z.infer<typeof SignUpPage>> {
  return ctx.transaction(async (tx) => {
    await eventInReach(tx, ctx, id, 'loyalty.readEvents')
    const rows = await data.listSignUps(tx, id, readPlace(query.cursor), query.limit + 1)
    const shown = rows.slice(0, query.limit)
    const last = shown.at(-1)
    return {
      rows: await viewRows(tx, ctx, shown),
      next: rows.length > shown.length && last ? writePlace({ at: last.created_at, id: last.id }) : null,
    }
  })
}

async function viewRows(tx: Tx, ctx: Ctx, rows: data.SignUpStored[]): Promise<SignUpRow[]> {
  const [shops, agreements] = await Promise.all([
    findShops(
      tx,
      rows.flatMap((r) => r.shop_id ?? []),
    ),
    data.newestAgreements(
      tx,
      rows.map((r) => r.id),
    ),
  ])
  const news = new Set(agreements.filter((a) => a.purpose === 'news' && a.given).map((a) => a.sign_up_id))
  return rows.map((row) => ({
    id: row.id,
    state: row.state as SignUpRow['state'],
    name: row.name_masked,
    phone: row.phone_masked,
    shop: shops.get(row.shop_id ?? '')?.name ?? '',
    answers: answersOf(ctx, row).map(({ ask, answer }) => ({ ask, answer: maskNumbersIn(answer) })),
    reward: row.reward as SignUpRow['reward'],
    news: news.has(row.id),
    ticketId: row.ticket_id,
    at: row.created_at.toISOString(),
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
  }))
}

function answersOf(ctx: Ctx, row: data.SignUpStored): Answer[] {
  return JSON.parse(ctx.keys.open(ctx.actor.brandId, row.answers_enc) || '[]')
}

/** One person's name and number in the clear, with the reason in the audit trail (G1). Errors: loyalty.notFound, also once withdrawn. */
export function revealSignUp(
  ctx: Ctx,
  { id, signUpId }: { id: string; signUpId: string },
  reason: string,
): Promise<z.infer<typeof SignUpContact>> {
  return ctx.transaction(async (tx) => {
    const event = await eventInReach(tx, ctx, id, 'loyalty.revealSignUps')
    const row = await data.findSignUp(tx, signUpId)
    if (row?.event_id !== id || row.state !== 'signed_up') throw loyaltyErrors.notFound()
    await audit(tx, ctx, {
      action: 'loyalty.revealSignUp',
      subjectKind: 'event',
      subjectId: id,
      subject: (event.name as { 'zh-CN': string })['zh-CN'],
      data: { signUpId, reason },
    })
    const open = (sealed: Buffer | null) => ctx.keys.open(ctx.actor.brandId, sealed)
    return { name: open(row.name_enc), phone: open(row.phone_enc) }
  })
}

/** For somebody who asks at the desk or has lost the link: the same as withdrawing. Errors: loyalty.notFound. */
export function cancelSignUp(
  ctx: Ctx,
  { id, signUpId }: { id: string; signUpId: string },
  reason: string,
): Promise<void> {
  return ctx.transaction(async (tx) => {
    const event = await lockEventInScope(tx, scopeOf(ctx.actor, 'loyalty.manageEvents'), id)
    if (!event) throw loyaltyErrors.notFound()
    await takeBack(tx, ctx, event, signUpId, { purpose: 'event', via: 'staff', reason })
  })
}

const MOST_EXPORTED = 50_000
const COLUMNS = ['name', 'phone', 'shop', 'at', 'reward', 'news', 'answers'] as const

/** All who are signed up, in the clear, as a CSV that spreadsheets open as it is; the reason goes into the audit trail. */
export function exportSignUps(ctx: Ctx, id: string, reason: string): Promise<string> {
  return ctx.transaction(async (tx) => {
    const event = await eventInReach(tx, ctx, id, 'loyalty.revealSignUps')
    const rows = (await data.listSignUps(tx, id, null, MOST_EXPORTED)).filter((r) => r.state === 'signed_up')
    const views = await viewRows(tx, ctx, rows)
    const zone = await findZone(tx)
    await audit(tx, ctx, {
      action: 'loyalty.exportSignUps',
      subjectKind: 'event',
      subjectId: id,
      subject: (event.name as { 'zh-CN': string })['zh-CN'],
      data: { reason, rows: rows.length },
    })
    const open = (sealed: Buffer | null) => ctx.keys.open(ctx.actor.brandId, sealed)
    const word = (key: string) => sentence(ctx.locale, 'server', `events.${key}`)
    const cells = rows.map((row, i) => [
      open(row.name_enc),
      // Long numbers stay text, also in a spreadsheet.
      `'${open(row.phone_enc)}`,
      views[i]!.shop,
      DateTime.fromJSDate(row.created_at, { zone }).toFormat('yyyy-MM-dd HH:mm'),
      word(`reward_${row.reward}`),
      word(views[i]!.news ? 'yes' : 'no'),
      answersOf(ctx, row)
        .map(({ ask, answer }) => `${ask}: ${answer}`)
        .join(' / '),
    ])
    return `\uFEFF${stringify([COLUMNS.map(word), ...cells.map((row) => row.map(harmless))])}`
  })
}

/** What begins with = + - @ tab or carriage return gets an apostrophe before it. Source: OWASP, CSV injection. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
