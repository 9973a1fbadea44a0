import { sql } from 'kysely'
import type { Services } from '../context.ts'
import type { Keys } from '../crypto/keys.ts'
import type { Tx } from '../db/database.ts'

const GENESIS = Buffer.alloc(32)
const BATCH = 500

type Entry = {
  brand_id: string
  id: string
  at: Date
  actor_kind: string
  actor_id: string | null
  actor: string
  action: string
  subject_kind: string
  subject_id: string
  subject: string
  data: unknown
}

/** Links what has been committed since the last time; one linker per brand at a time. Returns how many. */
export async function linkAudit(services: Services): Promise<number> {
  const waiting = await sql<{ brand: string }>`select platform.audit_waiting() as brand`.execute(
    services.db.open,
  )
  let linked = 0
  for (const { brand } of waiting.rows) {
    linked += await services.db.inBrand(brand, (tx) => linkBrand(tx, services.keys, brand))
  }
  return linked
}

async function linkBrand(tx: Tx, keys: Keys, brandId: string): Promise<number> {
  const free = await sql<{
    got: boolean
  }>`select pg_try_advisory_xact_lock(hashtext('huiyin.audit'), hashtext(${brandId})) as got`.execute(tx)
  if (!free.rows[0]?.got) return 0
  const head = await tx
    .selectFrom('platform.audit_link')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const entries = await tx
    .selectFrom('platform.audit_pending as p')
    .innerJoin('platform.audit_entry as e', (j) =>
      j.onRef('e.brand_id', '=', 'p.brand_id').onRef('e.id', '=', 'p.entry_id'),
    )
    .selectAll('e')
    .orderBy('e.id')
    .limit(BATCH)
    .execute()
  if (!entries.length) return 0
  let hash = head?.hash ?? GENESIS
  let seq = Number(head?.seq ?? 0)
  const links = entries.map((entry) => {
    hash = keys.chain(hash, canonical(entry))
    seq += 1
    return { brand_id: brandId, seq, entry_id: entry.id, hash }
  })
  await tx.insertInto('platform.audit_link').values(links).execute()
  await tx
    .deleteFrom('platform.audit_pending')
    .where(
      'entry_id',
      'in',
      entries.map((e) => e.id),
    )
    .execute()
  return links.length
}

/** The entry as the chain sees it: fixed order, sorted keys, milliseconds. */
function canonical(e: Entry): string {
  return JSON.stringify([
    e.brand_id,
    e.id,
    e.at.toISOString(),
    e.actor_kind,
    e.actor_id,
    e.actor,
    e.action,
    e.subject_kind,
    e.subject_id,
    e.subject,
    sorted(e.data),
  ])
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([k, v]) => [k, sorted(v)]),
    )
  }
  return value
}

export type Verification = {
  ok: boolean
  entries: number
  unlinked: number
  head: string
  broken: { link: number; entryId: string; problem: string }[]
}

/**
 * Works the whole chain of one brand out again. An entry that was changed, removed, added or reordered breaks it at its place.
 * Errors: none; what is wrong is in `broken` (at most 50).
 */
export async function verifyAudit(tx: Tx, keys: Keys): Promise<Verification> {
  const broken: Verification['broken'] = []
  let previous: Buffer = GENESIS
  let seq = 0
  for (;;) {
    const page = await linkPage(tx, seq)
    for (const row of page) {
      const problem = problemOf(row, keys, previous, seq)
      if (problem && broken.length < 50) broken.push({ link: row.seq, entryId: row.entry_id, problem })
      previous = row.hash
      seq = row.seq
    }
    if (page.length < 1000) break
  }
  const unlinked = await tx
    .selectFrom('platform.audit_pending')
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  const stray = await strayEntries(tx)
  for (const id of stray) broken.push({ link: 0, entryId: id, problem: 'added past the chain' })
  return {
    ok: broken.length === 0,
    entries: seq,
    unlinked: Number(unlinked.n),
    head: previous.toString('hex'),
    broken,
  }
}

function linkPage(tx: Tx, after: number) {
  return tx
    .selectFrom('platform.audit_link as l')
    .leftJoin('platform.audit_entry as e', (j) =>
      j.onRef('e.brand_id', '=', 'l.brand_id').onRef('e.id', '=', 'l.entry_id'),
    )
    .select([
      'l.seq',
      'l.entry_id',
      'l.hash',
      'e.brand_id',
      'e.id',
      'e.at',
      'e.actor_kind',
      'e.actor_id',
      'e.actor',
      'e.action',
      'e.subject_kind',
      'e.subject_id',
      'e.subject',
      'e.data',
    ])
    .where('l.seq', '>', after)
    .orderBy('l.seq')
    .limit(1000)
    .execute()
}

type LinkRow = Awaited<ReturnType<typeof linkPage>>[number]

function problemOf(row: LinkRow, keys: Keys, previous: Buffer, seq: number): string | null {
  if (row.seq !== seq + 1) return 'a link is missing before this one'
  if (!row.id) return 'the entry was removed'
  if (!keys.chain(previous, canonical(row as Entry)).equals(row.hash))
    return 'the entry or its link was changed'
  return null
}

async function strayEntries(tx: Tx): Promise<string[]> {
  const rows = await sql<{ id: string }>`
    select e.id from platform.audit_entry e
    where not exists (select from platform.audit_link l where l.brand_id = e.brand_id and l.entry_id = e.id)
      and not exists (select from platform.audit_pending p where p.brand_id = e.brand_id and p.entry_id = e.id)
    limit 50`.execute(tx)
  return rows.rows.map((r) => r.id)
}
