import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Connection } from '#contracts/channels/connect'
import { startApp, type TestApp } from '#test/app'
import type { MadeStaff } from '#test/make'
import { openEleme } from '../../../test/simulators/eleme.ts'
import { startMail } from '../../../test/simulators/mail.ts'
import { openService } from '../../../test/simulators/simulated-http.ts'
import { callService } from './tools.ts'

let app: TestApp
let admin: MadeStaff
beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00:00+08:00' })
  await app.make.shop()
  admin = await app.make.staff({ role: 'admin' })
})
afterAll(() => app.close())

async function channelOf(kind: string, settings: object) {
  const made = await app.as(admin).post<z.infer<typeof Connection>>('/channels', { kind, name: kind })
  const save = (more: object) => app.as(admin).put(`/channels/${made.body.id}/connection`, { settings: more })
  const saved = await save(settings)
  expect(saved.status, saved.text).toBe(200)
  return save
}

test('another host never gets a secret that was entered for the first one', async () => {
  const real = await openEleme()
  const heard: string[] = []
  const thief = await openService(async (request, body) => {
    heard.push(`${request.headers.authorization} ${body}`)
    return { status: 200, body: {} }
  })
  const save = await channelOf('eleme', real.settings)
  const refused = await save({ base: thief.url })
  expect(refused.problem).toMatchObject({ code: 'channels.settingWrong', status: 422, field: 'secret' })
  expect(refused.problem.detail).toContain('重新填')
  expect((await save({ base: `${real.settings.base}/`, shops: ['1=X'] })).status).toBe(200)
  expect((await save({ base: thief.url, secret: 'another-one' })).status).toBe(200)
  await app.sweep()
  expect(heard.join('\n')).not.toContain(Buffer.from(`an-app-key:${real.secret}`).toString('base64'))
  await Promise.all([real.close(), thief.close()])
})

test('a mailbox that moves to another server, or another port, is asked for its password', async () => {
  const mail = await startMail()
  const settings: Record<string, unknown> = mail.settings()
  const save = await channelOf('email', settings)
  const { password: _kept, ...rest } = settings
  for (const moved of [{ imapHost: 'localhost' }, { smtpPort: 2525 }, { provider: 'qq', imapHost: '' }])
    expect((await save({ ...rest, ...moved })).problem, JSON.stringify(moved)).toMatchObject({
      field: 'password',
    })
  expect((await save({ ...rest, senderName: '客服' })).status).toBe(200)
  await mail.stop()
})

test('one more host of recordings asks for what is sent there, and for nothing else', async () => {
  const recordings = { recordingHosts: ['rec.example.com'], recordingAuthorization: 'Bearer abcdef' }
  const save = await channelOf('phone', { mode: 'webhook', secret: 'a-secret-of-the-phone', ...recordings })
  expect((await save({ recordingHosts: ['rec.example.com', 'thief.example'] })).problem).toMatchObject({
    field: 'recordingAuthorization',
  })
  expect((await save({ recordingHosts: [] })).status).toBe(200)
})

test.each([
  ['http://169.254.169.254', 'base'],
  ['http://[fe80::1]', 'base'],
  ['http://[::ffff:169.254.169.254]', 'base'],
  ['http://0.0.0.0:8080', 'base'],
  ['http://100.100.100.200', 'base'],
])('%s is no address of a service', async (base, field) => {
  const given = { appKey: 'k', secret: 'a-secret', shops: [] }
  const save = await channelOf('eleme', given)
  const refused = await save({ base, secret: 'a-secret' })
  expect(refused.problem).toMatchObject({ code: 'channels.settingWrong', field })
  await expect(callService(base)).rejects.toMatchObject({ code: 'refusedAddress' })
})

test('a telephone exchange may stand in the house’s own network', async () => {
  const given = { mode: 'ami', host: '192.168.1.20', user: 'huiyin', password: 'a-password' }
  const save = await channelOf('phone', given)
  expect((await save({ host: '10.0.0.5', password: 'a-password' })).status).toBe(200)
  expect((await save({ host: '169.254.1.1', password: 'a-password' })).problem).toMatchObject({
    field: 'host',
  })
})

test('a redirect is not followed, wherever it leads', async () => {
  const service = await openService(async () => ({
    status: 302,
    headers: { location: 'http://169.254.169.254/latest/meta-data/' },
    body: '',
  }))
  await expect(callService(service.url)).rejects.toMatchObject({ code: 'unreachable' })
  await service.close()
})
