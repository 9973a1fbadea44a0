import { expect, test } from 'vitest'
import { excerptAround, segmentsOf } from './marked-text.ts'

const say = (segments: { text: string; hit: boolean }[]) =>
  segments.map((s) => (s.hit ? `[${s.text}]` : s.text)).join('')

test('a short text stands whole, on one line', () => {
  expect(say(excerptAround('汤洒了，\n态度很差', [{ from: 5, to: 7 }]))).toBe('汤洒了， [态度]很差')
})

test('of a long text about sixty characters around the first place', () => {
  const text = `${'前'.repeat(100)}异物${'后'.repeat(100)}`
  const said = excerptAround(text, [{ from: 100, to: 102 }])
  expect(say(said)).toBe(`…${'前'.repeat(18)}[异物]${'后'.repeat(40)}…`)
})

test('no character is cut in two, and a place beyond the cut is left out', () => {
  const text = `${'😭'.repeat(40)}冰${'😭'.repeat(40)}冰`
  const said = say(
    excerptAround(text, [
      { from: 80, to: 81 },
      { from: 161, to: 162 },
    ]),
  )
  expect(said.isWellFormed()).toBe(true)
  expect(said.match(/\[冰\]/g)).toHaveLength(1)
})

test('places beyond a text that was cut are left out', () => {
  expect(
    say(
      segmentsOf('汤洒', [
        { from: 1, to: 2 },
        { from: 9, to: 11 },
      ]),
    ),
  ).toBe('汤[洒]')
})
