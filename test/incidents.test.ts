import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Room, TimelinePage } from '#contracts/incidents'
import type { IncidentOfTicket, IncidentRecord } from '#contracts/incidents/record'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { tell } from '#test/told'

const NOON = '2026-03-02T12:00:00+08:00'
const NOON_UTC = '2026-03-02T04:00:00.000Z'
const ILL = '喝完你们的红豆奶茶又吐又拉，进医院了，医生说是食物中毒'

let app: TestApp
let shop: MadeShop
let people: Record<'quality' | 'lead' | 'region' | 'manager' | 'marketing' | 'executive' | 'agent', MadeStaff>

beforeAll(async () => {
  app = await startApp({ now: NOON })
  shop = await app.make.shop({ name: '西湖店' })
  people = {
    quality: await app.make.staff({ role: 'quality', name: '李品控', onDuty: true }),
    lead: await app.make.staff({ role: 'lead', name: '陈主管', onDuty: true }),
    region: await app.make.staff({ role: 'region_manager', name: '赵区域', onDuty: true }),
    manager: await app.make.staff({ role: 'shop_manager', shop, name: '王店长', onDuty: true }),
    marketing: await app.make.staff({ role: 'marketing', name: '周市场', onDuty: true }),
    executive: await app.make.staff({ role: 'executive', name: '吴总', onDuty: true }),
    agent: await app.make.staff({ role: 'agent', name: '孙客服', onDuty: true }),
  }
})
afterAll(() => app.close())
beforeEach(() => app.setNow(NOON))

const later = (seconds: number) =>
  app.setNow(new Date(app.services.now().getTime() + seconds * 1000).toISOString())
const read = async (id: string, who = people.quality) =>
  (await app.as(who).get<Room>(`/incidents/${id}`)).body
const facts = async (id: string) =>
  (await app.as(people.quality).get<z.infer<typeof TimelinePage>>(`/incidents/${id}/timeline`)).body.entries
const openFor = async (ticketId: string, who = people.agent) =>
  app.as(who).post<Room>('/incidents', { source: 'ticket', ticketIds: [ticketId] })

test('one tap on a ticket opens the room of its plan, with clocks, people called and the shop', async () => {
  const ticket = await tell(app, shop, ILL)
  const { status, body: room } = await openFor(ticket.id)
  expect(status, JSON.stringify(room)).toBe(201)
  expect(room).toMatchObject({ number: 'I-1', kind: 'food_safety', status: 'open', drill: false })
  expect(room.involved.map((s) => s.name)).toEqual(['西湖店'])
  expect(room.linked.map((t) => t.id)).toEqual([ticket.id])
  const report = room.checklist.find((s) => s.law && s.dueAt === '2026-03-02T06:00:00.000Z')
  expect(report?.law?.source).toBeTruthy()
  expect(room.members.filter((m) => m.state === 'called').map((m) => m.name)).toContain('赵区域')
})

test('the same ticket again, and two who tap at once, get the one room', async () => {
  const ticket = await tell(app, shop, ILL)
  const [one, other] = await Promise.all([openFor(ticket.id), openFor(ticket.id, people.quality)])
  expect([one.status, other.status].sort()).toEqual([200, 201])
  expect(one.body.id).toBe(other.body.id)
  expect((await openFor(ticket.id, people.manager)).body.id).toBe(one.body.id)
  const of = await app.as(people.agent).get(`/tickets/${ticket.id}/incident`)
  expect(of.body).toMatchObject([{ id: one.body.id, number: one.body.number, readable: true }])
})

test('a ticket names the others of its room to whoever may see the room, and only those they may open', async () => {
  const [one, other] = [await tell(app, shop, ILL), await tell(app, shop, ILL)]
  const { body: room } = await openFor(one.id)
  await app.as(people.quality).post(`/incidents/${room.id}/tickets`, { ticketIds: [other.id] })
  const beside = async (who: typeof people.agent, id = one.id) =>
    (await app.as(who).get<IncidentOfTicket[]>(`/tickets/${id}/incident`)).body.find((r) => r.id === room.id)
  expect(await beside(people.agent)).toMatchObject({
    readable: true,
    others: 1,
    tickets: [{ id: other.id, closed: false }],
  })
  expect((await beside(people.agent, other.id))?.tickets.map(({ id }) => id)).toEqual([one.id])
  const ticketIds: string[] = []
  for (let n = 0; n < 6; n += 1) {
    later(1)
    ticketIds.push((await tell(app, shop, ILL)).id)
  }
  await app.as(people.quality).post(`/incidents/${room.id}/tickets`, { ticketIds })
  const many = await beside(people.agent)
  expect([many?.others, many?.tickets.map(({ id }) => id)]).toEqual([7, ticketIds.toReversed().slice(0, 5)])
  const stranger = await app.make.staff({ role: 'shop_staff', shop })
  await app.as(people.agent).put(`/tickets/${one.id}/assignment`, { assigneeId: stranger.id })
  expect(await beside(stranger)).toMatchObject({ readable: false, title: '', others: 0, tickets: [] })
})

test('a tap that is sent twice with its name opens one room by hand', async () => {
  const body = { source: 'hand', plan: 'food_poisoning', title: '幼儿园孩子集体不适', shopIds: [shop.id] }
  const headers = { 'idempotency-key': 'tap-0000-0001' }
  const first = await app.as(people.manager).post<Room>('/incidents', body, { headers })
  const again = await app.as(people.manager).post<Room>('/incidents', body, { headers })
  expect([first.status, again.status]).toEqual([201, 200])
  expect(again.body.id).toBe(first.body.id)
  const nothing = await app.as(people.manager).post('/incidents', { source: 'hand', plan: 'food_poisoning' })
  expect(nothing.problem.code).toBe('incidents.titleMissing')
})

test('whoever does not answer is called again with the next of the chain; one answer ends it, declining calls the next at once', async () => {
  const { body: room } = await openFor((await tell(app, shop, ILL)).id)
  const of = (r: Room, post: string) => r.members.filter((m) => m.post === post).map((m) => m.name)
  expect(of(room, 'leader')).toEqual(['赵区域'])
  expect(of(room, 'spokesperson')).toEqual(['周市场'])
  expect(
    (await app.as(people.marketing).put(`/incidents/${room.id}/answer`, { answer: 'declined' })).status,
  ).toBe(200)
  expect(of(await read(room.id), 'spokesperson')).toEqual(['周市场', '吴总'])

  later(61)
  await app.sweep()
  const second = await read(room.id)
  expect(of(second, 'leader')).toEqual(['赵区域', '吴总'])
  expect(second.members.find((m) => m.post === 'leader' && m.name === '赵区域')).toMatchObject({ calls: 2 })

  expect((await app.as(people.region).get<Room>(`/incidents/${room.id}`)).body.callsMe).toBe(true)
  await app.as(people.region).put(`/incidents/${room.id}/answer`, { answer: 'acknowledged' })
  const led = await read(room.id, people.region)
  expect(led.leader?.name).toBe('赵区域')
  expect(led.callsMe).toBe(false)
  later(3600)
  await app.sweep()
  expect(of(await read(room.id), 'leader')).toEqual(['赵区域', '吴总'])
  expect((await facts(room.id)).map((e) => e.fact)).toContain('called_again')
  const again = await app.as(people.region).put(`/incidents/${room.id}/answer`, { answer: 'acknowledged' })
  expect(again.problem.code).toBe('incidents.noCall')
})

async function led(who = people.quality) {
  const { body: room } = await app.as(who).post<Room>('/incidents', {
    source: 'hand',
    plan: 'food_poisoning',
    title: '疑似食物中毒',
    shopIds: [shop.id],
  })
  const named = { leaderId: people.region.id, spokespersonId: people.marketing.id }
  return (await app.as(people.quality).patch<Room>(`/incidents/${room.id}`, named)).body
}
const stepOf = (room: Room, fits: (step: Room['checklist'][number]) => boolean) => room.checklist.find(fits)!

describe('the checklist', () => {
  test('a step that wants proof is refused without; done, it says by whom', async () => {
    const room = await led()
    const wordy = stepOf(room, (s) => s.proof === 'words')
    const put = (body: object) =>
      app.as(people.agent).put<Room>(`/incidents/${room.id}/steps/${wordy.id}`, body)
    expect((await put({ state: 'done' })).problem.code).toBe('incidents.wordsMissing')
    const after = (await put({ state: 'done', words: '已送市一医院急诊' })).body
    expect(stepOf(after, (s) => s.id === wordy.id)).toMatchObject({
      state: 'done',
      doneBy: '孙客服',
      late: false,
    })
    expect((await put({ state: 'done', words: '再来' })).problem.code).toBe('incidents.stepClosed')
  })

  test('a tick made without a network counts by when it was made, within the room and a day; what the phone said is kept', async () => {
    const room = await led()
    const law = room.checklist.filter((s) => s.dueAt === '2026-03-02T06:00:00.000Z')
    const loose = room.checklist.filter((s) => s.proof === 'none' && !law.includes(s))
    const put = async (stepId: string, doneAt: string) => {
      const body = { state: 'done', words: '已办', doneAt }
      const { body: after } = await app
        .as(people.agent)
        .put<Room>(`/incidents/${room.id}/steps/${stepId}`, body)
      return stepOf(after, (s) => s.id === stepId)
    }
    app.setNow('2026-03-02T14:20:00+08:00')
    expect(await put(law[0]!.id, '2026-03-02T05:40:00.000Z')).toMatchObject({
      doneAt: '2026-03-02T05:40:00.000Z',
      saidAt: '2026-03-02T05:40:00.000Z',
      late: false,
    })
    expect((await facts(room.id))[0]).toMatchObject({
      at: '2026-03-02T06:20:00.000Z',
      fact: 'step_done',
      data: { doneAt: '2026-03-02T05:40:00.000Z' },
    })
    const counted = async (step: Room['checklist'][number], saidAt: string, doneAt: string) => {
      expect(await put(step.id, saidAt)).toMatchObject({ saidAt, doneAt })
      expect((await facts(room.id))[0]!.data).toMatchObject({ doneAt: saidAt, countedAt: doneAt })
    }
    await counted(loose[0]!, '2026-03-02T03:00:00.000Z', '2026-03-02T04:00:00.000Z')
    await counted(loose[1]!, '2026-03-02T07:00:00.000Z', '2026-03-02T06:20:00.000Z')
    app.setNow('2026-03-03T14:00:00+08:00')
    await counted(loose[2]!, '2026-03-02T04:30:00.000Z', '2026-03-02T06:00:00.000Z')
  })

  test('a tick whose answer was lost may be sent again by the same person; another is told that the step is closed', async () => {
    const room = await led()
    const wordy = stepOf(room, (s) => s.proof === 'words')
    const put = (who: MadeStaff, more: object = {}) => {
      const body = { state: 'done', words: '已送市一医院急诊', ...more }
      return app.as(who).put<Room>(`/incidents/${room.id}/steps/${wordy.id}`, body)
    }
    await put(people.agent)
    later(40)
    const again = await put(people.agent, { doneAt: NOON_UTC })
    expect(again.status, again.text).toBe(200)
    expect(stepOf(again.body, (s) => s.id === wordy.id)).toMatchObject({ state: 'done', doneAt: NOON_UTC })
    expect((await facts(room.id)).filter((e) => e.fact === 'step_done')).toHaveLength(1)
    expect((await put(people.region)).problem.code).toBe('incidents.stepClosed')
    expect((await put(people.agent, { state: 'left_out' })).problem.code).toBe('incidents.stepClosed')
  })

  test('a tick that waited on a phone does not close what somebody has reopened meanwhile, and says who and when', async () => {
    const room = await led()
    const step = stepOf(room, (s) => s.proof === 'none')
    const path = `/incidents/${room.id}/steps/${step.id}`
    const tick = (doneAt?: string, who = people.agent) =>
      app.as(who).put<Room>(path, { state: 'done', ...(doneAt ? { doneAt } : {}) })
    // This phone's clock is ten minutes fast.
    const fast = '2026-03-02T04:12:00.000Z'
    later(120)
    await tick(fast)
    later(120)
    expect((await app.as(people.region).delete<Room>(path)).status).toBe(200)
    later(60)
    const again = await tick(fast)
    expect([again.status, again.problem.code]).toEqual([409, 'incidents.stepReopened'])
    expect(again.problem.detail).toMatch(/^3月2日 12:04 赵区域把这一步撤回了/)
    expect((await tick('2026-03-02T04:03:00.000Z', people.manager)).problem.code).toBe(
      'incidents.stepReopened',
    )
    expect(stepOf(await read(room.id), (s) => s.id === step.id).state).toBe('open')
    const anew = await tick('2026-03-02T04:04:30.000Z', people.manager)
    expect(stepOf(anew.body, (s) => s.id === step.id)).toMatchObject({ state: 'done', doneBy: '王店长' })
    await app.as(people.region).delete(path)
    expect((await tick()).status).toBe(200)
  })

  test('a duty by law is left out by whoever leads only, with a reason', async () => {
    const room = await led()
    const law = stepOf(room, (s) => s.law !== null)
    const path = `/incidents/${room.id}/steps/${law.id}`
    const out = { state: 'left_out', words: '监管部门已先到场' }
    expect((await app.as(people.agent).put(path, out)).problem.code).toBe('incidents.stepNotOptional')
    expect((await app.as(people.region).put(path, { ...out, words: '' })).problem.code).toBe(
      'incidents.reasonMissing',
    )
    const after = (await app.as(people.region).put<Room>(path, out)).body
    expect(stepOf(after, (s) => s.id === law.id).state).toBe('left_out')
  })

  test('two hours for the report: its holders hear before, and late the executives too', async () => {
    const room = await led()
    const report = stepOf(room, (s) => s.law !== null && s.dueAt === '2026-03-02T06:00:00.000Z')
    app.setNow('2026-03-02T13:37:00+08:00')
    await app.sweep()
    expect(await noticed(room.id, 'incident_step_due')).toContain(people.region.id)
    app.setNow('2026-03-02T14:00:01+08:00')
    await app.sweep()
    const late = await noticed(room.id, 'incident_step_late')
    expect(late).toEqual(expect.arrayContaining([people.region.id, people.executive.id]))
    const now = await read(room.id)
    expect(stepOf(now, (s) => s.id === report.id).late).toBe(true)
    expect(
      (await facts(room.id)).filter((e) => e.data.step === report.key && e.fact === 'step_late'),
    ).toHaveLength(1)
  })

  test('another degree brings its steps and begins the clocks that count from it, and says so', async () => {
    const room = await led()
    const graded = (await app.as(people.region).patch<Room>(`/incidents/${room.id}`, { grade: 'serious' }))
      .body
    expect(graded.grade).toBe('serious')
    expect(stepOf(graded, ({ key }) => key === 'grade')).toMatchObject({ state: 'done', note: '严重' })
    const [told] = (await facts(room.id)).filter((e) => e.fact === 'graded')
    expect(told!.data).toMatchObject({ fromName: '个别', toName: '严重' })
    const wrong = await app.as(people.region).patch(`/incidents/${room.id}`, { grade: 'nonsense' })
    expect(wrong.problem.code).toBe('incidents.gradeUnknown')
  })
})

/** Whom the events of a room have noticed of something. */
async function noticed(incidentId: string, kind: string): Promise<string[]> {
  const rows = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.selectFrom('platform.event').select('body').where('name', '=', 'incidents.noticed').execute(),
  )
  type Body = { incidentId: string; notices: { staffId: string; kind: string }[] }
  return rows
    .map((row) => row.body as Body)
    .filter((body) => body.incidentId === incidentId)
    .flatMap((body) => body.notices.filter((n) => n.kind === kind).map((n) => n.staffId))
}

test('a decision says why; nothing of the timeline is stored in the clear', async () => {
  const room = await led()
  const path = `/incidents/${room.id}/timeline`
  const decision = { kind: 'decision', text: '西湖店今天停业', why: '两位顾客来自同一批红豆' }
  expect((await app.as(people.region).post(path, { ...decision, why: '' })).problem.code).toBe(
    'incidents.reasonMissing',
  )
  await app.as(people.region).post(path, decision)
  const [newest] = await facts(room.id)
  expect(newest).toMatchObject({
    kind: 'decision',
    by: '赵区域',
    text: decision.text,
    data: { why: decision.why },
  })
  const stored = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.selectFrom('incidents.entry').selectAll().where('id', '=', newest!.id).executeTakeFirstOrThrow(),
  )
  expect(JSON.stringify(stored)).not.toContain('红豆')
})

test('a statement: four eyes, then only the spokesperson; a changed word is approved anew', async () => {
  const room = await led()
  const base = `/incidents/${room.id}/statements`
  const [offer] = (
    await app.as(people.lead).get<{ text: string; audience: string; name: string }[]>(`${base}/offers`)
  ).body
  expect(offer!.text).toContain('西湖店')
  expect(offer!.text).not.toContain('{{')
  const draft = { audience: 'public', title: '情况说明', text: '西湖店已停售相关产品，正在核查。' }
  const made = (await app.as(people.quality).post<Room>(base, draft)).body.statements[0]!
  const one = `${base}/${made.id}`
  const put = async (who: MadeStaff, deed: string, body: object) => {
    const { version } = (await read(room.id)).statements[0]!
    return app.as(who).put<Room>(`${one}/${deed}`, { version, ...body })
  }
  const approve = (who: MadeStaff) => put(who, 'approval', { approve: true })
  const release = (who: MadeStaff) => put(who, 'release', { where: '官方微博' })
  expect((await release(people.marketing)).problem.code).toBe('incidents.statementState')
  await app.as(people.quality).post(`${one}/asks`, {})
  expect((await approve(people.quality)).problem.code).toBe('incidents.ownWords')
  expect((await approve(people.executive)).body.statements[0]).toMatchObject({
    state: 'approved',
    approvedBy: '吴总',
  })
  const changed = { read: 0, title: draft.title, text: `${draft.text}给您添麻烦了。` }
  expect((await app.as(people.agent).put<Room>(one, changed)).body.statements[0]).toMatchObject({
    state: 'draft',
    version: 2,
    approvedBy: '',
  })
  await app.as(people.agent).post(`${one}/asks`, {})
  await approve(people.executive)
  const other = await release(people.quality)
  expect([other.status, other.problem.code]).toEqual([404, 'incidents.notSpokesperson'])
  expect((await release(people.marketing)).body.statements[0]).toMatchObject({
    state: 'released',
    releasedBy: '周市场',
    releasedWhere: '官方微博',
  })
  expect((await app.as(people.agent).put(one, changed)).problem.code).toBe('incidents.statementState')
})

test('health facts of the sheet are masked for everybody, and shown for a reason that the audit keeps', async () => {
  const room = await led()
  const field = room.sheet.find((s) => s.field.sensitive)!.field
  const values = { [field.key]: '张某，腹泻三次，市一医院' }
  const saved = (await app.as(people.agent).put<Room>(`/incidents/${room.id}/sheet`, { values })).body
  expect(saved.sheet.find((s) => s.field.key === field.key)).toMatchObject({ masked: true })
  expect(JSON.stringify(await read(room.id))).not.toContain('市一医院')
  await app.as(people.agent).put(`/incidents/${room.id}/sheet`, { values: { [field.key]: '••••' } })
  const path = `/incidents/${room.id}/sheet/reveal`
  expect((await app.as(people.agent).post(path, { reason: '想看看' })).problem.code).toBe('http.notAllowed')
  const shown = await app.as(people.quality).post<Room['sheet']>(path, { reason: '向监管部门报告' })
  expect(shown.body.find((s) => s.field.key === field.key)?.value).toBe('张某，腹泻三次，市一医院')
  const kept = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx
      .selectFrom('platform.audit_entry')
      .select(['actor', 'data'])
      .where('action', '=', 'incidents.reveal')
      .where('subject_id', '=', room.id)
      .execute(),
  )
  expect(kept).toMatchObject([{ actor: '李品控', data: { reason: '向监管部门报告' } }])
})

test('what a line of the sheet was written over is kept with who wrote it when, covered like the line itself', async () => {
  const room = await led()
  const path = `/incidents/${room.id}/sheet`
  const field = (sensitive: boolean) =>
    room.sheet.find((s) => s.field.sensitive === sensitive && ['words', 'long'].includes(s.field.kind))!.field
      .key
  const [secret, plain] = [field(true), field(false)]
  const lineOf = (sheet: Room['sheet'], key: string) => sheet.find((s) => s.field.key === key)!
  await app.as(people.agent).put(path, { values: { [secret]: '张某，市一医院', [plain]: '红豆奶茶' } })
  later(60)
  await app.as(people.manager).put(path, { values: { [secret]: '没有人', [plain]: '红豆奶茶' } })
  later(60)
  await app.as(people.manager).put(path, { values: { [secret]: '', [plain]: '珍珠奶茶' } })

  const shown = (await read(room.id)).sheet
  expect(lineOf(shown, plain)).toMatchObject({
    value: '珍珠奶茶',
    by: '王店长',
    earlier: [{ value: '红豆奶茶', masked: false, by: '孙客服', at: NOON_UTC }],
  })
  expect(lineOf(shown, secret)).toMatchObject({
    value: '',
    earlier: [
      { masked: true, by: '王店长', at: '2026-03-02T04:01:00.000Z' },
      { masked: true, by: '孙客服', at: NOON_UTC },
    ],
  })
  expect(JSON.stringify(shown)).not.toContain('市一医院')
  const clear = await app
    .as(people.quality)
    .post<Room['sheet']>(`${path}/reveal`, { reason: '向监管部门报告' })
  expect(lineOf(clear.body, secret).earlier.map((one) => one.value)).toEqual(['没有人', '张某，市一医院'])
  const printed = (of: string) =>
    app.as(people.quality).get<IncidentRecord>(`/incidents/${room.id}/record${of}`)
  expect((await printed('')).text).not.toContain('市一医院')
  expect((await printed(`?reason=${encodeURIComponent('报市监局')}`)).text).toContain('市一医院')
})

test('two people who write on different questions of the review keep both their words', async () => {
  const room = await led()
  const review = (said: object) => app.as(people.region).put<Room>(`/incidents/${room.id}/review`, said)
  await review({ what: REVIEW.what, wentWell: '店长当场停售' })
  await review({ why: REVIEW.why })
  const { body } = await review({ wentWell: '', read: { wentWell: 1 } })
  expect(body.review).toMatchObject({ ...REVIEW, finishedBy: expect.stringMatching(/./) })
})

test('of two who write the same answer of the review at once the second reads the words of the first and decides', async () => {
  const room = await led()
  const review = (by: MadeStaff, said: object) => app.as(by).put<Room>(`/incidents/${room.id}/review`, said)
  await review(people.region, { what: '两位顾客不适' })
  const both = await Promise.all([
    review(people.region, { what: '三位顾客食用同批红豆后不适', read: { what: 1 } }),
    review(people.lead, { what: '两位顾客喝完不适', why: '还在查', read: { what: 1 } }),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  const kept = (await read(room.id)).review!
  const first = both.find(({ status }) => status === 200)!.body.review!
  const second = both.find(({ status }) => status === 409)!
  expect(kept).toMatchObject({ what: first.what, why: first.why })
  expect(second.problem).toMatchObject({
    code: 'incidents.wordsChanged',
    data: { answers: { what: { text: first.what, version: 2, by: first.versions.what.by } } },
  })

  const decided = { what: '两位顾客喝完不适，一位吐了', read: { what: 2 } }
  expect((await review(people.lead, decided)).body.review).toMatchObject({
    what: decided.what,
    versions: { what: { version: 3, by: '陈主管' }, wentWell: { version: 0, by: '' } },
  })
  // What stands there already is written over by nobody, whatever was read.
  expect((await review(people.region, { what: decided.what, read: { what: 2 } })).status).toBe(200)
})

/** Does whatever a room must have before it is closed, but for its review. */
async function allSteps(room: Room): Promise<void> {
  for (const step of room.checklist)
    await app
      .as(people.quality)
      .put(`/incidents/${room.id}/steps/${step.id}`, { state: 'left_out', words: '演示中不需要' })
}
const REVIEW = {
  what: '三位顾客食用同批红豆后不适',
  why: '红豆在常温下放了五小时',
  wentWell: '',
  wentBadly: '',
}

test('a room is closed only with its duties done, its review and a measure; afterwards it is only read, and the measure lives on', async () => {
  const room = await led()
  const base = `/incidents/${room.id}`
  const close = () => app.as(people.region).put<Room>(`${base}/closure`, { words: '顾客全部出院' })
  const early = await close()
  expect([early.problem.code, early.problem.data]).toEqual([
    'incidents.notReady',
    { missing: ['law', 'steps', 'review', 'measures'] },
  ])
  await app.as(people.region).put(`${base}/containment`, {})
  await allSteps(room)
  await app.as(people.region).put(`${base}/review`, { ...REVIEW, why: '' })
  expect((await read(room.id)).missing).toEqual(['review', 'measures'])
  await app.as(people.region).put(`${base}/review`, REVIEW)
  const measure = { text: '红豆改为两小时一换并贴时间签', ownerId: people.manager.id, dueOn: '2026-03-10' }
  const late = await app.as(people.region).post(`${base}/measures`, { ...measure, dueOn: '2026-03-01' })
  expect(late.problem.code).toBe('incidents.dayPassed')
  await app.as(people.region).post(`${base}/measures`, measure)
  expect((await close()).body).toMatchObject({ status: 'closed', missing: [], next: null })

  const note = await app.as(people.quality).post(`${base}/timeline`, { kind: 'note', text: '补一句' })
  expect(note.problem.code).toBe('incidents.closed')
  const mine = (
    await app
      .as(people.manager)
      .get<{ id: string; incidentNumber: string; late: boolean }[]>('/measures/mine')
  ).body
  expect(mine).toMatchObject([{ incidentNumber: room.number, late: false }])
  app.setNow('2026-03-09T09:00:01+08:00')
  await app.sweep()
  expect(await noticed(room.id, 'incident_measure')).toContain(people.manager.id)
  app.setNow('2026-03-11T00:00:01+08:00')
  await app.sweep()
  expect(await noticed(room.id, 'incident_measure_late')).toEqual(
    expect.arrayContaining([people.manager.id, people.region.id]),
  )
  const result = `/measures/${mine[0]!.id}/result`
  expect((await app.as(people.agent).put(result, { note: '做好了' })).problem.code).toBe(
    'incidents.measureUnknown',
  )
  expect((await app.as(people.manager).put(result, { note: '已换成小桶，贴了时间签' })).status).toBe(200)
  expect((await read(room.id)).review!.measures[0]).toMatchObject({
    doneNote: '已换成小桶，贴了时间签',
    late: true,
  })
})

test('the record for the authority has everything in order, in the clear only for a reason', async () => {
  const room = await led()
  const field = room.sheet.find((s) => s.field.sensitive)!.field
  await app.as(people.agent).put(`/incidents/${room.id}/sheet`, { values: { [field.key]: '张某，腹泻' } })
  const path = `/incidents/${room.id}/record`
  expect((await app.as(people.agent).get(path)).status).toBe(403)
  const masked = await app.as(people.quality).get<IncidentRecord>(path)
  expect(masked.text).not.toContain('张某')
  expect(masked.body.entries.map((e) => e.fact).slice(0, 2)).toEqual(['opened', 'joined'])
  expect(masked.body.calls.map((c) => c.name)).toContain('赵区域')
  const clear = await app
    .as(people.quality)
    .get<IncidentRecord>(`${path}?reason=${encodeURIComponent('报市监局')}`)
  expect(clear.body.clear).toBe(true)
  expect(clear.text).toContain('张某')
})

test('a file of the room is shown to its people and proves a step', async () => {
  const room = await led()
  const step = stepOf(room, (s) => s.proof === 'file')
  const path = `/incidents/${room.id}/steps/${step.id}`
  expect((await app.as(people.manager).put(path, { state: 'done' })).problem.code).toBe(
    'incidents.fileMissing',
  )
  const foreign = await app.as(people.manager).put(path, { state: 'done', fileIds: [room.id] })
  expect(foreign.problem.code).toBe('incidents.fileUnknown')
  const kept = await upload(room.id)
  const done = (await app.as(people.manager).put<Room>(path, { state: 'done', fileIds: [kept.id] })).body
  expect(stepOf(done, (s) => s.id === step.id).files.map((f) => f.id)).toEqual([kept.id])
  expect((await app.as(people.quality).get(kept.url.slice(4))).headers['content-type']).toBe('image/jpeg')
  const rider = await app.make.staff({ role: 'rider', shop })
  expect((await app.as(rider).get(kept.url.slice(4))).status).toBe(404)
})

async function upload(incidentId: string): Promise<{ id: string; url: string }> {
  const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#a33' } })
    .png()
    .toBuffer()
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(photo)], { type: 'image/png' }), 'seal.png')
  const body = new Response(form)
  const answer = await app
    .as(people.manager)
    .post<{ id: string; url: string }>(
      `/incidents/${incidentId}/files`,
      Buffer.from(await body.arrayBuffer()),
      { headers: { 'content-type': body.headers.get('content-type')! } },
    )
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}

test('a browser that has the room already gets nothing again, and the new version as soon as something happens', async () => {
  const room = await led()
  const first = await app.as(people.agent).get<Room>(`/incidents/${room.id}`)
  const headers = { 'if-none-match': String(first.headers.etag) }
  expect((await app.as(people.agent).get(`/incidents/${room.id}`, undefined, { headers })).status).toBe(304)
  await app.as(people.region).patch(`/incidents/${room.id}`, { summary: '两位顾客，同一批红豆' })
  const again = await app.as(people.agent).get<Room>(`/incidents/${room.id}`, undefined, { headers })
  expect(again.body).toMatchObject({ summary: '两位顾客，同一批红豆', version: first.body.version + 1 })
})

test('a manager of a shop that is not involved knows nothing of the room; one of the team reads all of it', async () => {
  const beside = await app.make.shop({ name: '城东店' })
  const other = await app.make.staff({ role: 'shop_manager', shop: beside, name: '郑店长', onDuty: true })
  const room = await led()
  expect((await app.as(other).get(`/incidents/${room.id}`)).problem.code).toBe('incidents.notFound')
  await app.as(people.region).post(`/incidents/${room.id}/members`, { staffId: other.id, post: '' })
  expect((await app.as(other).get<Room>(`/incidents/${room.id}`)).body.callsMe).toBe(true)
  const list = (await app.as(other).get<{ rows: Room[] }>('/incidents')).body.rows
  expect(list.map((r) => r.id)).toEqual([room.id])
})
