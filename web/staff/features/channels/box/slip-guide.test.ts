import { expect, test } from 'vitest'
import { guideFor } from './slip-guide.ts'

const setup = {
  id: '019a0000-0000-7000-8000-000000000001',
  label: '收银机',
  slug: 'k7m2p9qa',
  url: 'https://care.example/q/k7m2p9qa',
  madeAt: null,
  beforeUntil: null,
}
const words = {
  title: 'T',
  lines: ['how to sign'],
  example: 'For example',
  keyPlace: '<s>',
}

test('the guide names the code and shows where the signature belongs', () => {
  const guide = guideFor(setup, undefined, words)
  expect(guide).toContain('how to sign')
  expect(guide).toContain('k7m2p9qa|A1032|20261122T1210|58.00')
  expect(guide).toContain('&s=<s>')
})

test('with a fresh key its example is worked out, and the key itself is not in it', () => {
  const example = { text: 'the text', signature: 'abc', link: 'https://care.example/q/k7m2p9qa?s=abc' }
  const guide = guideFor(setup, { ...setup, secret: 'the key', example }, words)
  expect(guide).toContain('HMAC-SHA256 → abc')
  expect(guide).toContain(example.link)
  expect(guide).not.toContain('the key')
})
