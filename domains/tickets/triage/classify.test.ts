import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { Playbook } from '#contracts/playbook'
import { classify, type TriageInput } from './classify.ts'

const yaml = readFileSync(new URL('../../playbook/fixtures/noodle-shop.yaml', import.meta.url), 'utf8')
const playbook = Playbook.parse(parse(yaml, { merge: true }))
const judge = (text: string, more: Partial<TriageInput> = {}) =>
  classify(playbook, { text, channel: 'qr', ...more })

describe('kind', () => {
  test.each([
    ['面很好吃，老板也热情', 'praise'],
    ['很好吃，就是有点远', 'praise'],
    ['好吃，只是上菜有点慢', 'praise'],
    ['好吃，只是上菜太慢', 'complaint'],
    ['没有隔壁那家好吃', 'complaint'],
    ['碗没洗干净', 'complaint'],
    ['一点都不好吃', 'complaint'],
    ['没有上次好吃', 'complaint'],
    ['不是很满意', 'complaint'],
    ['态度不好，再也不来了', 'complaint'],
    ['好吃是好吃，但是送来全洒了，要求退款', 'complaint'],
    ['难吃，希望改进', 'complaint'],
    ['怎么这么慢？', 'complaint'],
    ['等了一个小时才上', 'complaint'],
    ['希望可以加点辣', 'suggestion'],
    ['要是有小碗就好了', 'suggestion'],
    ['请问几点关门？', 'inquiry'],
    ['能不能开发票？', 'inquiry'],
    ['面裡有頭髮！', 'emergency'],
    ['味道不错，但是吃完拉肚子了', 'emergency'],
    ['再不处理我就打１２３１５', 'emergency'],
    ['桌子旁边那个灯', 'complaint'],
    ['说好送一份小菜的，送哪去了？？', 'complaint'],
    ['备注写了不要葱，明明白白的，你们看了吗！？', 'complaint'],
    ['不建议大家点这家', 'complaint'],
    ['面坨了，希望下次注意', 'complaint'],
    ['说了三次，一直不给退款', 'complaint'],
    ['味道不如以前好', 'complaint'],
    ['送错地方了，不好意思都说不出口', 'complaint'],
    ['非常好，希望一直保持', 'praise'],
    ['二十分钟就送到了，还行', 'praise'],
    ['不好意思评晚了，挺好的', 'praise'],
    ['味道不错，汤再多一点就更好了', 'suggestion'],
    ['怎么没有了', 'inquiry'],
    ['加微辣吗？', 'inquiry'],
  ])('%s: %s', (text, kind) => {
    expect(judge(text).kind).toBe(kind)
  })

  test.each([
    ['干干净净，没有异物，好评', 'praise'],
    ['吃了也不会拉肚子，很满意', 'praise'],
    ['没有发现虫子什么的，不错', 'praise'],
  ])('danger that is denied is none: %s', (text, kind) => {
    expect(judge(text)).toMatchObject({ kind, emergency: false, risks: [] })
  })

  test('danger that is feared is a serious complaint', () => {
    expect(judge('肉没熟，真怕吃了拉肚子')).toMatchObject({ kind: 'complaint', emergency: false })
    expect(judge('难吃，真怕吃了拉肚子').severity).toBe(3)
  })
})

describe('stars, mood and choice', () => {
  test.each<[string, Partial<TriageInput>, string]>([
    ['还行吧', { stars: 1 }, 'complaint'],
    ['还行吧', { stars: 5 }, 'praise'],
    ['凉了，太慢，难吃，要退款', { stars: 5 }, 'complaint'],
    ['一般', { stars: 5 }, 'praise'],
    ['好吃', { mood: 'bad' }, 'complaint'],
    ['请问几点关门', { mood: 'bad' }, 'inquiry'],
    ['', { mood: 'bad' }, 'complaint'],
    ['有虫子', { mood: 'good', stars: 5 }, 'emergency'],
  ])('%s %j: %s', (text, more, kind) => {
    expect(judge(text, more).kind).toBe(kind)
  })

  test('the category the customer chose comes first, except after danger', () => {
    expect(judge('太慢', { chosenCategory: 'food.taste' }).categories.map((c) => c.key)).toEqual([
      'food.taste',
      'service.wait',
    ])
    expect(judge('有头发', { chosenCategory: 'service.attitude' }).categories.map((c) => c.key)).toEqual([
      'food.safety',
      'service.attitude',
    ])
    expect(judge('太慢', { chosenCategory: 'gone.gone' }).categories.map((c) => c.key)).toEqual([
      'service.wait',
    ])
  })
})

describe('how bad and how wide', () => {
  test.each([
    ['味道一般', 2, 1],
    ['有点难吃', 1, 1],
    ['又难吃，多次了', 3, 1],
    ['我们一桌都觉得难吃', 2, 2],
    ['吃出头发', 4, 2],
    ['全家都食物中毒了', 4, 4],
    ['等了200分钟才来', 3, 1],
    ['好吃', 0, 1],
  ])('%s: severity %i, impact %i', (text, severity, impact) => {
    expect(judge(text)).toMatchObject({ severity, impact })
  })

  test('the priority comes from the playbook’s matrix', () => {
    expect(judge('吃出头发').priority).toBe('P1')
    expect(judge('有点难吃').priority).toBe('P4')
  })
})

describe('categories', () => {
  test('words lead to them, the main one first, nothing to the fallback', () => {
    expect(judge('服务员态度太差，面也太咸').categories[0]).toEqual({
      key: 'service.attitude',
      reasons: expect.arrayContaining(['态度', '服务员']),
    })
    expect(judge('面不好吃').categories.map((c) => c.reasons)).toEqual([['不好吃']])
    expect(judge('就那样').categories).toEqual([{ key: 'other.general', reasons: [] }])
  })
})

describe('reasons', () => {
  test('the strongest first, in the customer’s own words', () => {
    const { reasons } = judge('一点都不好吃，頭髮在碗裡', { stars: 2 })
    expect(reasons.map((r) => `${r.text} ${r.says}`)).toEqual(['頭髮 吃出异物', '2 星 投诉', '不好吃 投诉'])
  })

  test('never more than six, and one when nothing was found', () => {
    expect(judge('好吃 不错 满意 热情 很快 好评 赞 差 凉了').reasons).toHaveLength(6)
    expect(judge('桌子旁边那个灯').reasons).toEqual([
      { kind: 'rule', text: '没有明显的字眼', says: '投诉', weight: 0.1 },
    ])
  })
})

test.each<[string, Partial<TriageInput>, boolean]>([
  ['默认好评', {}, true],
  ['默认好评', { stars: 5 }, true],
  ['……！！', {}, true],
  ['👍', {}, true],
  ['🤮🤮🤮', {}, false],
  ['', { mood: 'good' }, false],
  ['', { stars: 1 }, false],
  ['默认好评 面坨了', {}, false],
  ['', { chosenCategory: 'food.taste' }, false],
])('nothing to answer in %j %j: %s', (text, more, empty) => {
  expect(judge(text, more).empty).toBe(empty)
})
