import pg from 'pg'
import { expect } from 'vitest'
import { type Locale, Problem } from '#contracts/kit'
import { sentence } from '#platform/locale'
import { ROOMS } from '../../main/modules.ts'

export type Reply = { statusCode: number; headers: Record<string, unknown>; body: string }

const ANSWERED_IN: Record<Locale, RegExp> = {
  'zh-CN': /\p{Script=Han}/u,
  'zh-TW': /\p{Script=Han}/u,
  en: /^[^\p{Script=Han}]+$/u,
}

/** What is wrong with an answer: never a failure of ours; a refusal is a problem document with a sentence for the reader, whose language is null when anything goes. */
export function faultOf(reply: Reply, locale: Locale | null): string | null {
  if (reply.statusCode >= 500) return `answered ${reply.statusCode}: ${reply.body.slice(0, 300)}`
  if (reply.statusCode < 400) return null
  const type = String(reply.headers['content-type'])
  if (!type.startsWith('application/problem+json'))
    return `a refusal of type ${type}: ${reply.body.slice(0, 300)}`
  const parsed = Problem.safeParse(JSON.parse(reply.body))
  if (!parsed.success) return `no problem document: ${reply.body.slice(0, 300)}`
  const { status, code, detail, data } = parsed.data
  if (status !== reply.statusCode) return `says ${status} and is ${reply.statusCode}`
  if (detail === code) return `${code} has no sentence`
  if (/\{\{|undefined|\[object/.test(detail)) return `an unfinished sentence: ${detail}`
  if (!locale) return null
  if (detail !== sentence(locale, 'errors', code, data))
    return `${code} is not answered in ${locale}: ${detail}`
  if (!ANSWERED_IN[locale].test(sentence(locale, 'errors', code)))
    return `${code} is not in ${locale}: ${detail}`
  return null
}

/** The problem document of a refusal that is expected; the test goes on with its field and code. */
export function refusal(reply: Reply, status: number, locale: Locale = 'zh-CN'): Problem {
  expect(faultOf(reply, locale)).toBeNull()
  expect(reply.statusCode).toBe(status)
  return Problem.parse(JSON.parse(reply.body))
}

/** Counts of calls, looks and failed sign-ins are what a refused request may leave behind. */
const LEAVES_TRACES = ['platform.rate', 'channels.code_scan', 'people.sign_in_failure']

/** How many rows each table has, as one text: equal before and after means that nothing was written. */
export async function rowCounter(
  ownerUrl: string,
): Promise<{ count: () => Promise<string>; end: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  // Else the tables come in whatever order the workers end, after more work to start them than to count.
  await client.query('set max_parallel_workers_per_gather = 0')
  const { rows } = await client.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables where schemaname = any($1) order by 1`,
    [['platform', ...ROOMS]],
  )
  const tables = rows.map((r) => r.name).filter((name) => !LEAVES_TRACES.includes(name))
  const all = tables
    .map((name) => `select '${name}' as name, count(*)::int as n from ${name}`)
    .join(' union all ')
  return {
    count: async () => {
      // Named, so that it is planned once: the plan over all tables costs more than the counting.
      const counted = await client.query<{ name: string; n: number }>({ name: 'rows', text: all })
      return counted.rows.map((r) => `${r.name} ${r.n}`).join('\n')
    },
    end: () => client.end(),
  }
}
