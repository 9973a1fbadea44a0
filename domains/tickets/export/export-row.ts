import { DateTime } from 'luxon'
import type { Locale } from '#contracts/kit'
import type { Playbook } from '#contracts/playbook'
import type { ExportColumn } from '#contracts/tickets/inbox'
import { maskNumbersIn } from '#domains/customers'
import { categoryName, say } from '#domains/playbook'
import { sentence } from '#platform/locale'
import { harmless } from '#platform/sheets/harmless'
import type { Cell } from '#platform/sheets/write-sheet'
import type { ExportRow } from './export-data.ts'

/** Names that a page of rows needs, each asked for once for the whole file. */
export type Names = {
  locale: Locale
  /** The brand's own. */
  zone: string
  shops: ReadonlyMap<string, string>
  people: ReadonlyMap<string, string>
  channels: ReadonlyMap<string, string>
  playbooks: ReadonlyMap<string, Playbook>
}

/** One ticket as a line of the file: text as it stands in the inbox, names masked, numbers inside texts too, instants in the brand's zone. */
export function exportRow(row: ExportRow, columns: readonly ExportColumn[], names: Names): Cell[] {
  const playbook = names.playbooks.get(row.playbook_version_id)!
  return columns.map((column) => {
    const cell = cellOf(column, row, playbook, names)
    return typeof cell === 'string' ? harmless(cell) : cell
  })
}

export function headings(columns: readonly ExportColumn[], locale: Locale): string[] {
  return columns.map((column) => sentence(locale, 'export', `column.${column}`))
}

type Fields = { stars?: number | null; mood?: string | null; orderNumber?: string | null }

function cellOf(column: ExportColumn, row: ExportRow, playbook: Playbook, names: Names): Cell {
  const { locale } = names
  const fields = row.fields as Fields
  switch (column) {
    case 'number':
      return `HY-${row.number}`
    case 'title':
      return maskNumbersIn(row.title)
    case 'content':
      return maskNumbersIn(row.content)
    case 'customer':
      return row.customer_name
    case 'kind':
      return say(playbook.kinds[row.kind as 'praise'].name, locale)
    case 'category':
      return row.categories
        .map((key) => categoryName(playbook, key, locale))
        .join(locale === 'en' ? ', ' : '、')
    case 'priority':
      return row.priority
    case 'status':
      return sentence(locale, 'export', `status.${row.status}`)
    case 'shop':
      return row.shop_id ? (names.shops.get(row.shop_id) ?? '') : ''
    case 'assignee':
      return row.assignee_id ? (names.people.get(row.assignee_id) ?? '') : ''
    case 'team': {
      const team = playbook.teams.find((t) => t.key === row.team)
      return team ? say(team.name, locale) : row.team
    }
    case 'opened':
      return instant(row.opened_at, names.zone)
    case 'updated':
      return instant(row.updated_at, names.zone)
    case 'due':
      return instant(row.due_at, names.zone)
    case 'closed':
      return instant(row.closed_at, names.zone)
    case 'tags':
      return row.tags.join(' ')
    case 'cause': {
      const cause = playbook.causes.find((c) => c.key === row.cause)
      return cause ? say(cause.name, locale) : row.cause
    }
    case 'channel':
      return names.channels.get(row.channel_id) ?? ''
    case 'severity':
      return levelName(playbook.severity, row.severity, locale)
    case 'impact':
      return levelName(playbook.impact, row.impact, locale)
    case 'mood':
      return fields.mood ? sentence(locale, 'export', `mood.${fields.mood}`) : ''
    case 'language':
      return sentence(locale, 'export', `language.${row.locale}`)
    case 'place':
      return row.place
    case 'orderNumber':
      return fields.orderNumber ?? ''
    case 'lateReason':
      return maskNumbersIn(row.late_reason)
    case 'stars':
      return fields.stars ?? null
    case 'rating':
      return (row.rating as { stars?: number } | null)?.stars ?? null
    case 'cycle':
      return row.cycle
    case 'escalation':
      return row.escalation
    case 'photos':
      return row.photos
    case 'openTasks':
      return row.open_tasks
  }
}

function levelName(levels: Playbook['severity'], level: number, locale: Locale): string {
  const name = levels[level - 1]
  return name === undefined ? String(level) : say(name, locale)
}

/** With the offset of the zone, so that nothing has to be guessed: 2026-03-02T12:00:00+08:00. */
function instant(at: Date | null, zone: string): string {
  return at ? (DateTime.fromJSDate(at, { zone }).toISO({ suppressMilliseconds: true }) ?? '') : ''
}
