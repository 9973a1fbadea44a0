import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Me } from '#contracts/people'
import { startApp, type TestApp } from '#test/app'
import { TEST_PASSWORD } from '#test/make'

const NOW = '2026-03-02T09:00:00+08:00'
const WRONG = 'not the password'
let app: TestApp

beforeAll(async () => {
  app = await startApp({ now: NOW })
})
afterAll(() => app.close())

function signIn(login: string, password: string, more: object = {}) {
  return app.anonymous.post<Me>('/session', { login, password, ...more })
}
function later(seconds: number) {
  app.setNow(new Date(Date.parse(NOW) + seconds * 1000).toISOString())
}

describe('sign-in', () => {
  test('gives a session that scripts cannot read and other sites cannot send', async () => {
    const admin = await app.make.staff({ role: 'admin', login: 'sunny.admin' })
    const res = await signIn('Sunny.Admin ', TEST_PASSWORD)
    expect(res.status).toBe(200)
    expect(res.body).toMatchObject({ staffId: admin.id, login: 'sunny.admin', totpOn: false })
    expect(res.body.can).toContain('people.manageStaff')
    const cookie = String(res.headers['set-cookie'])
    expect(cookie).toMatch(/^huiyin_session=.+; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(cookie).not.toContain('Secure')
    const token = res.cookies[0]!.value
    expect((await app.withToken(token).get('/session')).body).toEqual(res.body)
  })

  test('a wrong password and an unknown login get the same answer', async () => {
    await app.make.staff({ login: 'known.person' })
    const wrong = await signIn('known.person', WRONG)
    const unknown = await signIn('unknown.person', WRONG)
    expect(wrong.status).toBe(401)
    expect(wrong.problem.code).toBe('people.wrongPassword')
    expect(unknown.problem).toEqual(wrong.problem)
  })

  test('invited and locked people cannot enter', async () => {
    const admin = await app.make.staff({ role: 'admin' })
    await app.make.staff({ login: 'invited.person', invited: true })
    const locked = await app.make.staff({ login: 'locked.person' })
    await app.as(admin).put(`/staff/${locked.id}/lock`)
    expect((await signIn('invited.person', TEST_PASSWORD)).problem.code).toBe('people.wrongPassword')
    expect((await signIn('locked.person', TEST_PASSWORD)).problem.code).toBe('people.wrongPassword')
  })

  test('the browser gets a new session id and the old one is dead', async () => {
    await app.make.staff({ login: 'twice.person' })
    const first = (await signIn('twice.person', TEST_PASSWORD)).cookies[0]!.value
    const again = await app
      .withToken(first)
      .post('/session', { login: 'twice.person', password: TEST_PASSWORD })
    const second = again.cookies[0]!.value
    expect(second).not.toBe(first)
    expect((await app.withToken(first).get('/session')).status).toBe(401)
    expect((await app.withToken(second).get('/session')).status).toBe(200)
  })

  test('a page of another site cannot sign anybody in or out', async () => {
    const person = await app.make.staff({ login: 'csrf.person' })
    const foreign = { headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } }
    const body = { login: 'csrf.person', password: TEST_PASSWORD }
    expect((await app.anonymous.post('/session', body, foreign)).problem.code).toBe('http.foreignOrigin')
    expect((await app.as(person).delete('/session', undefined, foreign)).problem.code).toBe(
      'http.foreignOrigin',
    )
    const ours = { headers: { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' } }
    expect((await app.anonymous.post('/session', body, ours)).status).toBe(200)
  })

  test('the cookie is Secure when the program is reached over https', async () => {
    const safe = await startApp({ origin: 'https://huiyin.example' })
    await safe.make.staff({ login: 'secure.person' })
    const res = await safe.anonymous.post('/session', { login: 'secure.person', password: TEST_PASSWORD })
    expect(String(res.headers['set-cookie'])).toContain('; Secure')
    await safe.close()
  })
})

describe('lock-out', () => {
  test('the fifth failure shuts the login for a minute, the right password too', async () => {
    await app.make.staff({ login: 'forgetful' })
    for (let i = 0; i < 5; i++) expect((await signIn('forgetful', WRONG)).status).toBe(401)
    const shut = await signIn('forgetful', TEST_PASSWORD)
    expect(shut.status).toBe(429)
    expect(shut.problem.code).toBe('people.tooManyTries')
    expect(shut.problem.data).toMatchObject({ retryAfterSec: 60, minutes: 1 })
    expect(shut.headers['retry-after']).toBe('60')
    later(60)
    expect((await signIn('forgetful', TEST_PASSWORD)).status).toBe(200)
    app.setNow(NOW)
  })

  test('it doubles with every further failure', async () => {
    await app.make.staff({ login: 'guesser' })
    for (let i = 0; i < 5; i++) await signIn('guesser', WRONG)
    later(61)
    await signIn('guesser', WRONG)
    expect((await signIn('guesser', TEST_PASSWORD)).problem.data).toMatchObject({ retryAfterSec: 120 })
    app.setNow(NOW)
  })

  test('an unknown login is shut as well, so that nobody learns which exist', async () => {
    for (let i = 0; i < 5; i++) await signIn('nobody.here', WRONG)
    expect((await signIn('nobody.here', WRONG)).problem.code).toBe('people.tooManyTries')
  })

  test('many tries at the same moment are counted one by one', async () => {
    await app.make.staff({ login: 'stormed' })
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn('stormed', WRONG)))
    expect(answers.filter((a) => a.status === 401).length).toBeLessThanOrEqual(5)
    expect(answers.filter((a) => a.status === 429).length).toBeGreaterThanOrEqual(15)
  })

  test('success forgets the failures', async () => {
    await app.make.staff({ login: 'nearly' })
    for (let i = 0; i < 4; i++) await signIn('nearly', WRONG)
    expect((await signIn('nearly', TEST_PASSWORD)).status).toBe(200)
    for (let i = 0; i < 4; i++) expect((await signIn('nearly', WRONG)).status).toBe(401)
    expect((await signIn('nearly', TEST_PASSWORD)).status).toBe(200)
  })

  test('one sender cannot try all day: 61 tries a minute are too many', async () => {
    const ip = '203.0.113.9'
    const tries = Array.from({ length: 61 }, (_, i) =>
      app.anonymous.post('/session', { login: `spray.${i % 30}`, password: WRONG }, { ip }),
    )
    const codes = (await Promise.all(tries)).map((a) => a.problem.code)
    expect(codes).toContain('http.tooMany')
    expect(codes.filter((c) => c === 'people.wrongPassword').length).toBe(60)
  })
})

describe('a session', () => {
  test('ends after twelve hours without use', async () => {
    const person = await app.make.staff()
    const token = await app.sessionFor(person)
    later(12 * 3600 - 1)
    expect((await app.withToken(token).get('/session')).status).toBe(200)
    later(24 * 3600 - 2)
    expect((await app.withToken(token).get('/session')).status).toBe(200)
    later(36 * 3600)
    expect((await app.withToken(token).get('/session')).problem.code).toBe('http.notSignedIn')
    app.setNow(NOW)
  })

  test('ends after fourteen days however much it is used', async () => {
    const person = await app.make.staff()
    const token = await app.sessionFor(person)
    for (let hours = 10; hours < 14 * 24; hours += 10) {
      later(hours * 3600)
      expect((await app.withToken(token).get('/session')).status).toBe(200)
    }
    later(14 * 24 * 3600)
    expect((await app.withToken(token).get('/session')).status).toBe(401)
    app.setNow(NOW)
  })

  test('is written at most once a minute', async () => {
    const person = await app.make.staff()
    const token = await app.sessionFor(person)
    const seenAt = async () =>
      (await app.withToken(token).get<{ seenAt: string }[]>('/sessions')).body[0]!.seenAt
    later(59)
    expect(Date.parse(await seenAt())).toBe(Date.parse(NOW))
    later(60)
    await seenAt()
    expect(Date.parse(await seenAt())).toBe(Date.parse(NOW) + 60_000)
    app.setNow(NOW)
  })
})
