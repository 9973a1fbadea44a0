import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Me, Shop } from '#contracts/people'
import { startApp, type TestApp } from '#test/app'
import { DEMO_PASSWORD } from './demo-logins.ts'

let app: TestApp
const apps: TestApp[] = []

beforeEach(async () => {
  app = await startApp({ demo: true })
  apps.push(app)
})
afterAll(async () => {
  for (const each of apps) await each.close()
})

async function body(login = 'first.admin') {
  const setup = await app.anonymous.get<{ packs: { key: string }[] }>('/setup')
  return {
    admin: { name: '林晓', login, password: 'a first password' },
    brand: { name: '松月楼', pack: setup.body.packs[0]!.key },
    shop: { name: '一号店', address: '杭州市上城区延安路 98 号' },
  }
}

test('the first visit makes brand, shop and administrator, who is signed in', async () => {
  expect((await app.anonymous.get('/setup')).body).toMatchObject({ needed: true })
  const res = await app.anonymous.post<Me>('/setup', await body())
  expect(res.status).toBe(200)
  expect(res.body).toMatchObject({ name: '林晓', brand: { name: '松月楼' }, grants: [{ role: 'admin' }] })
  const admin = app.withToken(res.cookies[0]!.value)
  const shops = await admin.get<Shop[]>('/shops')
  expect(shops.body).toMatchObject([{ name: '一号店', regionName: '默认区域', zone: 'Asia/Shanghai' }])
  expect((await app.anonymous.get('/setup')).body).toMatchObject({ needed: false })
  const trail = await admin.get<{ entries: { action: string }[] }>('/audit')
  expect(trail.body.entries.map((e) => e.action)).toContain('people.setUp')
})

test('of several at the same moment one wins and nothing of the others stays', async () => {
  const wanted = await Promise.all(Array.from({ length: 5 }, (_, i) => body(`admin.${i}`)))
  const answers = await Promise.all(wanted.map((each) => app.anonymous.post('/setup', each)))
  expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409, 409, 409])
  expect(answers.find((a) => a.status === 409)!.problem.code).toBe('people.alreadySetUp')
  const brands = await app.services.db.pool.query('select platform.brand_ids()')
  expect(brands.rowCount).toBe(1)
})

test('an unknown industry pack is refused and leaves nothing behind', async () => {
  const wanted = await body()
  const res = await app.anonymous.post('/setup', { ...wanted, brand: { name: '松月楼', pack: 'no_such' } })
  expect(res.problem).toMatchObject({ status: 422, code: 'people.unknownPack', field: 'brand.pack' })
  expect((await app.anonymous.get('/setup')).body).toMatchObject({ needed: true })
})

test('a foreign page cannot set the program up', async () => {
  const res = await app.anonymous.post('/setup', await body(), {
    headers: { origin: 'https://evil.example' },
  })
  expect(res.problem.code).toBe('http.foreignOrigin')
})

test('demo logins are told for demo brands only, one per role', async () => {
  const demo = await app.make.brand({ name: '茶屿', demo: true })
  const real = await app.make.brand({ name: '真的品牌' })
  const agent = await app.make.staff({ brand: demo, role: 'agent' })
  await app.make.staff({ brand: demo, role: 'agent' })
  await app.make.staff({ brand: real, role: 'agent' })
  const res = await app.anonymous.get('/demo-logins')
  expect(res.body).toEqual([
    { brand: '茶屿', name: agent.name, role: 'agent', login: agent.login, password: DEMO_PASSWORD },
  ])
  const plain = await startApp()
  apps.push(plain)
  await plain.make.staff({ brand: await plain.make.brand({ demo: true }) })
  expect((await plain.anonymous.get('/demo-logins')).body).toEqual([])
})
