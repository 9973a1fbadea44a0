import { expect } from 'vitest'
import type { z } from 'zod'
import type { CheckResult, Connection, DeadLetterList, StrayList } from '#contracts/channels/connect'
import type { EntryPage, Ticket } from '#contracts/tickets'
import type { TestApp } from './app.ts'
import type { MadeStaff } from './make.ts'

export type Ticketed = z.infer<typeof Ticket> & { entries: z.infer<typeof EntryPage>['entries'] }
export type Connected = Awaited<ReturnType<typeof connectChannel>>

/** A channel of this kind, made and connected as an administrator does it in the console. */
export async function connectChannel(
  app: TestApp,
  { admin, agent }: { admin: MadeStaff; agent: MadeStaff },
  kind: string,
  settings: Record<string, unknown>,
) {
  const as = app.as(admin)
  const reader = app.as(agent)
  const made = await as.post<z.infer<typeof Connection>>('/channels', { kind, name: `${kind} 渠道` })
  expect(made.status, made.text).toBe(201)
  const { id, hookUrl } = made.body
  const save = (more: Record<string, unknown>) => as.put(`/channels/${id}/connection`, { settings: more })
  const saved = await save(settings)
  expect(saved.status, saved.text).toBe(200)
  const connection = async () => (await as.get<z.infer<typeof Connection>>(`/channels/${id}/connection`)).body
  return {
    id,
    hookUrl,
    save,
    connection,
    health: async () => (await connection()).health,
    test: async () => (await as.post<z.infer<typeof CheckResult>>(`/channels/${id}/test`)).body,
    strays: async () =>
      (await as.get<z.infer<typeof StrayList>>(`/channels/strays?channel=${id}`)).body.messages,
    dead: async () =>
      (await as.get<z.infer<typeof DeadLetterList>>('/channels/letters')).body.letters.filter(
        (l) => l.channel.id === id,
      ),
    /** What the service pushes to an address below the channel's own. */
    push: (
      path: string,
      payload: string | Buffer,
      headers: Record<string, string> = { 'content-type': 'application/x-www-form-urlencoded' },
    ) =>
      app.server.inject({
        method: 'POST',
        url: new URL(hookUrl).pathname + path,
        headers,
        payload,
      }),
    call: (pathAndQuery: string) =>
      app.server.inject({ method: 'GET', url: new URL(hookUrl).pathname + pathAndQuery }),
    count: async (like: string): Promise<number> => {
      const rows = await app.services.db.inBrand(admin.brandId, (tx) =>
        tx
          .selectFrom('tickets.ticket')
          .select('id')
          .where('channel_id', '=', id)
          .where('content', 'like', like)
          .execute(),
      )
      return rows.length
    },
    /** Its tickets in the order of their coming, with their timelines; of those words only when they are given. */
    tickets: async (content?: string): Promise<Ticketed[]> => {
      const rows = await app.services.db.inBrand(admin.brandId, (tx) => {
        const all = tx.selectFrom('tickets.ticket').select('id').where('channel_id', '=', id).orderBy('id')
        return (content === undefined ? all : all.where('content', '=', content)).execute()
      })
      return Promise.all(
        rows.map(async (row) => ({
          ...(await reader.get<z.infer<typeof Ticket>>(`/tickets/${row.id}`)).body,
          entries: (await reader.get<z.infer<typeof EntryPage>>(`/tickets/${row.id}/entries`)).body.entries,
        })),
      )
    },
  }
}

/** What the customer said in a ticket, in its order. */
export const saidIn = (ticket: Ticketed | undefined): string[] =>
  (ticket?.entries ?? []).filter((e) => e.kind === 'message_in').map((e) => e.text)

/** How our own messages fared: text and state. */
export const sentIn = (ticket: Ticketed | undefined): [string, string][] =>
  (ticket?.entries ?? []).filter((e) => e.kind === 'message_out').map((e) => [e.text, e.delivery])
