import { v4 as uuidv4 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Receipt } from '#contracts/channels'
import type { Progress, Ticket } from '#contracts/tickets'
import type { RevisitPage, RevisitSheet, TicketRevisits } from '#contracts/tickets/followup'
import { startApp, type TestApp } from '#test/app'
import { everyDay, type MadeShop, type MadeStaff } from '#test/make'

/** Playbook of milk tea: P2 is phoned after 1 day and asked after 7, P3 asked after 3, an emergency phoned after 1, 7, 30. Calls 10:00–20:30, tries 3, again after 20 h. */
let app: TestApp
let shop: MadeShop
let slug: string
let people: Record<'agent' | 'lead' | 'manager' | 'quality' | 'region', MadeStaff>
const WEEKDAYS = everyDay(['09:00', '18:00']).map((day, i) => (i < 5 ? day : [])) as never

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T15:00+08:00' })
  shop = await app.make.shop()
  people = {
    agent: await app.make.staff({ role: 'agent', duty: WEEKDAYS }),
    lead: await app.make.staff({ role: 'lead' }),
    manager: await app.make.staff({ role: 'shop_manager', shop }),
    quality: await app.make.staff({ role: 'quality' }),
    region: await app.make.staff({ role: 'region_manager', regionId: shop.regionId }),
  }
  const made = await app
    .as(people.manager)
    .post('/codes', { shopId: shop.id, place: 'table', labels: ['A07'] })
  slug = (made.body as { slug: string }[])[0]!.slug
})
afterAll(() => app.close())

type Told = { id: string; token: string }
const read = async (id: string) =>
  (await app.as(people.lead).get(`/tickets/${id}`)).body as z.infer<typeof Ticket>
const visitsOf = async (id: string) =>
  ((await app.as(people.lead).get(`/tickets/${id}/revisits`)).body as TicketRevisits).visits
const page = async (token: string) => (await app.anonymous.get(`/public/progress/${token}`)).body as Progress
const facts = async (id: string) =>
  (
    (await app.as(people.lead).get(`/tickets/${id}/entries`)).body as {
      entries: { fact: string; text: string }[]
    }
  ).entries
const calls = async (who: MadeStaff, more = '') =>
  ((await app.as(who).get(`/revisits?${more}`)).body as z.infer<typeof RevisitPage>).rows
const at = async (iso: string) => {
  app.setNow(iso)
  await app.sweep()
}

async function tell(content: string, more: Record<string, unknown> = {}): Promise<Told> {
  const sent = await app.anonymous.post<Receipt>(`/public/forms/${slug}/feedback`, {
    submissionId: uuidv4(),
    content,
    mood: 'bad',
    contact: '13800001234',
    locale: 'zh-CN',
    ...more,
  })
  const { id } = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx
      .selectFrom('tickets.ticket')
      .select('id')
      .where('number', '=', Number(sent.body.number.slice(3)))
      .executeTakeFirstOrThrow(),
  )
  return { id, token: sent.body.progress.slice(3) }
}

/** A closed complaint of this priority. */
async function closed(priority: 'P2' | 'P3', more: Record<string, unknown> = {}): Promise<Told> {
  const told = await tell('珍珠是硬的，嚼不动', more)
  const severity = priority === 'P2' ? 3 : 2
  const triage = { kind: 'complaint', categories: ['drink.toppings'], severity, impact: 1, reason: '' }
  const judged = await app.as(people.lead).put(`/tickets/${told.id}/triage`, triage)
  expect(judged.body).toMatchObject({ priority })
  await close(told)
  return told
}

/** Everything the playbook wants to know is known, a solution is offered, and it is closed. */
async function close({ id }: Told): Promise<void> {
  const lead = app.as(people.lead)
  const found = { cause: 'order_misread', measure: '出杯前再念一遍单' }
  await lead.put(`/tickets/${id}/investigation`, found)
  await lead.put(`/tickets/${id}/proposal`, { text: '补做一杯，原单退款' })
  const done = await lead.put(`/tickets/${id}/closure`, { note: '顾客收下了' })
  expect(done.status, done.text).toBe(200)
}

describe('planning', () => {
  test('a closed complaint is revisited as the playbook says, and the ticket says so', async () => {
    const told = await closed('P2')
    expect(await visitsOf(told.id)).toMatchObject([
      { afterDays: 1, means: 'phone', state: 'planned', plannedAt: '2026-03-03T07:00:00.000Z', cycle: 1 },
      { afterDays: 7, means: 'written', state: 'planned', plannedAt: '2026-03-09T07:00:00.000Z' },
    ])
    expect((await facts(told.id)).map((e) => e.fact)).toContain('revisits_planned')
  })

  test('without a phone number it is asked in writing', async () => {
    const told = await closed('P2', { contact: 'lin@example.com' })
    expect((await visitsOf(told.id)).map((v) => v.means)).toEqual(['written', 'written'])
  })

  test('silence plans too; what is set aside is left alone', async () => {
    const silent = await tell('等了四十分钟，叫号也没人理')
    await app.as(people.lead).put(`/tickets/${silent.id}/proposal`, { text: '下次请您免排队。' })
    const aside = await tell('啊啊啊啊啊')
    await app.as(people.lead).put(`/tickets/${aside.id}/set-aside`, { reason: 'spam' })
    await at('2026-03-07T15:01+08:00')
    expect(await read(silent.id)).toMatchObject({ status: 'closed' })
    expect(await visitsOf(silent.id)).not.toEqual([])
    expect(await visitsOf(aside.id)).toEqual([])
  })

  test('reopening takes away what is planned, the next end plans anew', async () => {
    app.setNow('2026-03-09T10:00+08:00')
    const told = await closed('P3')
    await app.as(people.lead).delete(`/tickets/${told.id}/closure`, { reason: '顾客说珍珠还是硬' })
    expect(await visitsOf(told.id)).toMatchObject([{ state: 'cancelled', can: [] }])
    await close(told)
    expect((await visitsOf(told.id)).filter((v) => v.state === 'planned')).toMatchObject([
      { cycle: 2, afterDays: 1, means: 'phone' },
      { cycle: 2, afterDays: 14, means: 'written' },
    ])
  })
})

describe('a call', () => {
  test('is given to somebody present with the least to phone, with a deadline in the own list', async () => {
    app.setNow('2026-03-10T15:00+08:00')
    const told = await closed('P2')
    await at('2026-03-11T15:00:01+08:00')
    const [call] = await calls(people.agent, 'mine=true').then((all) =>
      all.filter((c) => c.ticketId === told.id),
    )
    expect(call).toMatchObject({
      state: 'due',
      overdue: false,
      owner: { id: people.agent.id },
      can: ['record', 'cancel'],
    })
    expect(call!.dueAt).toBe('2026-03-11T12:30:00.000Z')
    expect((await read(told.id)).openTasks).toBe(1)
    app.setNow('2026-03-11T20:31+08:00')
    expect((await calls(people.lead)).find((c) => c.id === call!.id)?.overdue).toBe(true)
    const sheet = (await app.as(people.agent).get(`/revisits/${call!.id}`)).body as RevisitSheet
    expect(sheet.script).toContain(people.agent.name)
    expect(sheet.facts).toMatchObject({ complaint: '珍珠是硬的，嚼不动', solution: '补做一杯，原单退款' })
    expect(sheet.contact).toContain('138****')
  })

  test('not reached, it comes again within the hours, and after the last try it is given up', async () => {
    app.setNow('2026-03-12T11:00+08:00')
    const told = await closed('P2')
    await at('2026-03-13T11:00:01+08:00')
    const [call] = await visitsOf(told.id)
    const record = (outcome: string) =>
      app.as(people.agent).put<RevisitSheet>(`/revisits/${call!.id}/result`, { outcome, words: '响了没接' })
    app.setNow('2026-03-13T11:30+08:00')
    // 20 hours later is 07:30 on Saturday: one phones from 10:00, and the agent is back on Monday at 09:00.
    expect((await record('missed')).body).toMatchObject({
      state: 'planned',
      plannedAt: '2026-03-14T02:00:00.000Z',
      tries: [{ outcome: 'missed', by: people.agent.name, words: '响了没接' }],
    })
    expect((await read(told.id)).openTasks).toBe(0)
    expect((await record('missed')).problem.code).toBe('revisit.notDue')
    await at('2026-03-14T10:00:01+08:00')
    expect((await visitsOf(told.id))[0]).toMatchObject({
      state: 'planned',
      plannedAt: '2026-03-16T02:00:00.000Z',
    })
    await at('2026-03-16T10:00:01+08:00')
    expect((await record('missed')).body).toMatchObject({
      state: 'planned',
      plannedAt: '2026-03-17T02:00:00.000Z',
    })
    await at('2026-03-17T10:00:01+08:00')
    expect((await record('missed')).body).toMatchObject({
      state: 'unreachable',
      result: 'unreachable',
      can: [],
    })
    expect((await facts(told.id)).map((e) => e.fact)).toEqual(
      expect.arrayContaining(['revisit_missed', 'revisit_unreachable']),
    )
    expect((await calls(people.lead, 'view=done')).map((c) => c.id)).toContain(call!.id)
  })

  test('at another time, if the customer wants it so', async () => {
    app.setNow('2026-03-17T11:00+08:00')
    const told = await closed('P2')
    await at('2026-03-18T11:00:01+08:00')
    const [call] = await visitsOf(told.id)
    const url = `/revisits/${call!.id}/result`
    const past = { outcome: 'later', nextAt: '2026-03-18T02:00:00Z', words: '' }
    expect((await app.as(people.agent).put(url, past)).problem).toMatchObject({
      code: 'revisit.timeUnfit',
      field: 'nextAt',
    })
    const wish = { outcome: 'later', nextAt: '2026-03-21T13:30:00Z', words: '周六晚上再打' }
    expect((await app.as(people.agent).put(url, wish)).body).toMatchObject({
      state: 'planned',
      plannedAt: '2026-03-21T13:30:00.000Z',
    })
    await at('2026-03-21T21:30:01+08:00')
    // On Saturday night only others are there: the customer's time is kept all the same.
    expect((await visitsOf(told.id))[0]).toMatchObject({ state: 'due' })
  })

  test('a content customer’s stars become the judgement of the handling', async () => {
    app.setNow('2026-03-23T11:00+08:00')
    const told = await closed('P2')
    await at('2026-03-24T11:00:01+08:00')
    const [call] = await visitsOf(told.id)
    const said = { outcome: 'content', stars: 4, words: '新的那杯可以' }
    const saved = await app.as(people.agent).put(`/revisits/${call!.id}/result`, said)
    expect(saved.body).toMatchObject({
      state: 'done',
      result: 'content',
      stars: 4,
      doneBy: people.agent.name,
    })
    expect(await read(told.id)).toMatchObject({
      status: 'closed',
      rating: { stars: 4, words: '新的那杯可以' },
      openTasks: 0,
    })
  })

  test('a customer who is not content has it opened again, higher up, and is watched until it is solved', async () => {
    app.setNow('2026-03-25T11:00+08:00')
    const told = await closed('P2')
    const before = await read(told.id)
    await at('2026-03-26T11:00:01+08:00')
    const [call] = await visitsOf(told.id)
    const url = `/revisits/${call!.id}/result`
    const wrong = { outcome: 'not_content', reason: 'no_such', words: '还是硬' }
    expect((await app.as(people.agent).put(url, wrong)).problem.code).toBe('revisit.reasonUnknown')
    const said = { outcome: 'not_content', reason: 'not_solved', words: '第二天去买还是硬的，退款也没到' }
    expect((await app.as(people.agent).put(url, said)).body).toMatchObject({
      state: 'done',
      result: 'not_content',
    })
    const again = await read(told.id)
    expect(again).toMatchObject({ status: 'assigned', cycle: 2 })
    expect(again.assignee?.id).not.toBe(before.assignee?.id)
    expect((await facts(told.id)).map((e) => e.text)).toContain('第二天去买还是硬的，退款也没到')
    expect((await visitsOf(told.id)).map((v) => v.state)).toEqual(['done', 'cancelled'])
    await close(told)
    expect((await visitsOf(told.id)).filter((v) => v.cycle === 2)).toMatchObject([
      { afterDays: 1, means: 'phone', state: 'planned' },
      { afterDays: 14, means: 'written', state: 'planned' },
    ])
  })

  test('of somebody who leaves goes to a colleague, in the work list too', async () => {
    app.setNow('2026-03-30T11:00+08:00')
    const leaving = await app.make.staff({ role: 'agent', name: '要走的同事' })
    const told = await closed('P2')
    await at('2026-03-31T11:00:01+08:00')
    const [call] = await visitsOf(told.id)
    expect(call!.owner?.id).toBe(leaving.id)
    await app.services.db.inBrand(shop.brandId, (tx) =>
      tx.updateTable('people.staff').set({ state: 'locked' }).where('id', '=', leaving.id).execute(),
    )
    await at('2026-03-31T11:02+08:00')
    const [now] = await visitsOf(told.id)
    expect(now!.owner?.id).not.toBe(leaving.id)
    expect((await calls(people.lead)).find((c) => c.id === call!.id)?.owner?.id).toBe(now!.owner?.id)
  })
})

describe('a written question', () => {
  async function asked(): Promise<Told & { revisit: string }> {
    const told = await closed('P3')
    const later = new Date(app.services.now().getTime() + 3 * 86_400_000 + 1000)
    await at(later.toISOString())
    const { revisit } = await page(told.token)
    return { ...told, revisit: revisit!.id }
  }

  test('comes in the customer’s channel with the link, and is answered with two taps', async () => {
    app.setNow('2026-04-01T12:00+08:00')
    const told = await asked()
    const shown = await page(told.token)
    expect(shown.revisit).toEqual({ id: told.revisit, answer: null })
    expect(shown.messages.at(-1)?.text).toContain(`/t/${told.token}`)
    const body = { id: told.revisit, content: true, stars: 5, words: '都好' }
    const answered = await app.anonymous.put<Progress>(`/public/progress/${told.token}/revisit`, body)
    expect(answered.body).toMatchObject({
      state: 'closed',
      revisit: { answer: 'content' },
      rating: { stars: 5 },
    })
    expect((await visitsOf(told.id))[0]).toMatchObject({
      state: 'done',
      result: 'content',
      doneBy: '',
      words: '都好',
    })
  })

  test('answering twice changes nothing', async () => {
    app.setNow('2026-04-06T12:00+08:00')
    const told = await asked()
    const bad = { id: told.revisit, content: false, words: '冰还是多' }
    const put = (body: object) => app.anonymous.put<Progress>(`/public/progress/${told.token}/revisit`, body)
    const first = await Promise.all([put(bad), put(bad), put(bad)])
    expect(first.map((r) => r.status)).toEqual([200, 200, 200])
    expect((await put({ ...bad, content: true })).body).toMatchObject({ revisit: { answer: 'not_content' } })
    expect(await read(told.id)).toMatchObject({ cycle: 2, status: 'assigned' })
    expect((await page(told.token)).messages.filter((m) => m.text === '冰还是多')).toHaveLength(1)
  })

  test('a bad answer opens it again however long ago that was', async () => {
    app.setNow('2026-04-13T12:00+08:00')
    const told = await asked()
    await at('2026-06-30T12:00+08:00')
    expect((await visitsOf(told.id))[0]).toMatchObject({ state: 'done', result: 'no_answer' })
    expect((await page(told.token)).can).not.toContain('reopen')
    const body = { id: told.revisit, content: false, reason: 'refund_missing', words: '' }
    const answered = await app.anonymous.put<Progress>(`/public/progress/${told.token}/revisit`, body)
    expect(answered.body.revisit).toEqual({ id: told.revisit, answer: 'not_content' })
    expect(await read(told.id)).toMatchObject({ cycle: 2, status: 'assigned' })
  })

  test('is over once the matter has gone on without it, and is nobody else’s', async () => {
    app.setNow('2026-07-01T12:00+08:00')
    const told = await asked()
    const other = await asked()
    await app.as(people.lead).delete(`/tickets/${told.id}/closure`, { reason: '门店来电说没办好' })
    const put = (token: string, id: string) =>
      app.anonymous.put(`/public/progress/${token}/revisit`, { id, content: true })
    expect((await put(told.token, told.revisit)).problem.code).toBe('revisit.over')
    expect((await put(told.token, other.revisit)).problem.code).toBe('revisit.notFound')
    expect((await page(told.token)).revisit).toBeNull()
  })
})

describe('by hand', () => {
  test('one more is added, made at once or cancelled with a reason; not while the ticket is open', async () => {
    app.setNow('2026-08-03T12:00+08:00')
    const told = await tell('吸管漏气')
    const lead = app.as(people.lead)
    const add = (means: string, iso: string) =>
      lead.post<TicketRevisits>(`/tickets/${told.id}/revisits`, { means, at: iso })
    expect((await add('phone', '2026-08-10T02:00:00Z')).problem.code).toBe('revisit.notClosed')
    await close(told)
    expect((await add('phone', '2026-08-01T02:00:00Z')).problem.code).toBe('revisit.timeUnfit')
    const added = await add('phone', '2026-09-10T02:00:00Z')
    const mine = added.body.visits.find((v) => v.afterDays === null)!
    expect(mine).toMatchObject({ means: 'phone', state: 'planned', can: ['advance', 'move', 'cancel'] })
    const advanced = await lead.put<RevisitSheet>(`/revisits/${mine.id}/time`, {})
    expect(advanced.body).toMatchObject({ state: 'due', owner: { id: people.agent.id } })
    const gone = await lead.put<RevisitSheet>(`/revisits/${mine.id}/cancellation`, {
      reason: '顾客请我们别再打',
    })
    expect(gone.body).toMatchObject({ state: 'cancelled', words: '顾客请我们别再打' })
    expect((await read(told.id)).openTasks).toBe(0)
    expect((await lead.put(`/revisits/${mine.id}/cancellation`, { reason: '再来一次' })).problem.code).toBe(
      'revisit.over',
    )
  })

  test('whom it is about does not phone in the own case', async () => {
    app.setNow('2026-08-05T12:00+08:00')
    const told = await closed('P2')
    await app.services.db.inBrand(shop.brandId, (tx) =>
      tx
        .updateTable('tickets.ticket')
        .set({ accused_id: people.agent.id })
        .where('id', '=', told.id)
        .execute(),
    )
    await at('2026-08-06T12:00:01+08:00')
    const [call] = await visitsOf(told.id)
    expect(call!.owner?.id).not.toBe(people.agent.id)
    const said = { outcome: 'content', words: '' }
    const answer = await app.as(people.agent).put(`/revisits/${call!.id}/result`, said)
    expect(answer.problem.code).toBe('investigation.ownCase')
  })
})

test('the list goes page by page, and counts what waits', async () => {
  const rows = await calls(people.lead, 'limit=1')
  const first = (await app.as(people.lead).get(`/revisits?limit=1`)).body as z.infer<typeof RevisitPage>
  expect(rows).toHaveLength(1)
  const second = (await app.as(people.lead).get(`/revisits?limit=1&cursor=${first.next}`)).body as z.infer<
    typeof RevisitPage
  >
  expect(second.rows[0]?.id).not.toBe(first.rows[0]?.id)
  expect((await app.as(people.lead).get('/revisits?cursor=xx')).status).toBe(400)
  const counts = (await app.as(people.lead).get('/revisits/counts')).body
  expect(counts).toMatchObject({ due: (await calls(people.lead, 'limit=100')).length })
})
