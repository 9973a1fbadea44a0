import type { z } from 'zod'
import { Playbook } from '#contracts/playbook'
import type { PlaybookDocument, PlaybookVersion } from '#contracts/playbook/versions'
import type { VersionRow } from './version-data.ts'

export type VersionView = z.infer<typeof PlaybookVersion>

export function viewVersion(row: VersionRow, tickets: ReadonlyMap<string, number>): VersionView {
  return {
    id: row.id,
    number: row.number,
    state: row.state as VersionView['state'],
    note: row.note,
    by: row.changed_by_name,
    changedAt: row.changed_at.toISOString(),
    publishedAt: row.published_at?.toISOString() ?? null,
    tickets: tickets.get(row.id) ?? 0,
  }
}

export function viewDocument(
  row: VersionRow & { document: unknown },
  tickets: ReadonlyMap<string, number>,
): z.infer<typeof PlaybookDocument> {
  return { ...viewVersion(row, tickets), document: Playbook.parse(row.document) }
}
