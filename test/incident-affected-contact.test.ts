import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Room } from '#contracts/incidents'
import { gapsIn, isContactGap } from '#contracts/incidents/gaps'
import { everyDay } from '#test/make'
import { openRecallWorld, type RecallWorld } from '#test/recall-world'

/** How customers reach the brand stands in what the house offers to say, as soon as the brand has a number. */
type Offer = { audience: string; text: string }
let recall: RecallWorld
let roomId = ''
const offers = async () =>
  (await recall.asQuality().get<Offer[]>(`/incidents/${roomId}/statements/offers`)).body
const forAffected = async () => (await offers()).find((one) => one.audience === 'affected')!.text

beforeAll(async () => {
  recall = await openRecallWorld()
  await recall.bun('林女士', '13900000001')
  roomId = await recall.openRoom()
  await recall.asQuality().post(`/incidents/${roomId}/affected`, recall.buns)
})
afterAll(() => recall.close())

test('without a number the contact is a gap that holds the words back', async () => {
  const text = await forAffected()
  expect(gapsIn(text).filter(isContactGap)).toHaveLength(1)
  const held = await recall.asQuality().put(`/incidents/${roomId}/affected/message`, { text })
  expect(held.problem.code).toBe('incidents.gapsLeft')
})

test('with a number it stands there with its hours, to customers, public and press; an authority is told whom to ask for', async () => {
  const saved = await recall.app
    .as(recall.world.admin)
    .put('/service-line', { phone: '400-820-7777', hours: everyDay(['09:00', '21:00']) })
  expect(saved.status).toBe(200)
  const all = await offers()
  for (const audience of ['affected', 'customers', 'public', 'media'])
    expect(all.find((one) => one.audience === audience)?.text).toContain('400-820-7777（每天 9:00–21:00）')
  expect(all.find((one) => one.audience === 'authority')?.text).toContain('[联系方式]')
  const text = await forAffected()
  expect(gapsIn(text).filter(isContactGap)).toEqual([])
  const whole = gapsIn(text).reduce((words, gap) => words.replaceAll(gap, 'B-0301'), text)
  const asked = await recall.asQuality().put<Room>(`/incidents/${roomId}/affected/message`, { text: whole })
  expect(asked.body.affected).toMatchObject({ state: 'message_asked' })
})
