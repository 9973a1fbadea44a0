import type pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import type { BenchCluster } from './cluster.ts'
import { load } from './measure.ts'

/** The tables that one accepted feedback writes to; parents first. */
const TABLES = [
  'channels.inbound_message',
  'tickets.ticket',
  'tickets.search',
  'tickets.entry',
  'tickets.clock',
  'tickets.notice',
  'channels.outbound_message',
  'platform.event',
  'platform.audit_entry',
]

type Template = { table: string; columns: string[]; rows: Record<string, unknown>[] }

/**
 * What PostgreSQL itself does with the rows of one feedback: one prepared statement in one transaction, nothing else.
 * Shape: copies the rows of a feedback that was really accepted, under new ids; returns transactions a second.
 */
export async function bareLoop(
  cluster: BenchCluster,
  url: string,
  brandId: string,
  hands: number,
  forMs: number,
): Promise<number> {
  const owner = await cluster.client(url)
  const sample = await sampleRows(owner, brandId)
  await owner.end()
  const clients = await Promise.all(Array.from({ length: hands }, () => cluster.client(url)))
  const { text, parameters } = statement(sample)
  const result = await load(hands, forMs, async (_, hand) => {
    await clients[hand]!.query({ name: 'bare', text, values: parameters() })
  })
  // As autovacuum would have done, had the rows come in over an hour.
  await clients[0]!.query('analyze')
  await Promise.all(clients.map((c) => c.end()))
  return result.perSecond
}

async function sampleRows(owner: pg.Client, brandId: string): Promise<Template[]> {
  const found = await owner.query<{ id: string }>(
    "select id from tickets.ticket where brand_id = $1 and priority <> 'P1' and status = 'assigned' order by number desc limit 1",
    [brandId],
  )
  const id = found.rows[0]!.id
  const templates: Template[] = []
  for (const table of TABLES) {
    const where =
      {
        'tickets.ticket': 'id = $1',
        'platform.event': "body->>'ticketId' = $1::text",
        'platform.audit_entry': 'subject_id = $1::text',
      }[table] ?? 'ticket_id = $1'
    const columns = await owner.query<{ name: string; type: string }>(
      "select column_name as name, udt_name as type from information_schema.columns where table_schema || '.' || table_name = $1 order by ordinal_position",
      [table],
    )
    const list = columns.rows
      .map((c) =>
        c.type === 'jsonb' || c.type === 'tsvector'
          ? `${c.name === 'on' ? '"on"' : c.name}::text as ${c.name}`
          : c.name,
      )
      .join(', ')
    const { rows } = await owner.query(`select ${list} from ${table} where ${where}`, [id])
    templates.push({ table, columns: columns.rows.map((c) => c.name), rows })
  }
  return templates
}

/** Ids, numbers and tokens are new each time; everything else is written as it was. */
function statement(templates: Template[]) {
  const makers: ((ids: Map<string, string>) => unknown)[] = []
  const parts = templates.flatMap((t, i) =>
    t.rows.map((row, j) => {
      const columns = t.columns.filter((c) => !(t.table === 'tickets.ticket' && c === 'number'))
      const places = columns.map((column) => {
        makers.push(maker(t.table, column, row[column]))
        return `$${makers.length}`
      })
      return `p${i}_${j} as (insert into ${t.table} (${columns.join(', ')}) values (${places.join(', ')}))`
    }),
  )
  return {
    text: `with ${parts.join(',\n')} select 1`,
    parameters: () => {
      const ids = new Map<string, string>()
      return makers.map((make) => make(ids))
    },
  }
}

function maker(table: string, column: string, value: unknown): (ids: Map<string, string>) => unknown {
  const fresh = (key: string) => (ids: Map<string, string>) => {
    const known = ids.get(key) ?? uuidv7()
    ids.set(key, known)
    return known
  }
  if (column === 'ticket_id' || (table === 'tickets.ticket' && column === 'id') || column === 'subject_id')
    return fresh('ticket')
  if (column === 'id') return () => uuidv7()
  if (column === 'external_id') return () => uuidv7()
  if (column === 'token_hash') return () => Buffer.from(uuidv7() + uuidv7().slice(0, 8))
  return () => value
}
