import { type Kysely, type Selectable, sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type SignUpStored = Selectable<DB['loyalty.event_sign_up']>

/** Sign-ups of one event with one number follow each other: the second sees the first. */
export async function lockNumber(tx: Tx, eventId: string, index: Buffer): Promise<void> {
  const key = `sign-up ${eventId} ${index.toString('hex')}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx)
}

export function findSubmission(tx: Tx, eventId: string, submissionId: string) {
  return tx
    .selectFrom('loyalty.event_sign_up')
    .selectAll()
    .where('event_id', '=', eventId)
    .where('submission_id', '=', submissionId)
    .executeTakeFirst()
}

export async function isSignedUp(tx: Tx, eventId: string, index: Buffer): Promise<boolean> {
  const row = await tx
    .selectFrom('loyalty.event_sign_up')
    .select('id')
    .where('event_id', '=', eventId)
    .where('phone_index', '=', index)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether this customer got the event's reward by another number. */
export async function customerRewarded(tx: Tx, eventId: string, customerId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('loyalty.event_sign_up')
    .select('id')
    .where('event_id', '=', eventId)
    .where('customer_id', '=', customerId)
    .where('reward', '=', 'issued')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export type NewSignUp = {
  brand_id: string
  id: string
  event_id: string
  submission_id: string
  token_hash: Buffer
  shop_id: string | null
  locale: string
  name_enc: Buffer | null
  name_masked: string
  phone_enc: Buffer
  phone_index: Buffer
  phone_masked: string
  answers_enc: Buffer | null
  customer_id: string | null
  ticket_id: string | null
  reward_source: string | null
  reward: string
  created_at: Date
}

export function insertSignUp(tx: Tx, row: NewSignUp): Promise<SignUpStored> {
  return tx.insertInto('loyalty.event_sign_up').values(row).returningAll().executeTakeFirstOrThrow()
}

/** Which brand's sign-up a private link belongs to. */
export async function signUpByToken(db: Kysely<DB>, hash: Buffer) {
  const { rows } = await sql<{ brand_id: string; sign_up_id: string }>`
    select brand_id, sign_up_id from loyalty.sign_up_by_token(${hash})`.execute(db)
  return rows[0]
}

export function findSignUp(tx: Tx, id: string, lock = false): Promise<SignUpStored | undefined> {
  const query = tx.selectFrom('loyalty.event_sign_up').selectAll().where('id', '=', id)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

/** What names the person goes; the number of places and the ledger stay true. */
export async function emptySignUp(tx: Tx, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('loyalty.event_sign_up')
    .set({
      state: 'withdrawn',
      withdrawn_at: at,
      name_enc: null,
      name_masked: '',
      phone_enc: null,
      phone_index: null,
      phone_masked: '',
      answers_enc: null,
      customer_id: null,
    })
    .where('id', '=', id)
    .execute()
}

/** The newest first. */
export function listSignUps(
  tx: Tx,
  eventId: string,
  after: { at: Date; id: string } | null,
  limit: number,
): Promise<SignUpStored[]> {
  let query = tx.selectFrom('loyalty.event_sign_up').selectAll().where('event_id', '=', eventId)
  if (after)
    query = query.where(sql<boolean>`(created_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`)
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

export type Agreement = {
  brand_id: string
  id: string
  sign_up_id: string
  event_id: string
  purpose: string
  version: number
  given: boolean
  via: 'page' | 'staff'
  channel_id: string
  at: Date
}

export async function addAgreements(tx: Tx, rows: Agreement[]): Promise<void> {
  if (rows.length) await tx.insertInto('loyalty.event_agreement').values(rows).execute()
}

/** The newest word of each person on each purpose, with the wording that it was about. */
export function newestAgreements(tx: Tx, signUpIds: string[]) {
  return tx
    .selectFrom('loyalty.event_agreement as a')
    .innerJoin('loyalty.event_consent_text as t', (j) =>
      j
        .onRef('t.brand_id', '=', 'a.brand_id')
        .onRef('t.event_id', '=', 'a.event_id')
        .onRef('t.purpose', '=', 'a.purpose')
        .onRef('t.version', '=', 'a.version'),
    )
    .distinctOn(['a.sign_up_id', 'a.purpose'])
    .select(['a.sign_up_id', 'a.purpose', 'a.version', 'a.given', 'a.at', 't.text'])
    .where('a.sign_up_id', 'in', signUpIds.length ? signUpIds : ['00000000-0000-0000-0000-000000000000'])
    .orderBy('a.sign_up_id')
    .orderBy('a.purpose')
    .orderBy('a.at', 'desc')
    .orderBy('a.id', 'desc')
    .execute()
}
