import { expect, test } from 'vitest'
import { OUTPUTS, outputAt } from '../outputs.ts'
import { readText } from '../read-text.ts'
import { packWeights, unpackWeights } from '../weights.ts'
import type { Example } from './examples.ts'
import { trainModel } from './train-model.ts'

const GOOD = ['好吃', '很满意', '喜欢这家', '味道不错', '推荐给朋友']
const BAD = ['难吃', '很失望', '不会再来', '味道太怪', '劝大家别买']
const BEFORE = ['', '今天', '他们家', '真的', '说实话', '这次']

function examplesOf(texts: readonly string[], label: 0 | 1): Example[] {
  return texts.flatMap((text) =>
    BEFORE.map((before): Example => {
      const wanted = new Int8Array(OUTPUTS.length).fill(-1)
      wanted[outputAt.get('mood')!] = label
      wanted[outputAt.get('mood.takeaway')!] = label
      wanted[outputAt.get('dining.Food#Taste')!] = text.includes('味道') ? 1 : 0
      const line = { text: `${before}${text}`, label, sentiment: label ? 'positive' : 'negative' }
      return { line, file: 'own', wanted, times: 1, share: 'learn' }
    }),
  )
}

test('two courses over the same texts give the same bytes, and they read what was taught', {
  timeout: 120_000,
}, () => {
  const examples = [...examplesOf(GOOD, 1), ...examplesOf(BAD, 0)]
  const course = { variant: 'full', seed: 7, netEpochs: 6, pieceEpochs: 30, say: () => undefined }
  const first = packWeights(trainModel(examples, [], course).weights)
  const second = packWeights(trainModel(examples, [], course).weights)
  expect(Buffer.compare(first, second)).toBe(0)
  const weights = unpackWeights(first)
  const read = (text: string) => readText(text, { industry: 'restaurant' }, weights)
  expect(read('这次很满意').sentiment.positive).toBeGreaterThan(0.5)
  expect(read('这次很失望').sentiment.positive).toBeLessThan(0.5)
  expect(read('今天味道不错').aspects.map(({ name }) => name)).toContain('Food#Taste')
  for (const secret of ['很满意', '劝大家']) expect(Buffer.from(first).includes(secret)).toBe(false)
})
