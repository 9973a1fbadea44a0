import { describe, expect, test } from 'vitest'
import type { Kind, Playbook, Priority } from '#contracts/playbook'
import { readText } from '#domains/language'
import { readPack } from '#domains/playbook'
import { judge } from './judge.ts'
import { readLater } from './later-words.ts'

type Line = [industry: string, text: string, kind: Kind, priority: Priority]

const pack = (industry: string) => readPack(industry) as Playbook
const heard = (industry: string, text: string) =>
  judge(pack(industry), { text, channel: 'qr' }, { read: readText })

describe('what was feared and has come about is an emergency', () => {
  const CAME_ABOUT: Line[] = [
    ['milk_tea', '如果不是我发现里面有玻璃渣，我女儿就吞下去了', 'emergency', 'P1'],
    ['takeaway', '以为没事结果第二天拉肚子了', 'emergency', 'P1'],
    ['takeaway', '怕拉肚子果然拉肚子了', 'emergency', 'P1'],
    ['restaurant', '怕烫伤结果还是被烫伤了', 'emergency', 'P1'],
    ['restaurant', '担心是食物中毒去医院了', 'emergency', 'P1'],
    ['milk_tea', '以为是葡萄籽咬到玻璃渣', 'emergency', 'P1'],
    ['milk_tea', '难道我喝到虫子还要感谢你们', 'emergency', 'P1'],
    ['milk_tea', '难道喝出蟑螂是正常的吗', 'emergency', 'P1'],
    ['restaurant', '要是晚送医院十分钟，孩子就没命了', 'emergency', 'P1'],
    ['milk_tea', '小心翼翼地喝还是被烫伤了舌头', 'emergency', 'P1'],
    ['takeaway', '万一我孩子把那块玻璃渣吞下去你们负得起责吗', 'emergency', 'P1'],
  ]
  test.each(CAME_ABOUT)('%s: %s', (industry, text, kind, priority) => {
    expect(heard(industry, text)).toMatchObject({ kind, priority })
  })
  test.each(CAME_ABOUT)('%s, on a ticket that is open: %s', (industry, text) => {
    const later = readLater(pack(industry), { text, channel: 'chat' }, { read: readText })
    expect(later).toMatchObject({ kind: 'emergency', priority: 'P1' })
  })
})

describe('what is only feared', () => {
  test.each<Line>([
    ['takeaway', '怕吃坏肚子，没敢点生冷的，熟食味道不错', 'complaint', 'P2'],
    ['restaurant', '万一进医院了谁负责', 'complaint', 'P2'],
    ['general', '如果电池鼓包了你们保修吗', 'inquiry', 'P3'],
    ['milk_tea', '杯子有点烫手，建议加个杯套，避免烫伤', 'suggestion', 'P3'],
  ])('%s: is no emergency, no praise and not left for last: %s', (industry, text, kind, priority) => {
    expect(heard(industry, text)).toMatchObject({ kind, priority })
  })
  test.each<Line>([
    ['milk_tea', '怕有虫子，每次都叫店员当面开盖，挺放心', 'praise', 'P4'],
    ['restaurant', '小心烫到手的提醒牌很贴心', 'praise', 'P4'],
    ['beauty', '做之前担心烫伤，全程很温和，一点没红', 'praise', 'P4'],
  ])('%s: may be praise where the fear is taken back: %s', (industry, text, kind, priority) => {
    expect(heard(industry, text)).toMatchObject({ kind, priority })
  })
})

describe('a denial that denies something else', () => {
  test.each<Line>([
    ['takeaway', '没看见有苍蝇就喝了', 'emergency', 'P1'],
    ['restaurant', '不是一只蟑螂是两只', 'emergency', 'P1'],
    ['takeaway', '希望不会再吃到虫子', 'emergency', 'P1'],
    ['takeaway', '别再让我吃到虫子了', 'emergency', 'P1'],
    ['takeaway', '避免不了吃到虫子', 'emergency', 'P1'],
    ['restaurant', '如果不是送医院及时人就没了', 'emergency', 'P1'],
  ])('%s: leaves the emergency: %s', (industry, text, kind, priority) => {
    expect(heard(industry, text)).toMatchObject({ kind, priority })
  })
  test('and its category', () => {
    const { kind, categories } = heard('restaurant', '没见过这么大的蟑螂')
    expect([kind, categories[0]!.key]).toEqual(['emergency', 'safety.insect'])
  })
  test.each<Line>([
    ['takeaway', '没看见有苍蝇，干净', 'praise', 'P4'],
    ['takeaway', '没发现异物，吃着很香', 'praise', 'P4'],
    ['milk_tea', '从来没见过虫子，喝着放心', 'praise', 'P4'],
    ['takeaway', '换了厨师以后不会再拉肚子了，吃得放心', 'praise', 'P4'],
  ])('%s: what denies the danger stays a comfort: %s', (industry, text, kind, priority) => {
    expect(heard(industry, text)).toMatchObject({ kind, priority })
  })
})

describe('a camera that saw the deed', () => {
  test.each<Line>([
    ['restaurant', '监控里拍到店员打我', 'emergency', 'P1'],
    ['restaurant', '监控里拍到服务员打我', 'emergency', 'P1'],
    ['restaurant', '有监控录到店员打我', 'emergency', 'P1'],
  ])('%s: %s', (industry, text, kind, priority) => {
    expect(heard(industry, text)).toMatchObject({ kind, priority })
  })
  test.each(['监控你们自己看', '不信你们可以去查监控', '店里有监控，自己看看'])(
    'only offered as proof: %s',
    (text) => {
      expect(heard('restaurant', text)).toMatchObject({ kind: 'complaint', emergency: false })
    },
  )
})

test.each([
  ['提前下单还是等了三个小时', 3, 'P2'],
  ['提前下单还等了两小时', 2, 'P3'],
])('who ordered early has waited all the same: %s', (text, severity, priority) => {
  expect(heard('takeaway', text)).toMatchObject({ kind: 'complaint', severity, priority })
})
