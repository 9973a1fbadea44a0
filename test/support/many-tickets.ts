import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { TestApp } from './app.ts'
import type { MadeShop } from './make.ts'

let hosts = 0

/** Sends one feedback at a code of the shop, as a customer; gives the ticket's id. */
export async function sendFeedback(
  app: TestApp,
  shop: MadeShop,
  content: string,
  more: Record<string, unknown> = {},
): Promise<string> {
  const admin = app.as(await adminOf(app, shop))
  const label = `T${randomUUID().slice(0, 8)}`
  const codes = await admin.post<{ slug: string }[]>('/codes', {
    shopId: shop.id,
    place: 'table',
    labels: [label],
  })
  hosts += 1
  const sent = await app.anonymous.post<{ number: string }>(
    `/public/forms/${codes.body[0]!.slug}/feedback`,
    { submissionId: randomUUID(), content, mood: 'bad', locale: 'zh-CN', ...more },
    { ip: `10.9.${(hosts >> 8) & 255}.${hosts & 255}` },
  )
  if (sent.status !== 201) throw new Error(`no ticket was opened: ${sent.text}`)
  const number = Number(sent.body.number.slice(3))
  const { id } = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.selectFrom('tickets.ticket').select('id').where('number', '=', number).executeTakeFirstOrThrow(),
  )
  return id
}

const admins = new WeakMap<TestApp, Map<string, Promise<{ id: string; brandId: string }>>>()

function adminOf(app: TestApp, shop: MadeShop): Promise<{ id: string; brandId: string }> {
  const known = admins.get(app) ?? new Map<string, Promise<{ id: string; brandId: string }>>()
  admins.set(app, known)
  const brand = { id: shop.brandId, name: '', regionId: shop.regionId }
  const admin = known.get(shop.brandId) ?? app.make.staff({ role: 'admin', brand })
  known.set(shop.brandId, admin)
  return admin
}

/** So many tickets like this one, each a minute older than the last; with their clocks and words. Gives their ids, newest first. */
export async function copyTicket(
  app: TestApp,
  brandId: string,
  id: string,
  count: number,
): Promise<string[]> {
  return app.services.db.inBrand(brandId, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      with made as (select gen_random_uuid() as id, n from generate_series(1, ${count}::int) n),
      t as (insert into tickets.ticket (brand_id, id, token_hash, status, kind, categories, severity, impact, priority, triage, title, excerpt, content,
          fields, customer_name, channel_id, channel_kind, shop_id, place, locale, playbook_version_id, rule_index, team, assignee_id, due_at, due_metric,
          opened_at, updated_at)
        select s.brand_id, m.id, decode(md5(m.id::text) || md5(m.n::text), 'hex'), s.status, s.kind, s.categories, s.severity, s.impact, s.priority, s.triage,
          s.title || ' ' || m.n, s.excerpt, s.content, s.fields, s.customer_name, s.channel_id, s.channel_kind, s.shop_id, s.place, s.locale,
          s.playbook_version_id, s.rule_index, s.team, s.assignee_id, s.due_at, s.due_metric,
          s.opened_at - m.n * interval '1 minute', s.updated_at - m.n * interval '1 minute'
        from made m, tickets.ticket s where s.id = ${id}::uuid returning brand_id, id, opened_at),
      c as (insert into tickets.clock (brand_id, ticket_id, cycle, metric, state, target_min, calendar, started_at, due_at, warn_at, next_at)
        select t.brand_id, t.id, c.cycle, c.metric, c.state, c.target_min, c.calendar, c.started_at, c.due_at, c.warn_at, c.next_at
        from t, tickets.clock c where c.ticket_id = ${id}::uuid),
      w as (insert into tickets.search (brand_id, ticket_id, opened_at, words)
        select t.brand_id, t.id, t.opened_at, s.words from t, tickets.search s where s.ticket_id = ${id}::uuid)
      select id from t order by opened_at desc`.execute(tx)
    return rows.map((row) => row.id)
  })
}
