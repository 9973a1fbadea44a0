import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ownWeights, readLabelledLines, readText } from '../domains/language/index.ts'
import { round } from './measure.ts'

const DATA = join(import.meta.dirname, '..', '..', 'shared', 'data')
const OWN = join(import.meta.dirname, '..', 'domains', 'language', 'texts')
const FILES = [
  ['takeaway, own words', join(OWN, 'takeaway.jsonl')],
  ['takeaway', join(DATA, 'waimai.jsonl')],
  ['hotels', join(DATA, 'hotel.jsonl')],
  ['restaurants, long', join(DATA, 'restaurant_aspects.jsonl')],
  ['cosmetics', join(DATA, 'beauty_opinions.jsonl')],
] as const
const SECONDS = 2

/** How long the classifier takes to be ready, and how many texts it reads in a second on one core: kind, sentiment, danger, aspects with polarity and words. Files that are absent are left out. */
export function measureReading() {
  const began = performance.now()
  ownWeights()
  readText('等了半小时，态度很差')
  const start = round(performance.now() - began)
  return Object.fromEntries(
    FILES.filter(([, path]) => existsSync(path)).map(([name, path]) => {
      const texts = readLabelledLines(path).map(({ text }) => text)
      const signs = texts.reduce((sum, text) => sum + text.length, 0) / texts.length
      const perSecond = speedOf(texts)
      return [
        name,
        {
          'signs a text': Math.round(signs),
          'texts a second': perSecond,
          'of 3,000': round(perSecond / 3000),
          'start, ms': start,
        },
      ]
    }),
  )
}

function speedOf(texts: readonly string[]): number {
  for (const text of texts.slice(0, 500)) readText(text)
  const began = performance.now()
  let read = 0
  while (performance.now() - began < SECONDS * 1000) {
    readText(texts[read % texts.length]!)
    read += 1
  }
  return Math.round((read * 1000) / (performance.now() - began))
}
