import { expect, test } from 'vitest'
import type { Playbook } from '#contracts/playbook'
import { readText } from '#domains/language'
import { readPack } from '#domains/playbook'
import { judge } from './judge.ts'

const heard = (industry: string, text: string) =>
  judge(readPack(industry) as Playbook, { text, channel: 'qr' }, { read: readText })

test.each([
  ['milk_tea', '外卖送来热奶茶泼了一半'],
  ['takeaway', '炸鸡皮都掉光了'],
  ['restaurant', '墙皮掉了一地'],
  ['general', '沙发皮掉了'],
  ['takeaway', '建议换成硬塑料餐盒'],
  ['milk_tea', '珍珠像硬塑料一样'],
  ['milk_tea', '优惠码挂群里大家领'],
  ['restaurant', '油溅到手机屏幕上了'],
  ['milk_tea', '烫得通红的杯子怎么拿'],
  ['milk_tea', '喝撑了肚子难受哈哈太好喝了'],
  ['milk_tea', '小票机一直吐纸'],
  ['restaurant', '椅子坐得尾椎骨疼'],
  ['beauty', '去角质后死皮掉了，效果好'],
  ['restaurant', '热茶泼了一桌子，服务员马上来擦了'],
  ['restaurant', '服务员打我电话催我'],
])('%s: calls nobody for %s', (industry, text) => {
  expect(heard(industry, text).priority).not.toBe('P1')
})

test.each([
  ['restaurant', '开水泼了我一腿'],
  ['restaurant', '热汤泼了我一身'],
  ['restaurant', '端上来的火锅汤溅到我脸上了'],
  ['takeaway', '粥洒出来把手烫脱了一层皮'],
  ['takeaway', '吃到硬塑料'],
  ['takeaway', '里面一块硬塑料差点把牙硌掉'],
  ['takeaway', '骑手把我的手机号挂到骑手群里'],
  ['restaurant', '店员打我'],
  ['takeaway', '牙签卡嗓子里了'],
])('%s: still calls for %s', (industry, text) => {
  expect(heard(industry, text)).toMatchObject({ kind: 'emergency', priority: 'P1' })
})
