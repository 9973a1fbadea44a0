import { afterAll, describe, expect, test } from 'vitest'
import { type Role, Role as Roles } from '#contracts/people'
import { findSession } from '#domains/people'
import type { Actor } from '#platform/context'
import { covers, declaredActions, type Scope, scopeOf } from '#platform/permissions'
import { startApp } from '#test/app'
import type { Answer, Client } from '#test/client'
import { everyDay, type MadeStaff } from '#test/make'
import { anyIp, apiKey, NAMES_NOT_RECORDS, recorderFor } from '#test/permission-records'
import { type Made, makeWorld, PLACES, type Place } from '#test/permission-world'
import { type Route, routesOf } from '#test/routes'
import { sampleOf } from '#test/sample'

/** Generated from the declared matrix: every route is called as every role from four places and without a session. */
const app = await startApp({ now: '2026-03-02T12:00:00+08:00' })
const routes = await routesOf(app.services, app.modules)
const world = await makeWorld(app)
afterAll(() => app.close())

/** Answers that never end; who may open them is still tested without a session. */
const ENDLESS = ['/live']
const UNKNOWN = '00000000-0000-4000-8000-000000000000'
const nameOf = (route: Route) => `${route.method} ${route.path}`
const guarded = routes.filter((r) => r.access.can)
const signedIn = routes.filter((r) => r.access.signedIn)
const byKey = routes.filter((r) => r.access.apiScope)
const open = routes.filter((r) => r.access.public)
const hasRecord = (route: Route) => /:/.test(route.path) && !NAMES_NOT_RECORDS.includes(route.path)

test('the program has routes of every kind, so that the tests below prove something', () => {
  expect(guarded.length).toBeGreaterThan(30)
  expect(Math.min(signedIn.length, byKey.length, open.length)).toBeGreaterThan(1)
  expect(guarded.length + signedIn.length + byKey.length + open.length).toBe(routes.length)
})

test('every record that a route names can be made for this test (permission-records.ts)', () => {
  const missing = [...guarded, ...signedIn].filter((r) => hasRecord(r) && !recorderFor(r.path))
  expect(missing.map(nameOf)).toEqual([])
})

test('every declared action is asked for by a route or by another room, in the words of the matrix', () => {
  const used = new Set(guarded.map((r) => r.access.can))
  const roomsOwn = Object.keys(declaredActions()).filter((action) => !used.has(action))
  expect(roomsOwn.sort()).toEqual([
    'incidents.readNames',
    'orders.watch',
    'tickets.closeDespite',
    'tickets.seeFigures',
    'tickets.shareViews',
    'tickets.watch',
  ])
})

describe('without a session', () => {
  test.each(routes.filter((r) => !r.access.public).map((r) => [nameOf(r), r] as const))(
    '%s is refused',
    async (_, route) => {
      const answer = await call(app.anonymous, route, null)
      expect([answer.status, answer.problem.code]).toEqual([401, 'http.notSignedIn'])
    },
  )

  test.each(open.map((r) => [nameOf(r), r] as const))('%s is open', async (_, route) => {
    const { status, problem } = await call(app.anonymous, route, null)
    expect(['http.notSignedIn', 'http.notAllowed']).not.toContain(problem?.code)
    expect(status).toBeLessThan(500)
  })
})

describe('a key of the public API', () => {
  test.each(byKey.map((r) => [nameOf(r), r] as const))('%s asks for its scope', async (_, route) => {
    const other = route.access.apiScope === 'feedback.read' ? 'feedback.write' : 'feedback.read'
    const call = async (secret: string) =>
      clientCall(app.anonymous, route, null, {
        authorization: `Bearer ${secret}`,
        'idempotency-key': anyIp(),
      })
    const fitting = await call((await apiKey(world, [route.access.apiScope!])).secret)
    expect([401, 403]).not.toContain(fitting.status)
    expect((await call((await apiKey(world, [other])).secret)).problem.code).toBe('http.notAllowed')
    expect((await call('hy_live_of_nobody')).problem.code).toBe('http.notSignedIn')
    const admin = await clientCall(app.as(world.callers.admin.wide), route, null)
    expect(admin.problem.code).toBe('http.notSignedIn')
  })
})

describe('the own account', () => {
  const tested = signedIn.filter((r) => !ENDLESS.includes(r.path))
  test.each(tested.map((r) => [nameOf(r), r] as const))(
    '%s is for everybody, and for the own things only',
    async (_, route) => {
      const recorder = hasRecord(route) ? recorderFor(route.path) : null
      const wrong: string[] = []
      for (const role of Roles.options) {
        const caller = world.callers[role].wide
        const theirs = recorder && (await recorder.make(world, `${nameOf(route)} of another`))
        const client = app.withToken(await app.sessionFor(caller))
        if (theirs) {
          const answer = await call(client, route, theirs)
          if (answer.status !== 404) wrong.push(`${role}, another's: ${told(answer)}`)
        }
        const own = recorder?.makeOwn ? await recorder.makeOwn(world, caller, nameOf(route)) : null
        const answer = await call(client, route, own)
        if (isRefused(answer) || (recorder && answer.status === 404) || answer.status >= 500)
          wrong.push(`${role}, own: ${told(answer)}`)
      }
      expect(wrong).toEqual([])
    },
  )
})

describe('the matrix', () => {
  test.each(guarded.map((r) => [nameOf(r), r] as const))(
    '%s',
    async (_, route) => {
      const tries = await triesOf(route)
      // Who is refused, or only reads, leaves nothing behind, so nobody has to wait for another's turn.
      const alone = (one: Try) => one.scope !== null && route.method !== 'GET'
      const beside = tries.filter((one) => !alone(one)).map((one) => onAnybodys(route, one))
      const wrong = (await Promise.all(beside)).flat()
      for (const one of tries) {
        if (alone(one)) wrong.push(...(await onAnybodys(route, one)))
        if (one.scope) wrong.push(...(await onOwn(route, one)))
      }
      expect(wrong).toEqual([])
    },
    60_000,
  )
})

type Try = { role: Role; place: Place; scope: Scope | null }

/** Everybody from everywhere, with what the own grants open for this route's action. */
function triesOf(route: Route): Promise<Try[]> {
  const everybody = Roles.options.flatMap((role) => PLACES.map((place) => ({ role, place })))
  return Promise.all(
    everybody.map(async ({ role, place }) => {
      const scope = await scopeFor(world.callers[role][place], route.access.can!)
      return { role, place, scope }
    }),
  )
}

/** What is wrong when they call with a record that is not theirs; nothing when it is as declared. */
async function onAnybodys(route: Route, { role, place, scope }: Try): Promise<string[]> {
  const made = hasRecord(route) && (await recordFor(route, scope !== null && place !== 'foreign'))
  return compare(route, { role, place, scope }, made || null, '')
}

/** The same with a record of the shop that belongs to them; whoever may not do it at all is refused before any record is looked at. */
async function onOwn(route: Route, one: Try): Promise<string[]> {
  const recorder = hasRecord(route) ? recorderFor(route.path) : null
  if (!recorder?.makeOwn || one.place === 'foreign') return []
  const made = await recorder.makeOwn(world, world.callers[one.role][one.place], nameOf(route))
  return compare(route, one, made, ', own')
}

async function compare(route: Route, one: Try, made: Made | null, whose: string): Promise<string[]> {
  const { role, place, scope } = one
  const wanted = expected(route, role, place, scope, made)
  const answer = await call(app.as(world.callers[role][place]), route, made)
  const leak = leakOf(answer, place, scope, made)
  if (fits(answer, wanted) && !leak) return []
  return [`${role} ${place}${whose}: wanted ${wanted}, got ${told(answer)}${leak}`]
}

type Wanted = 'allowed' | 'forbidden' | 'notFound' | 'narrowed'

/** What the declared matrix says. A grant of one shop may or may not be enough for what belongs to the whole brand: `narrowed`. */
function expected(route: Route, role: Role, place: Place, scope: Scope | null, made: Made | null): Wanted {
  if (!scope) return 'forbidden'
  if (!made) {
    const wholeBrand = declaredActions()[route.access.can!]?.roles[role] === 'brand'
    return scope.shops !== 'all' && wholeBrand ? 'narrowed' : 'allowed'
  }
  if (place === 'foreign') return 'notFound'
  if (made.makerId) return made.makerId === world.callers[role][place].id ? 'allowed' : 'notFound'
  if (made.shopId === null) return scope.shops === 'all' ? 'allowed' : 'narrowed'
  return covers(scope, { shopId: made.shopId, ownerId: made.ownerId ?? null }) ? 'allowed' : 'notFound'
}

function fits(answer: Answer, wanted: Wanted): boolean {
  switch (wanted) {
    case 'forbidden':
      return answer.status === 403 && answer.problem.code === 'http.notAllowed'
    case 'notFound':
      return answer.status === 404
    case 'narrowed':
      return ![400, 401].includes(answer.status) && answer.status < 500
    default:
      return (
        !isRefused(answer) && ![400, 403].includes(answer.status) && answer.status < 500 && !isLost(answer)
      )
  }
}

/** A record that should be reachable and is not; an empty draft or an unknown name of one's own is no such record. */
function isLost(answer: Answer): boolean {
  return answer.status === 404 && !['playbook.noDraft'].includes(answer.problem.code)
}

function isRefused({ problem }: Answer): boolean {
  return problem?.code === 'http.notSignedIn' || problem?.code === 'http.notAllowed'
}

/** An answer that shows another brand's or another shop's things, whatever its status. */
function leakOf(answer: Answer, place: Place, scope: Scope | null, made: Made | null): string {
  if (made?.ownerId || answer.status !== 200) return ''
  const secret =
    place === 'foreign' ? world.brandsOwn : place === 'beside' && scope?.shops !== 'all' ? world.shopsOwn : []
  const shown = [...secret].find((id) => answer.text.includes(id))
  return shown ? `, and it shows ${shown}` : ''
}

const shared = new Map<string, Promise<Made>>()

/** Everybody is tried on the same record: that it is in another state by now is no refusal. */
function recordFor(route: Route, mayBeReached: boolean): Promise<Made> {
  const recorder = recorderFor(route.path)!
  if (recorder.vanishes && mayBeReached) return recorder.make(world, nameOf(route))
  // Apart from those that vanish: who reaches none must not reach one that is there.
  const known = shared.get(route.path) ?? recorder.make(world, `${route.path} that stays`)
  shared.set(route.path, known)
  return known
}

const actors = new Map<string, Promise<Actor>>()

async function scopeFor(caller: MadeStaff, action: string): Promise<Scope | null> {
  const actor = actors.get(caller.id) ?? actorOf(caller)
  actors.set(caller.id, actor)
  return scopeOf(await actor, action)
}

async function actorOf(caller: MadeStaff): Promise<Actor> {
  const session = await findSession(app.services, await app.sessionFor(caller))
  return session!.actor
}

function call(client: Client, route: Route, made: Made | null): Promise<Answer> {
  return clientCall(client, route, made)
}

function clientCall(client: Client, route: Route, made: Made | null, headers = {}): Promise<Answer> {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => made?.params[name] ?? stand(name))
  const query = route.query ? (sampleOf(route.query, known()) as Record<string, string>) : {}
  const search = new URLSearchParams(query).toString()
  const body = route.body ? sampleOf(route.body, known()) : undefined
  const send = client[route.method.toLowerCase() as Lowercase<Route['method']>]
  return send(search ? `${path}?${search}` : path, body, { ip: anyIp(), headers })
}

function stand(name: string): string {
  if (name === 'year') return '2027'
  if (name === 'number') return 'HY-1'
  return name === 'id' ? UNKNOWN : 'no-such-name'
}

let counter = 0
/** What fields of these names hold, so that an input is not refused for what it names. */
function known(): Record<string, unknown> {
  counter += 1
  return {
    shopId: world.shop.id,
    regionId: world.brand.regionId,
    assigneeId: world.agent.id,
    role: 'rider',
    extent: { kind: 'shop', shopId: world.shop.id },
    login: `someone.${counter}`,
    name: `名字 ${counter}`,
    code: `N${counter}`,
    labels: [`L${counter}`],
    duty: everyDay(),
    hours: everyDay(),
    year: 2027,
  }
}

function told(answer: Answer): string {
  return `${answer.status} ${answer.problem?.code ?? ''} ${answer.problem?.field ?? ''}`.trim()
}
