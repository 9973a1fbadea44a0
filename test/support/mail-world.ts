import { expect } from 'vitest'
import type { z } from 'zod'
import type { Connection, StrayList } from '#contracts/channels/connect'
import type { EntryPage, Ticket } from '#contracts/tickets'
import { type MailServers, mailText, startMail } from '../simulators/mail.ts'
import { startApp } from './app.ts'

const NOON = '2026-03-02T12:00:00+08:00'

/** A brand with one mailbox that is connected to simulated servers, and hands to use both like a customer and like staff. */
export type MailWorld = Awaited<ReturnType<typeof openMailWorld>>

export async function openMailWorld() {
  const app = await startApp({ now: NOON })
  const mail: MailServers = await startMail()
  await app.make.shop()
  const admin = await app.make.staff({ role: 'admin' })
  const agent = await app.make.staff({ role: 'agent' })
  const made = await app
    .as(admin)
    .post<z.infer<typeof Connection>>('/channels', { kind: 'email', name: '客服邮箱' })
  const channelId = made.body.id
  const save = (settings: object) =>
    app.as(admin).put(`/channels/${channelId}/connection`, { settings: { ...mail.settings(), ...settings } })
  const saved = await save({})
  expect(saved.status, saved.text).toBe(200)
  await app.sweep()
  let minutes = 0

  const ticket = async (id: string) => {
    const { body } = await app.as(agent).get<z.infer<typeof Ticket>>(`/tickets/${id}`)
    const { entries } = (await app.as(agent).get<z.infer<typeof EntryPage>>(`/tickets/${id}/entries`)).body
    const said = entries.filter((e) => e.kind === 'message_in').map((e) => e.text)
    return { ...body, entries, said }
  }
  const world = {
    app,
    mail,
    admin,
    channelId,
    save,
    ticket,
    /** Later, with everything done that is due by then. */
    later: async (by = 10) => {
      minutes += by
      app.setNow(new Date(Date.parse(NOON) + minutes * 60_000).toISOString())
      await app.sweep()
    },
    receive: (...given: Parameters<typeof mailText>) =>
      mail.imap.receive(mailText(...given), app.services.now()),
    ticketsOf: async (text: string) => {
      const rows = await app.services.db.inBrand(admin.brandId, (tx) =>
        tx.selectFrom('tickets.ticket').select('id').where('content', '=', text).execute(),
      )
      return Promise.all(rows.map(({ id }) => ticket(id)))
    },
    /** The ticket that a mail of these words opens. */
    opened: async (text: string, from = 'guest@mail.test', more = {}) => {
      world.receive({ subject: '退款', text, from, ...more })
      await world.later()
      const [found, ...others] = await world.ticketsOf(text)
      expect(others).toEqual([])
      return found!
    },
    reply: (id: string, text: string) => app.as(agent).post(`/tickets/${id}/replies`, { text }),
    health: async () =>
      (await app.as(admin).get<z.infer<typeof Connection>>(`/channels/${channelId}/connection`)).body.health,
    strays: async () =>
      (await app.as(admin).get<z.infer<typeof StrayList>>(`/channels/strays?channel=${channelId}`)).body
        .messages,
    check: async () =>
      (
        await app
          .as(admin)
          .post<{ ok: boolean; steps: { step: string; fault: string }[] }>(`/channels/${channelId}/test`, {})
      ).body,
    close: async () => {
      await mail.stop()
      await app.close()
    },
  }
  return world
}
