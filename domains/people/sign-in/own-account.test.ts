import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Me } from '#contracts/people'
import { startApp, type TestApp } from '#test/app'
import { type MadeStaff, TEST_PASSWORD } from '#test/make'

const NOW = Date.parse('2026-03-02T09:00:00+08:00')
let app: TestApp

beforeAll(async () => {
  app = await startApp({ now: new Date(NOW).toISOString() })
})
beforeEach(() => app.setNow(new Date(NOW).toISOString()))
afterAll(() => app.close())

function at(seconds: number) {
  app.setNow(new Date(NOW + seconds * 1000).toISOString())
}
/** The six digits that the phone shows so many seconds after NOW. */
function codeAt(secret: string, seconds: number) {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: NOW + seconds * 1000 })
}
function signIn(login: string, totp?: string) {
  return app.anonymous.post<Me>('/session', { login, password: TEST_PASSWORD, ...(totp ? { totp } : {}) })
}
/** Somebody with the second factor on; the code of NOW is used up. */
async function withTotp(): Promise<{ person: MadeStaff; secret: string }> {
  const person = await app.make.staff()
  const { secret } = (await app.as(person).post<{ secret: string }>('/me/totp')).body
  await app.as(person).put('/me/totp', { code: codeAt(secret, 0) })
  return { person, secret }
}

describe('the second factor', () => {
  test('counts from the first right code', async () => {
    const person = await app.make.staff()
    const start = await app.as(person).post<{ secret: string; uri: string; qrSvg: string }>('/me/totp')
    expect(start.body.uri).toContain(`secret=${start.body.secret}`)
    expect(start.body.qrSvg).toMatch(/^<svg/)
    expect((await signIn(person.login)).status).toBe(200)
    const wrong = await app.as(person).put('/me/totp', { code: '000000' })
    expect(wrong.problem).toMatchObject({ status: 422, code: 'people.wrongCode', field: 'code' })
    const on = await app.as(person).put<Me>('/me/totp', { code: codeAt(start.body.secret, 0) })
    expect(on.body.totpOn).toBe(true)
    expect((await signIn(person.login)).problem.code).toBe('people.totpNeeded')
    expect((await app.as(person).post('/me/totp')).problem.code).toBe('people.totpAlreadyOn')
  })

  test('a code one step early or late is accepted, two steps off is not', async () => {
    const { person, secret } = await withTotp()
    at(120)
    expect((await signIn(person.login, codeAt(secret, 60))).problem.code).toBe('people.wrongCode')
    expect((await signIn(person.login, codeAt(secret, 90))).status).toBe(200)
    expect((await signIn(person.login, codeAt(secret, 150))).status).toBe(200)
    expect((await signIn(person.login, codeAt(secret, 180))).problem.code).toBe('people.wrongCode')
  })

  test('a code works once, also in two requests at the same moment', async () => {
    const { person, secret } = await withTotp()
    at(60)
    const code = codeAt(secret, 60)
    const answers = await Promise.all([signIn(person.login, code), signIn(person.login, code)])
    expect(answers.map((a) => a.status).sort()).toEqual([200, 422])
    expect((await signIn(person.login, code)).problem.code).toBe('people.wrongCode')
  })

  test('asking for the code is not a failure, wrong codes are', async () => {
    const { person, secret } = await withTotp()
    at(60)
    for (let i = 0; i < 6; i++) expect((await signIn(person.login)).problem.code).toBe('people.totpNeeded')
    for (let i = 0; i < 5; i++)
      expect((await signIn(person.login, '000000')).problem.code).toBe('people.wrongCode')
    expect((await signIn(person.login, codeAt(secret, 60))).problem.code).toBe('people.tooManyTries')
  })

  test('goes off with a code only', async () => {
    const { person, secret } = await withTotp()
    at(60)
    const used = await app.as(person).delete('/me/totp', { code: codeAt(secret, 0) })
    expect(used.problem.code).toBe('people.wrongCode')
    const off = await app.as(person).delete<Me>('/me/totp', { code: codeAt(secret, 60) })
    expect(off.body.totpOn).toBe(false)
    expect((await signIn(person.login)).status).toBe(200)
  })

  test('the secret lies sealed in the database', async () => {
    const { person, secret } = await withTotp()
    const row = await app.services.db.inBrand(person.brandId, (tx) =>
      tx.selectFrom('people.staff').select('totp_enc').where('id', '=', person.id).executeTakeFirstOrThrow(),
    )
    expect(row.totp_enc!.includes(Buffer.from(secret))).toBe(false)
    expect(app.services.keys.open(person.brandId, row.totp_enc)).toBe(secret)
  })
})

describe('the own account', () => {
  test('sessions are listed, and each can be ended', async () => {
    const person = await app.make.staff()
    const [here, there] = [await app.sessionFor(person), await app.sessionFor(person)]
    const list = await app.withToken(here).get<{ id: string; current: boolean; ip: string }[]>('/sessions')
    expect(list.body.map((s) => s.current).sort()).toEqual([false, true])
    const other = list.body.find((s) => !s.current)!
    expect((await app.withToken(here).delete(`/sessions/${other.id}`)).status).toBe(204)
    expect((await app.withToken(there).get('/session')).status).toBe(401)
    expect((await app.withToken(here).get('/session')).status).toBe(200)
  })

  test("nobody ends another person's session", async () => {
    const [person, stranger] = [await app.make.staff(), await app.make.staff()]
    const list = await app.as(person).get<{ id: string }[]>('/sessions')
    const res = await app.as(stranger).delete(`/sessions/${list.body[0]!.id}`)
    expect(res.problem.code).toBe('people.sessionNotFound')
    expect((await app.as(person).get('/session')).status).toBe(200)
  })

  test('signing out ends the session and clears the cookie', async () => {
    const token = await app.sessionFor(await app.make.staff())
    const res = await app.withToken(token).delete('/session')
    expect(res.status).toBe(204)
    expect(String(res.headers['set-cookie'])).toMatch(/^huiyin_session=;/)
    expect((await app.withToken(token).get('/session')).status).toBe(401)
  })

  test('a new password ends the other sessions and needs the old one', async () => {
    const person = await app.make.staff()
    const [here, there] = [await app.sessionFor(person), await app.sessionFor(person)]
    const change = (current: string, next: string) =>
      app.withToken(here).put('/me/password', { current, next })
    expect((await change('guessed wrongly', 'a better password')).problem.code).toBe('people.wrongPassword')
    expect((await change(TEST_PASSWORD, TEST_PASSWORD)).problem.code).toBe('people.samePassword')
    expect((await change(TEST_PASSWORD, 'short')).problem).toMatchObject({
      code: 'http.badInput',
      field: 'next',
    })
    expect((await change(TEST_PASSWORD, 'a better password')).status).toBe(204)
    expect((await app.withToken(there).get('/session')).status).toBe(401)
    expect((await app.withToken(here).get('/session')).status).toBe(200)
    expect((await signIn(person.login)).problem.code).toBe('people.wrongPassword')
  })

  test('a stolen session cannot try passwords all day', async () => {
    const person = await app.make.staff()
    const tries = Array.from({ length: 11 }, () =>
      app.as(person).put('/me/password', { current: 'guessed wrongly', next: 'a better password' }),
    )
    const codes = (await Promise.all(tries)).map((a) => a.problem.code)
    expect(codes.filter((c) => c === 'http.tooMany')).toHaveLength(1)
  })

  test('language, theme and away are kept', async () => {
    const person = await app.make.staff()
    const res = await app.as(person).patch<Me>('/me/preferences', { locale: 'en', away: true })
    expect(res.body).toMatchObject({ locale: 'en', theme: 'auto', away: true })
    const refused = await app.as(person).delete(`/sessions/${person.id}`)
    expect(refused.problem.detail).toBe('That device is signed out already.')
  })
})
