import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Grant, Me, Staff } from '#contracts/people'
import { startApp, type TestApp } from '#test/app'
import { everyDay, type MadeShop, type MadeStaff } from '#test/make'

const NOW = '2026-03-02T09:00:00+08:00'
let app: TestApp
let shop: MadeShop
let otherShop: MadeShop
let admin: MadeStaff
let manager: MadeStaff

beforeAll(async () => {
  app = await startApp({ now: NOW })
  shop = await app.make.shop()
  otherShop = await app.make.shop()
  admin = await app.make.staff({ role: 'admin' })
  manager = await app.make.staff({ role: 'shop_manager', shop })
})
afterAll(() => app.close())

const inShop = (role: Grant['role'], at = shop): Grant => ({ role, extent: { kind: 'shop', shopId: at.id } })
let logins = 0
function form(grants: Grant[], more: object = {}) {
  logins += 1
  return { name: '小周', login: `new.${logins}`, grants, duty: everyDay(['09:00', '18:00']), ...more }
}
async function invite(by: MadeStaff, id: string) {
  const { url } = (await app.as(by).post<{ url: string }>(`/staff/${id}/invitation`)).body
  return url.split('/').at(-1)!
}

describe('an invitation', () => {
  test('lets the person choose a password, once', async () => {
    const created = await app.as(admin).post<Staff>('/staff', form([inShop('shop_staff')]))
    expect(created).toMatchObject({ status: 201, body: { state: 'invited', onDuty: false } })
    const link = await app
      .as(admin)
      .post<{ url: string; expiresAt: string }>(`/staff/${created.body.id}/invitation`)
    expect(link.body.url).toMatch(/^http:\/\/localhost\/invitation\/[\w-]{32}$/)
    expect(Date.parse(link.body.expiresAt) - Date.parse(NOW)).toBe(7 * 86_400_000)
    const token = link.body.url.split('/').at(-1)!
    expect((await app.anonymous.get(`/invitations/${token}`)).body).toMatchObject({ name: '小周' })
    const chosen = { password: 'my own password' }
    const answers = await Promise.all([
      app.anonymous.post<Me>(`/invitations/${token}`, chosen),
      app.anonymous.post<Me>(`/invitations/${token}`, chosen),
    ])
    expect(answers.map((a) => a.status).sort()).toEqual([200, 404])
    expect((await app.anonymous.get(`/invitations/${token}`)).problem.code).toBe('people.invitationGone')
    const login = created.body.login
    expect((await app.anonymous.post('/session', { login, ...chosen })).status).toBe(200)
  })

  test('ends after seven days, and when a newer one is made', async () => {
    const person = await app.make.staff({ shop, role: 'shop_staff', invited: true })
    const older = await invite(admin, person.id)
    const newer = await invite(admin, person.id)
    expect((await app.anonymous.get(`/invitations/${older}`)).status).toBe(404)
    expect((await app.anonymous.get(`/invitations/${newer}`)).status).toBe(200)
    app.setNow('2026-03-09T09:00:00+08:00')
    expect((await app.anonymous.get(`/invitations/${newer}`)).status).toBe(404)
    app.setNow(NOW)
  })

  test('is the way back for a lost password: older sessions end, the second factor is off', async () => {
    const person = await app.make.staff({ shop, role: 'shop_staff' })
    const before = await app.sessionFor(person)
    const token = await invite(manager, person.id)
    const res = await app.anonymous.post<Me>(`/invitations/${token}`, { password: 'found again 123' })
    expect(res.body.totpOn).toBe(false)
    expect((await app.withToken(before).get('/session')).status).toBe(401)
  })
})

describe('locking somebody out', () => {
  test('ends the sessions and open invitations with the same commit', async () => {
    const person = await app.make.staff({ shop, role: 'shop_staff' })
    const token = await app.sessionFor(person)
    const link = await invite(admin, person.id)
    const res = await app.as(admin).put<Staff>(`/staff/${person.id}/lock`)
    expect(res.body.state).toBe('locked')
    expect((await app.withToken(token).get('/session')).problem.code).toBe('http.notSignedIn')
    expect((await app.anonymous.get(`/invitations/${link}`)).status).toBe(404)
    expect((await app.as(admin).post(`/staff/${person.id}/invitation`)).problem.code).toBe(
      'people.staffLocked',
    )
    const events = await app.services.db.inBrand(person.brandId, (tx) =>
      tx.selectFrom('platform.event').select('body').where('name', '=', 'people.staffLocked').execute(),
    )
    expect(events.map((e) => e.body)).toContainEqual({ staffId: person.id })
    expect((await app.as(admin).delete<Staff>(`/staff/${person.id}/lock`)).body.state).toBe('active')
    expect((await app.withToken(token).get('/session')).status).toBe(401)
  })

  test('nobody locks the own account, and one administrator stays', async () => {
    const brand = await app.make.brand()
    const only = await app.make.staff({ brand, role: 'admin' })
    expect((await app.as(only).put(`/staff/${only.id}/lock`)).problem.code).toBe('people.ownAccount')
    const stepDown = await app
      .as(only)
      .patch(`/staff/${only.id}`, { grants: [{ role: 'agent', extent: { kind: 'brand' } }] })
    expect(stepDown.problem.code).toBe('people.lastAdmin')
    const second = await app.make.staff({ brand, role: 'admin' })
    // Both are signed in before either is locked.
    expect((await app.as(second).get('/session')).status).toBe(200)
    const answers = await Promise.all([
      app.as(only).put(`/staff/${second.id}/lock`),
      app.as(second).put(`/staff/${only.id}/lock`),
    ])
    expect(answers.filter((a) => a.status === 200)).toHaveLength(1)
  })
})

describe("a shop's manager", () => {
  test('takes in shop staff, kitchen and riders of the own shop, and nobody else', async () => {
    const add = (...grants: Grant[]) => app.as(manager).post('/staff', form(grants))
    expect((await add(inShop('shop_staff'), inShop('kitchen'))).status).toBe(201)
    expect((await add(inShop('shop_manager'))).problem.code).toBe('people.grantOutOfReach')
    expect((await add(inShop('shop_staff', otherShop))).problem.code).toBe('people.grantOutOfReach')
    expect((await add({ role: 'rider', extent: { kind: 'brand' } })).problem.code).toBe(
      'people.grantOutOfReach',
    )
    expect((await add(inShop('rider'), inShop('admin'))).problem).toMatchObject({ field: 'grants.1' })
  })

  test('sees the own shop only, and touches nobody with wider roles', async () => {
    const mine = await app.make.staff({ shop, role: 'kitchen' })
    const theirs = await app.make.staff({ shop: otherShop, role: 'kitchen' })
    const both = await app.make.staff({ grants: [inShop('kitchen'), inShop('kitchen', otherShop)] })
    const seen = (await app.as(manager).get<Staff[]>('/staff')).body.map((s) => s.id)
    expect(seen).toEqual(expect.arrayContaining([mine.id, both.id, manager.id]))
    expect(seen).not.toContain(theirs.id)
    expect(seen).not.toContain(admin.id)
    const rename = (id: string) => app.as(manager).patch(`/staff/${id}`, { name: '新名字' })
    expect((await rename(mine.id)).body).toMatchObject({ name: '新名字' })
    expect((await rename(theirs.id)).problem).toMatchObject({ status: 404, code: 'people.staffNotFound' })
    expect((await rename(both.id)).problem.code).toBe('people.staffOutOfReach')
    expect((await app.as(manager).post(`/staff/${both.id}/invitation`)).problem.code).toBe(
      'people.staffOutOfReach',
    )
    expect((await app.as(manager).put(`/staff/${manager.id}/lock`)).problem.code).toBe(
      'people.staffOutOfReach',
    )
  })
})

describe('a person', () => {
  test('is changed field by field; the phone is sealed and shown masked', async () => {
    const created = await app
      .as(admin)
      .post<Staff>('/staff', form([inShop('rider')], { phone: '13812345678' }))
    expect(created.body.phoneMasked).toBe('138****5678')
    const changed = await app.as(admin).patch<Staff>(`/staff/${created.body.id}`, { name: '周强' })
    expect(changed.body).toMatchObject({
      name: '周强',
      phoneMasked: '138****5678',
      login: created.body.login,
    })
    const trail = await app.as(admin).get(`/audit?subjectId=${created.body.id}`)
    expect(trail.text).toContain('people.changeStaff')
    expect(trail.text).not.toContain('12345678')
  })

  test('needs a login of their own, real shops and sensible hours', async () => {
    const refuse = async (more: object, grants = [inShop('rider')]) =>
      (await app.as(admin).post('/staff', form(grants, more))).problem
    expect(await refuse({ login: admin.login })).toMatchObject({ code: 'people.loginTaken', field: 'login' })
    const foreign = await app.make.shop({ brand: await app.make.brand() })
    expect(await refuse({}, [inShop('rider', foreign)])).toMatchObject({ code: 'people.unknownShop' })
    const backwards = everyDay(['18:00', '09:00'])
    expect(await refuse({ duty: backwards })).toMatchObject({ code: 'people.badHours', field: 'duty.0' })
    const overlapping = everyDay(['09:00', '12:00'], ['11:00', '15:00'])
    expect(await refuse({ duty: overlapping })).toMatchObject({ code: 'people.badHours' })
    expect(await refuse({ grants: [] })).toMatchObject({ code: 'http.badInput', field: 'grants' })
  })

  test('is off duty while absent; absences are the own and those of the own shop', async () => {
    const person = await app.make.staff({ shop, role: 'rider' })
    const onDuty = async () =>
      (await app.as(admin).get<Staff[]>('/staff')).body.find((s) => s.id === person.id)!.onDuty
    expect(await onDuty()).toBe(true)
    const days = { from: '2026-03-01T16:00:00Z', to: '2026-03-03T16:00:00Z', reason: '年假' }
    const own = await app.as(person).post<{ id: string }>(`/staff/${person.id}/absences`, days)
    expect(own.status).toBe(201)
    expect(await onDuty()).toBe(false)
    const colleague = await app.make.staff({ shop, role: 'rider' })
    expect((await app.as(colleague).get(`/staff/${person.id}/absences`)).status).toBe(404)
    expect((await app.as(manager).get(`/staff/${person.id}/absences`)).body).toEqual([
      {
        id: own.body.id,
        ...days,
        from: '2026-03-01T16:00:00.000Z',
        to: '2026-03-03T16:00:00.000Z',
        deputyId: null,
        deputyName: '',
      },
    ])
    expect(
      (await app.as(colleague).delete(`/staff/${colleague.id}/absences/${own.body.id}`)).problem.code,
    ).toBe('people.absenceNotFound')
    expect((await app.as(manager).delete(`/staff/${person.id}/absences/${own.body.id}`)).status).toBe(204)
    expect(await onDuty()).toBe(true)
    const backwards = await app
      .as(person)
      .post(`/staff/${person.id}/absences`, { from: days.to, to: days.from })
    expect(backwards.problem.code).toBe('people.absenceBackwards')
  })
})
