import { describe, expect, test } from 'vitest'
import { deniedAfter, isCrowd, isFeared, isSettled, isSuspected, turns, waitIn } from './grammar.ts'

describe('denial', () => {
  test.each([
    ['不太', '好', 'yes'],
    ['没有想象中', '好', 'yes'],
    ['一点都不', '咸', 'yes'],
    ['特别', '好', 'no'],
    ['不得不说真', '好', 'no'],
    ['不仅', '好', 'no'],
    ['好不', '好', 'asked'],
    ['味道', '好', 'no'],
    ['没有不', '好', 'no'],
    ['没有一个菜是不', '好', 'no'],
  ])('%s|%s: %s', (before, next, expected) => {
    expect(deniedAfter(before, next)).toBe(expected)
  })

  test.each([
    ['没有', '异', 'yes'],
    ['没有发现任何', '异', 'yes'],
    ['不会', '拉', 'yes'],
    ['没吃完就', '拉', 'no'],
    ['没人管就', '拉', 'no'],
    ['不怕', '拉', 'yes'],
    ['不是没有', '虫', 'no'],
  ])('of danger, %s|%s: %s', (before, next, expected) => {
    expect(deniedAfter(before, next, true)).toBe(expected)
  })
})

test.each([
  ['上次那个', '的事解决了', true],
  ['谢谢你们上次处理', '的事', true],
  ['上次喝完', '，现在不疼了', true],
  ['上次那个', '的事还没解决', false],
  ['上次喝完', '，到现在还在医院', false],
  ['今天又喝到', '，店员说处理了', false],
])('settled since: %s…%s: %s', (before, after, expected) => {
  expect(isSettled(before, after)).toBe(expected)
})

test.each([
  ['真怕吃了', true],
  ['担心孩子会', true],
  ['太可怕了吃完', false],
  ['我吃完就', false],
  ['服务员不小心', false],
  ['不怕', false],
])('feared after %s: %s', (before, expected) => {
  expect(isFeared(before, '拉肚子', '')).toBe(expected)
})

test.each([
  ['等了40分钟才来', 40, false],
  ['足足等了一个半小时', 90, false],
  ['两个多小时才送到', 120, false],
  ['二十分钟就送到了', 20, true],
  ['等了半个小时', 30, false],
  ['送了七十五分钟', 75, false],
  ['等了俩小时', 120, false],
  ['等咗成两个钟', 120, false],
  ['提前下单还是等了三个小时', 180, false],
  ['提前下单还等了两小时', 120, false],
])('%s is %i minutes', (text, minutes, quick) => {
  expect(waitIn(text)).toMatchObject({ minutes, quick })
})

test.each(['保质期3个小时内最佳', '人均五十', '点了两份', '提前一个小时就送到了', '提前了半小时送到'])(
  'no wait in %s',
  (text) => {
    expect(waitIn(text)).toBeNull()
  },
)

test('where a text turns', () => {
  expect(turns('好吃但是贵')).toEqual([{ at: 2, mild: false }])
  expect(turns('好吃就是远')).toEqual([{ at: 2, mild: true }])
  expect(turns('不但愿如此')).toEqual([])
})

test.each([
  ['吧？喝着怪怪的', true],
  ['吧', true],
  ['吧台后面', false],
  ['，喝着放心', false],
])('a denial that suspects: 不是假酒%s: %s', (after, suspected) => {
  expect(isSuspected(after)).toBe(suspected)
})

test.each([
  ['两百号人的年会', true],
  ['全班都没吃上', true],
  ['八十份工作餐', true],
  ['我们三个人', false],
  ['等了40分钟', false],
])('as many as a crowd: %s: %s', (text, crowd) => {
  expect(isCrowd(text)).toBe(crowd)
})
