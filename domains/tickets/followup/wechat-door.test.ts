import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWorld, type World } from '#test/wechat-world'
import { readState, writeState } from './wechat-state.ts'

let w: World
let slug: string
let count = 0
beforeAll(async () => {
  w = await openWorld()
  const codes = await w.app
    .as(w.admin)
    .post<{ url: string }[]>('/codes', { shopId: w.shop.id, place: 'shop', labels: ['门口'] })
  slug = codes.body[0]!.url.split('/').at(-1)!
})
afterAll(() => w.close())
beforeEach(async () => {
  await w.connect({ ...w.settings, oauth: true })
  w.service.state.followers.clear()
  w.service.state.followers.add('oForm')
})

/** Somebody who filled in the form behind a QR code: the ticket and its private page. */
async function fillIn() {
  const content = `表单里的第 ${++count} 句话`
  const sent = await w.app.server.inject({
    method: 'POST',
    url: `/api/public/forms/${slug}/feedback`,
    payload: { content, submissionId: crypto.randomUUID() },
  })
  const [ticket] = await w.ticketsOf(content)
  return { id: ticket!.id, token: (sent.json() as { progress: string }).progress.split('/').at(-1)! }
}
const begin = (token: string) => w.app.server.inject({ url: `/api/public/progress/${token}/wechat` })
type Begun = Awaited<ReturnType<typeof begin>>
const cookieOf = (begun: Begun) =>
  `huiyin_wechat=${begun.cookies.find((c) => c.name === 'huiyin_wechat')?.value}`

/** The browser's way by WeChat, back to us. */
async function goRound(address: string, cookie: string) {
  const back = await fetch(address, { redirect: 'manual' })
  const { pathname, search } = new URL(back.headers.get('location')!)
  return w.app.server.inject({ url: pathname + search, headers: { cookie } })
}
const sentTo = (openid: string) => w.sentTo(openid)

test('a customer of a form who opens the page in WeChat is answered there afterwards, and answers there', async () => {
  const { id, token } = await fillIn()
  const begun = await begin(token)
  expect(begun.headers.location).toMatch(
    /\/connect\/oauth2\/authorize\?appid=\w+&redirect_uri=https%3A%2F%2Fcare\.example\.test%2Fapi%2Fpublic%2Fwechat%2Freturn&response_type=code&scope=snsapi_base&state=[0-9a-f]{1,128}#wechat_redirect$/,
  )
  const back = await goRound(begun.headers.location!, cookieOf(begun))
  expect(back.headers.location).toBe(`/t/${token}?wechat=done`)
  w.service.state.windows.set('oForm', { endsAt: w.app.services.now().getTime() + 3_600_000, left: 5 })
  await w.reply(id, '在公众号里回您')
  await w.app.sweep()
  expect(sentTo('oForm')).toEqual(['在公众号里回您'])
  await w.text('oForm', '我在公众号里也能说')
  await w.app.sweep()
  expect((await w.told(id)).map((e) => e.text)).toContain('我在公众号里也能说')
  expect((await begin(token)).statusCode).toBe(204)
})

test('only WeChat’s browser makes the round, and only once', async () => {
  const { token } = await fillIn()
  const open = (url: string, agent: string, cookie = '') =>
    w.app.server.inject({ url, headers: { 'user-agent': agent, cookie } })
  const inWechat = 'Mozilla/5.0 (iPhone) MicroMessenger/8.0.50'
  const sent = await open(`/t/${token}`, inWechat)
  expect(sent.headers.location).toContain('/connect/oauth2/authorize?')
  const back = await goRound(sent.headers.location!, cookieOf(sent))
  expect((await open(back.headers.location!, inWechat)).statusCode).toBe(200)
  expect((await open(`/t/${token}`, 'Mozilla/5.0 Safari')).statusCode).toBe(200)
  const other = await fillIn()
  expect((await open(`/t/${other.token}`, inWechat, 'huiyin_wechat_tried=1')).statusCode).toBe(200)
})

test('a code that was used already goes round once more, and then no further', async () => {
  const { token } = await fillIn()
  const begun = await begin(token)
  const used = await fetch(begun.headers.location!, { redirect: 'manual' })
  const { pathname, search, searchParams } = new URL(used.headers.get('location')!)
  w.service.state.codes.get(searchParams.get('code')!)!.used = true
  const again = await w.app.server.inject({ url: pathname + search, headers: { cookie: cookieOf(begun) } })
  expect(again.headers.location).toContain('/connect/oauth2/authorize?')
  const state = new URL(again.headers.location!).searchParams.get('state')!
  const last = await w.app.server.inject({
    url: `${pathname}?code=wrong&state=${state}`,
    headers: { cookie: cookieOf(begun) },
  })
  expect(last.headers.location).toBe(`/t/${token}?wechat=done`)
})

test('another browser, a forged or an old state binds nobody', async () => {
  const { id, token } = await fillIn()
  const begun = await begin(token)
  const foreign = await goRound(begun.headers.location!, `huiyin_wechat=${'0'.repeat(32)}`)
  expect(foreign.headers.location).toBe('/t/unknown-or-expired?wechat=done')
  const state = new URL(begun.headers.location!).searchParams.get('state')!
  const forged = state.replace(/^./, (c) => (c === '0' ? '1' : '0'))
  const wrong = await goRound(begun.headers.location!.replace(state, forged), cookieOf(begun))
  expect(wrong.headers.location).toBe('/t/unknown-or-expired?wechat=done')
  await w.later(601)
  const late = await goRound(begun.headers.location!, cookieOf(begun))
  expect(late.headers.location).toBe(`/t/${token}?wechat=done`)
  const before = sentTo('oForm').length
  await w.reply(id, '只在进展页上')
  await w.app.sweep()
  expect(sentTo('oForm')).toHaveLength(before)
})

test('who does not follow is not bound: nothing could be delivered', async () => {
  w.service.state.followers.clear()
  const { token } = await fillIn()
  const begun = await begin(token)
  await goRound(begun.headers.location!, cookieOf(begun))
  expect((await begin(token)).statusCode).toBe(302)
})

test('without the switch, and when WeChat is down, the page simply opens', async () => {
  const { token } = await fillIn()
  const begun = await begin(token)
  w.service.trouble('/sns/oauth2/access_token', { status: 500 })
  const back = await goRound(begun.headers.location!, cookieOf(begun))
  expect(back.headers.location).toBe(`/t/${token}?wechat=done`)
  await w.connect({ oauth: false })
  expect((await begin(token)).statusCode).toBe(204)
  expect((await begin('nobody-has-this-token')).statusCode).toBe(404)
})

test('a permission that is withdrawn ends it for who has never written', async () => {
  const { id, token } = await fillIn()
  w.service.state.followers.clear()
  w.service.state.followers.add('oBack')
  const begun = await begin(token)
  await goRound(begun.headers.location!, cookieOf(begun))
  await w.event('o_wechat_system', { Event: 'user_authorization_revoke', OpenID: 'oBack', RevokeInfo: '1' })
  await w.app.sweep()
  await w.reply(id, '撤回授权以后')
  await w.app.sweep()
  expect(await w.fateOf(id, '撤回授权以后')).toBe('failed: withdrawn')
  expect(sentTo('oBack')).toEqual([])
})

test('the state is letters and digits, short, and of one browser', () => {
  const services = w.app.services
  const ownId = '019c0000-0000-7000-8000-000000000001'
  const state = writeState(services, { ownId, again: true }, 'n1')
  expect(state).toMatch(/^[0-9a-z]{1,128}$/)
  expect(readState(services, state, 'n1')).toEqual({ ownId, again: true, over: false })
  for (const [text, nonce] of [
    [state, 'n2'],
    [state, ''],
    [`${state}0`, 'n1'],
    ['', 'n1'],
  ])
    expect(readState(services, text!, nonce!)).toBeNull()
})
