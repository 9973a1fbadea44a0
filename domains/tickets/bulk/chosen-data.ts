import { type RawBuilder, sql } from 'kysely'
import { type Reader, scopeSql } from '../filter/view-data.ts'

/** Of these ids those that the reader may see. */
export function chosenIds(reader: Reader, ids: string[]): RawBuilder<unknown> {
  return sql`select t.id from tickets.ticket t where t.id = any(${ids}::uuid[]) and ${scopeSql(reader)}`
}
