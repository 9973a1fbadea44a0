import type { Tx } from '#platform/db/database'

const COMPLAINTS = ['complaint', 'emergency']

/** How often each of these customers has complained since then. Shape: those who have not are absent. */
export async function complaintsSince(
  tx: Tx,
  customers: readonly string[],
  since: Date,
): Promise<Map<string, number>> {
  if (!customers.length) return new Map()
  const rows = await tx
    .selectFrom('tickets.ticket')
    .select(({ fn }) => ['customer_id', fn.countAll<string>().as('n')])
    .where('customer_id', 'in', [...customers])
    .where('opened_at', '>', since)
    .where('kind', 'in', COMPLAINTS)
    .where('status', '!=', 'set_aside')
    .groupBy('customer_id')
    .execute()
  return new Map(rows.map(({ customer_id, n }) => [customer_id!, Number(n)]))
}
