import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '#test/app'
import type { MadeBrand, MadeStaff } from '#test/make'

type Verification = {
  ok: boolean
  entries: number
  unlinked: number
  head: string
  broken: { link: number; problem: string }[]
}
type Page = {
  entries: { id: string; action: string; actor: string; link: number | null }[]
  next: string | null
}
let app: TestApp
let owner: pg.Client
let brand: MadeBrand
let admin: MadeStaff

beforeAll(async () => {
  app = await startApp()
  owner = new pg.Client({ connectionString: app.database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await app.close()
})
beforeEach(async () => {
  brand = await app.make.brand()
  admin = await app.make.staff({ brand, role: 'admin', name: '林晓' })
  for (let i = 0; i < 5; i++) await app.as(admin).post('/regions', { name: `区域 ${i}` })
  await app.sweep()
})

const verify = async () => (await app.as(admin).get<Verification>('/audit/verification')).body
/** The third entry of the chain, as somebody with the owner's access sees it. */
async function entryOfLink(seq: number): Promise<string> {
  const { rows } = await owner.query(
    'select entry_id from platform.audit_link where brand_id = $1 and seq = $2',
    [brand.id, seq],
  )
  return rows[0].entry_id
}

describe('the chain of the audit trail', () => {
  test('holds for what the program wrote, and waiting entries are not a break', async () => {
    const before = await verify()
    expect(before).toMatchObject({ ok: true, unlinked: 0, broken: [] })
    expect(before.entries).toBeGreaterThanOrEqual(7)
    await app.as(admin).post('/regions', { name: '等入链' })
    expect(await verify()).toMatchObject({ ok: true, entries: before.entries, unlinked: 1 })
    await app.sweep()
    const after = await verify()
    expect(after).toMatchObject({ ok: true, entries: before.entries + 1, unlinked: 0 })
    expect(after.head).not.toBe(before.head)
  })

  test.each<[string, string, string]>([
    [
      'a changed subject',
      "update platform.audit_entry set subject = '别的' where id = $1",
      'the entry or its link was changed',
    ],
    [
      'a changed time',
      "update platform.audit_entry set at = at - interval '1 ms' where id = $1",
      'the entry or its link was changed',
    ],
    [
      'another actor',
      "update platform.audit_entry set actor = '别人' where id = $1",
      'the entry or its link was changed',
    ],
    [
      'changed data',
      `update platform.audit_entry set data = '{"x":1}' where id = $1`,
      'the entry or its link was changed',
    ],
    ['a deleted entry', 'delete from platform.audit_entry where id = $1', 'the entry was removed'],
    [
      'a deleted link',
      'delete from platform.audit_link where entry_id = $1',
      'a link is missing before this one',
    ],
  ])('%s is found at its place', async (_, statement, problem) => {
    await owner.query(statement, [await entryOfLink(3)])
    const found = await verify()
    expect(found.ok).toBe(false)
    expect(found.broken[0]).toMatchObject({ problem, link: problem.startsWith('a link') ? 4 : 3 })
  })

  test('two entries that changed places are found', async () => {
    const [third, fourth] = [await entryOfLink(3), await entryOfLink(4)]
    await owner.query('delete from platform.audit_link where entry_id = $1', [fourth])
    await owner.query('update platform.audit_link set entry_id = $1 where entry_id = $2', [fourth, third])
    expect((await verify()).ok).toBe(false)
  })

  test('an entry added behind the program is found, with or without a link of its own', async () => {
    const copy = `insert into platform.audit_entry select brand_id, gen_random_uuid(), at, actor_kind, actor_id, actor, action, subject_kind, subject_id, subject, data
      from platform.audit_entry where id = $1 returning id`
    const { rows } = await owner.query(copy, [await entryOfLink(3)])
    await owner.query('delete from platform.audit_pending where entry_id = $1', [rows[0].id])
    expect((await verify()).broken).toEqual([
      { link: 0, entryId: rows[0].id, problem: 'added past the chain' },
    ])
    await owner.query(
      `insert into platform.audit_link select brand_id, max(seq) + 1, $2, '\\x00' from platform.audit_link where brand_id = $1 group by brand_id`,
      [brand.id, rows[0].id],
    )
    expect((await verify()).broken[0]?.problem).toBe('the entry or its link was changed')
  })

  test('the program itself may neither change nor remove an entry', async () => {
    const tamper = async (statement: string) => {
      const client = await app.services.db.pool.connect()
      try {
        await client.query('begin')
        await client.query("select set_config('huiyin.brand', $1, true)", [brand.id])
        await client.query(statement)
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
    await expect(tamper("update platform.audit_entry set actor = ''")).rejects.toThrow('permission denied')
    await expect(tamper('delete from platform.audit_entry')).rejects.toThrow('permission denied')
    await expect(tamper('delete from platform.audit_link')).rejects.toThrow('permission denied')
  })
})

describe('the audit list', () => {
  test('shows the newest first, page by page without a gap', async () => {
    for (let i = 0; i < 60; i++) await app.as(admin).post('/regions', { name: `多 ${i}` })
    const first = (await app.as(admin).get<Page>('/audit')).body
    expect(first.entries).toHaveLength(50)
    const second = (await app.as(admin).get<Page>(`/audit?cursor=${first.next}`)).body
    expect(second.next).toBeNull()
    const ids = [...first.entries, ...second.entries].map((e) => e.id)
    expect(ids).toEqual([...new Set(ids)].sort().reverse())
    expect(first.entries[0]).toMatchObject({ action: 'people.createRegion', actor: '林晓', link: null })
  })

  test('filters by action, room, subject, person and time', async () => {
    const actions = async (query: string) =>
      (await app.as(admin).get<Page>(`/audit?${query}`)).body.entries.map((e) => e.action)
    expect(await actions('action=people.signIn')).toEqual(['people.signIn'])
    expect(new Set(await actions('action=people.'))).toContain('people.createStaff')
    expect(await actions('action=people')).toEqual([])
    expect(await actions(`subjectId=${admin.id}`)).toEqual(['people.signIn', 'people.createStaff'])
    expect(await actions(`actorId=${admin.id}`)).toHaveLength(6)
    expect(await actions('from=2099-01-01T00:00:00Z')).toEqual([])
    expect((await app.as(admin).get('/audit?cursor=nonsense')).problem).toMatchObject({
      code: 'http.badInput',
      field: 'cursor',
    })
  })

  test("shows nothing of another brand, and nothing to a shop's administrator", async () => {
    const stranger = await app.make.staff({ brand: await app.make.brand(), role: 'admin' })
    expect((await app.as(stranger).get(`/audit?subjectId=${admin.id}`)).body).toMatchObject({ entries: [] })
    const narrow = await app.make.staff({ role: 'admin', shop: await app.make.shop({ brand }) })
    expect((await app.as(narrow).get('/audit')).problem.code).toBe('http.notAllowed')
  })
})
