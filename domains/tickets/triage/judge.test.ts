import { describe, expect, test } from 'vitest'
import type { Kind, Playbook } from '#contracts/playbook'
import { loadReader, type Reader, readText } from '#domains/language'
import { readPack } from '#domains/playbook'
import { classify, type TriageInput } from './classify.ts'
import { judge } from './judge.ts'

const pack = (key: string) => readPack(key) as Playbook
const heard = (industry: string, text: string, more: Partial<TriageInput> = {}) =>
  judge(pack(industry), { text, channel: 'qr', ...more }, { read: readText })

describe('what the playbook has no word for', () => {
  test.each<[string, string, Kind]>([
    ['takeaway', '咬一口包子，馅里露出半截蚯蚓似的东西', 'emergency'],
    ['beauty', '面霜用了脸上起小红疙瘩', 'emergency'],
    ['restaurant', '等了两个小时才上菜，态度还特别差', 'complaint'],
    ['milk_tea', '麻烦问下你们家燕麦奶是几号上新呀', 'inquiry'],
    ['milk_tea', '要是能出个小杯就太好了', 'suggestion'],
    ['restaurant', '爱了爱了，肉给得特别实在', 'praise'],
  ])('%s “%s” is %s', (industry, text, kind) => {
    expect(heard(industry, text).kind).toBe(kind)
  })

  test('a danger without a word of danger still gets the category and the people of the one it resembles', () => {
    const judged = heard('takeaway', '嚼到石头子儿，硌得牙疼')
    expect(judged.categories[0]!.key).toBe('safety.foreign_object')
    expect(judged.risks).toEqual(['foreign_object'])
    expect(judged.severity).toBeGreaterThanOrEqual(3)
  })

  test('what it is about is found although no word of the category stands there', () => {
    const keys = heard('restaurant', '菜齁咸，吃两口就放下了，隔壁桌划拳吵得头疼').categories.map(
      (c) => c.key,
    )
    expect(keys).toContain('place.comfort')
  })
})

describe('the playbook’s words of danger stay in force', () => {
  const deaf: Reader = (text, known) => {
    const reading = readText(text, known)
    const all = { emergency: 0, complaint: 0, suggestion: 0, inquiry: 0, praise: 1, other: 0 }
    return { ...reading, kind: { ...reading.kind, value: 'praise', probability: 1, all } }
  }
  test('whatever the model says', () => {
    const judged = judge(pack('milk_tea'), { text: '喝出一只虫子，还挺好喝', channel: 'qr' }, { read: deaf })
    expect(judged).toMatchObject({ kind: 'emergency', by: 'rules', sure: null, priority: 'P1' })
  })
  test.each([
    ['milk_tea', '喝着没有异物，挺干净的'],
    ['takeaway', '很干净，没有头发'],
    ['takeaway', '吃了也不会拉肚子，很满意'],
  ])('%s “%s”: denied, it is none', (industry, text) => {
    expect(heard(industry, text)).toMatchObject({ emergency: false, kind: 'praise' })
  })
  test('what the channel itself says stands, except beside danger', () => {
    expect(heard('takeaway', '很好吃', { sureKind: 'complaint' })).toMatchObject({
      kind: 'complaint',
      by: 'rules',
      sure: null,
    })
    expect(heard('takeaway', '汤里有虫子', { sureKind: 'inquiry' }).kind).toBe('emergency')
  })
})

describe('what the customer chose', () => {
  test('stars pull', () => {
    expect(heard('milk_tea', '还行吧', { stars: 1 }).kind).toBe('complaint')
    expect(heard('milk_tea', '还行吧', { stars: 5 }).kind).toBe('praise')
    expect(heard('takeaway', '凉了，太慢，难吃，要退款', { stars: 5 }).kind).toBe('complaint')
  })
  test('the category chosen comes first, except after danger', () => {
    expect(heard('milk_tea', '等太久了', { chosenCategory: 'drink.too_sweet' }).categories[0]!.key).toBe(
      'drink.too_sweet',
    )
    expect(heard('milk_tea', '喝出头发', { chosenCategory: 'drink.too_sweet' }).categories[0]!.key).toBe(
      'safety.hair',
    )
  })
  test('a category that the playbook no longer has is left out', () => {
    const keys = heard('restaurant', '服务员爱答不理', { chosenCategory: 'gone.gone' }).categories.map(
      (c) => c.key,
    )
    expect(keys).not.toContain('gone.gone')
  })
})

describe('how sure it is', () => {
  test('the model’s word stands among the reasons, with words of the text and per cent', () => {
    const text = '等了两个小时才上菜，态度还特别差'
    const { reasons, sure, by } = heard('restaurant', text)
    expect(by).toBe('model')
    expect(sure).toBeGreaterThan(0.8)
    const first = reasons.find((r) => r.kind === 'model')!
    expect(first).toMatchObject({ says: '投诉' })
    expect(first.sure).toBeGreaterThan(80)
    for (const words of first.text.split('、')) expect(text).toContain(words)
    expect(reasons.length).toBeLessThanOrEqual(6)
  })
  test('probabilities are of the five kinds and never more than 1 together', () => {
    for (const text of [
      '！！！？',
      'ok',
      '桌子旁边那个灯',
      '不知道说什么',
      '😡'.repeat(40),
      '难吃，'.repeat(900),
    ]) {
      const { read } = heard('general', text)
      if (!read) continue
      const all = Object.values(read.kinds)
      expect(all.every((p) => p >= 0 && p <= 1)).toBe(true)
      expect(all.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(1.01)
    }
  })
})

describe('a danger that only the model hears', () => {
  const calls = (emergency: number) => {
    const read: Reader = (text, known) => {
      const reading = readText(text, known)
      const rest = (1 - emergency) / 5
      const all = { emergency, complaint: rest, suggestion: rest, inquiry: rest, praise: rest, other: rest }
      return { ...reading, kind: { ...reading.kind, all } }
    }
    return judge(pack('takeaway'), { text: '金针菇咸得发苦', channel: 'qr' }, { read })
  }
  test('calls as a word of danger does when it is heard surely', () => {
    expect(calls(0.95)).toMatchObject({ kind: 'emergency', by: 'model', priority: 'P1' })
  })
  test('waits for a person when it is not', () => {
    expect(calls(0.5)).toMatchObject({ kind: 'emergency', by: 'model', priority: 'P2' })
  })
})

describe('without a model', () => {
  test('the words alone judge, as they always did', () => {
    for (const text of ['面里有头发', '太慢了', '希望加点辣', '请问几点关门', '很好吃', ''])
      expect(judge(pack('restaurant'), { text, channel: 'qr' }, { read: null })).toEqual(
        classify(pack('restaurant'), { text, channel: 'qr' }),
      )
  })
  test('missing weights are said once in the log, and nothing breaks', () => {
    const said: string[] = []
    const log = { warn: (_: object, message: string) => void said.push(message) }
    const reader = loadReader(log, () => {
      throw new Error('ENOENT')
    })
    expect(reader).toBeNull()
    expect(said).toHaveLength(1)
  })
  test('a text without anything to read, and a form with stars alone, go by the rules', () => {
    expect(heard('milk_tea', '', { stars: 1 })).toMatchObject({ kind: 'complaint', by: 'rules', sure: null })
    expect(heard('milk_tea', '默认好评')).toMatchObject({ empty: true, by: 'rules' })
  })
})
