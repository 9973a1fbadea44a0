import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '#test/wechat-world'

let w: World
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())

const PEOPLE = Array.from({ length: 9 }, (_, i) => `oStorm${i}`)
const picture = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer()
const saidTo = (ticket: { entries: { kind: string; text: string }[] }) =>
  ticket.entries.filter((e) => e.kind === 'message_in').map((e) => e.text)

test('in a storm a picture that does not come holds up only what its sender says after it; each is acknowledged once', async () => {
  w.service.state.media.set('m1', await picture())
  w.service.trouble('/cgi-bin/media/get', { status: 502 }, 'cut')
  for (const one of PEOPLE) await w.text(one, `${one} 的茶洒了`)
  await w.say('oStorm0', { MsgType: 'image', PicUrl: 'http://pic.example.test/1.jpg', MediaId: 'm1' })
  for (const one of PEOPLE) await w.text(one, `${one} 在等`)
  await w.app.sweep()
  for (const one of PEOPLE.slice(1)) {
    const [ticket, ...others] = await w.ticketsOf(`${one} 的茶洒了`)
    expect(others).toEqual([])
    expect(saidTo(ticket!)).toEqual([`${one} 的茶洒了`, `${one} 在等`])
    expect(w.sentTo(one)).toEqual([expect.stringContaining(ticket!.number)])
  }
  const first = async () => (await w.ticketsOf('oStorm0 的茶洒了'))[0]!
  expect(saidTo(await first())).toEqual(['oStorm0 的茶洒了'])
  for (let i = 0; i < 3; i++) await w.later(60)
  const ticket = await first()
  expect(saidTo(ticket)).toEqual(['oStorm0 的茶洒了', '', 'oStorm0 在等'])
  expect(ticket.entries.filter((e) => e.kind === 'message_in').map((e) => e.photos.length)).toEqual([0, 1, 0])
  expect(w.sentTo('oStorm0')).toHaveLength(1)
})

test('answers, follows and words of many people that come at once are each taken for what they are', async () => {
  for (const one of PEOPLE) await w.event(one, { Event: 'unsubscribe', EventKey: '' })
  for (const one of PEOPLE)
    await w.event(one, { Event: 'subscribe', EventKey: `qrscene_${w.shop.code}`, Ticket: 'T' })
  await w.text('oStranger', '路过的')
  await w.app.sweep()
  await w.text('oStorm3', '我回来了')
  for (const one of ['oNew1', 'oNew2', 'oNew3', 'oNew4']) await w.text(one, `${one} 好`)
  await w.app.sweep()
  const [ticket] = await w.ticketsOf('oStorm3 的茶洒了')
  expect(saidTo(ticket!).at(-1)).toBe('我回来了')
  await w.reply(ticket!.id, '欢迎回来')
  await w.app.sweep()
  expect(w.sentTo('oStorm3').at(-1)).toBe('欢迎回来')
})
