import { sql } from 'kysely'
import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import type { Grant, Week } from '#contracts/people'
import { changeServiceLine, createBrand, createStaff, DEMO_PASSWORD, hashPassword } from '#domains/people'
import { type Services, systemContext } from '#platform/context'
import type { RunningApp } from '../main/app.ts'
import { createDemoCodes } from './codes.ts'
import { type DemoBrand, readDemoBrands } from './demo-file.ts'
import { keepPlans } from './kept-plans.ts'
import { crewOf } from './orders-crew.ts'
import { createDemoSegments } from './segments.ts'
import { tellStories } from './stories.ts'

/** Told how far it is, for example `120/700`. */
type Report = (far: string) => void

/**
 * Loads the demo brands through the same use cases that people use, with a set clock, unless there is any brand already.
 * Shape: a load that was interrupted is wiped and begun again.
 */
export async function loadDemo(
  app: Pick<RunningApp, 'services'>,
  ownerUrl: string,
  report: Report = () => {},
  brands: readonly DemoBrand[] = readDemoBrands(),
): Promise<void> {
  if ((await wipeUnfinished(ownerUrl)) > 0) return
  const services = hurried(app.services)
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const total = brands.reduce((n, b) => n + b.feedback.length, 0)
  let done = 0
  const step = () => {
    done += 1
    report(`${done}/${total}`)
  }
  const look = new pg.Pool({ connectionString: ownerUrl, max: brands.length })
  look.on('error', () => {})
  look.on('connect', (client) => client.on('error', () => {}))
  const plansEnd = keepPlans(app.services.db.pool)
  keepPlans(look)
  const ids = await Promise.all(
    brands.map((brand) => loadBrand(services, brand, passwordHash, look, step)),
  ).finally(() => {
    plansEnd()
    return look.end()
  })
  for (const id of ids)
    await services.db.inBrand(id, (tx) =>
      tx.updateTable('platform.brand').set({ demo_ready: true }).where('id', '=', id).execute(),
    )
}

async function loadBrand(
  services: Services,
  brand: DemoBrand,
  passwordHash: string,
  look: pg.Pool,
  step: () => void,
): Promise<string> {
  const begun = new Date(services.now().getTime() - 100 * 86_400_000)
  const ctx = systemContext({ ...services, now: () => begun }, uuidv7())
  await ctx.transaction(async (tx) => {
    const made = await createBrand(tx, ctx, {
      name: brand.brand.name,
      pack: brand.pack,
      zone: brand.brand.zone,
      demo: true,
      regions: brand.regions.map((r) => ({
        name: r.name,
        shops: brand.shops
          .filter((s) => s.region === r.key)
          .map((s) => ({
            code: s.code,
            name: s.name,
            address: s.address,
            point: s.point,
            hours: s.hours,
            zone: brand.brand.zone,
          })),
      })),
    })
    const regionIds = new Map(
      brand.regions.map((r) => [r.key, made.regions.find((m) => m.name === r.name)!.id]),
    )
    const shopIds = new Map(made.shops.map((s) => [s.code, s.id]))
    for (const [n, person] of mergeGrants(brand).entries()) {
      await createStaff(tx, ctx, {
        name: person.name,
        login: `${person.login}@${brand.brand.login}`,
        phone: staffPhone(n),
        grants: person.grants.map((g) => grantOf(g, regionIds, shopIds)),
        duty: person.duty,
        passwordHash,
      })
    }
  })
  await changeServiceLine(ctx, { phone: brand.brand.service, hours: SERVICE_HOURS })
  const codes = await createDemoCodes(ctx, brand)
  await tellStories(services, ctx.actor.brandId, brand, codes, look, step)
  await createDemoSegments(ctx, brand)
  return ctx.actor.brandId
}

const DAY: [string, string][] = [['09:00', '21:00']]
const SERVICE_HOURS: Week = [DAY, DAY, DAY, DAY, DAY, DAY, DAY]

/** Invented like the customers', and none of theirs. */
const staffPhone = (n: number) => `1930000${1000 + n}`

type Person = {
  name: string
  login: string
  duty: DemoBrand['staff'][number]['duty']
  grants: { role: Grant['role']; extent: string }[]
}

/** A person may stand in the file once per role. */
function mergeGrants(brand: DemoBrand): Person[] {
  const people = new Map<string, Person>()
  for (const { role, extent, ...person } of [...brand.staff, ...crewOf(brand)]) {
    const known = people.get(person.login) ?? { ...person, grants: [] }
    known.grants.push({ role, extent })
    people.set(person.login, known)
  }
  return [...people.values()]
}

function grantOf(
  { role, extent }: Person['grants'][number],
  regions: Map<string, string>,
  shops: Map<string, string>,
): Grant {
  const [kind, key = ''] = extent.split(':')
  if (kind === 'region') return { role, extent: { kind, regionId: regions.get(key)! } }
  if (kind === 'shop') return { role, extent: { kind, shopId: shops.get(key)! } }
  return { role, extent: { kind: 'brand' } }
}

/** Nobody has been promised anything yet: the demo's commits need not wait for the disk. */
function hurried(services: Services): Services {
  const { db } = services
  return {
    ...services,
    db: {
      ...db,
      inBrand: (brandId, work) =>
        db.inBrand(brandId, async (tx) => {
          await sql`set local synchronous_commit = off`.execute(tx)
          return work(tx)
        }),
    },
  }
}

/** Removes demo brands whose load was cut off; returns how many brands are left. */
async function wipeUnfinished(ownerUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ id: string; unfinished: boolean }>(
      'select id, demo and not demo_ready as unfinished from platform.brand',
    )
    const unfinished = rows.length > 0 && rows.every((r) => r.unfinished)
    if (unfinished) await wipe(client)
    return unfinished ? 0 : rows.length
  } finally {
    await client.end()
  }
}

/** Only demo brands of one interrupted load can be here, so everything a brand owns goes. */
async function wipe(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select format('%I.%I', c.table_schema, c.table_name) as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name) where c.column_name = 'brand_id' and t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema', 'graphile_worker')",
  )
  await client.query(`truncate platform.brand, ${rows.map((r) => r.name).join(', ')}`)
}
