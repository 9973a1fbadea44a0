/** Writes locales/zh-TW from locales/zh-CN: converted by OpenCC to the words of Taiwan, corrected by locales/zh-TW.overrides.json. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Converter } from 'opencc-js/cn2t'

const LOCALES = join(import.meta.dirname, '..', 'locales')
const SOURCE = join(LOCALES, 'zh-CN')
const TARGET = join(LOCALES, 'zh-TW')

type Words = { [key: string]: string | Words }
export type Overrides = {
  /** Words of the trade that differ in Taiwan, applied after the conversion, longest first. */
  terms: Record<string, string>
  /** Whole sentences: namespace → key (dots for nested ones) → sentence. */
  sentences: Record<string, Record<string, string>>
}

const convert = Converter({ from: 'cn', to: 'twp' })

/** One namespace in traditional characters; {{variables}} stay as they are. */
export function toTraditional(namespace: string, words: Words, overrides: Overrides): Words {
  const terms = termsOf(overrides)
  const sentences = overrides.sentences[namespace] ?? {}
  const walk = (node: Words, path: string): Words =>
    Object.fromEntries(
      Object.entries(node).map(([key, value]) => {
        const at = path ? `${path}.${key}` : key
        return [key, typeof value === 'string' ? (sentences[at] ?? sentence(value, terms)) : walk(value, at)]
      }),
    )
  return walk(words, '')
}

type Terms = { pattern: RegExp; wordFor: (found: string) => string }

function termsOf({ terms }: Overrides): Terms {
  const longestFirst = Object.keys(terms).toSorted((a, b) => b.length - a.length)
  return {
    pattern: new RegExp(longestFirst.join('|') || '(?!)', 'g'),
    wordFor: (found) => terms[found] ?? found,
  }
}

function sentence(text: string, { pattern, wordFor }: Terms): string {
  return text
    .split(/(\{\{[^}]*\}\})/)
    .map((part) => (part.startsWith('{{') ? part : convert(part).replace(pattern, wordFor)))
    .join('')
}

/** What locales/zh-TW should hold: file name → text. */
export function traditionalFiles(): Record<string, string> {
  const overrides = readJson(join(LOCALES, 'zh-TW.overrides.json')) as unknown as Overrides
  return Object.fromEntries(
    readdirSync(SOURCE)
      .filter((file) => file.endsWith('.json'))
      .map((file) => {
        const words = toTraditional(file.replace('.json', ''), readJson(join(SOURCE, file)), overrides)
        return [file, `${JSON.stringify(words, null, 2)}\n`]
      }),
  )
}

function readJson(file: string): Words {
  return JSON.parse(readFileSync(file, 'utf8')) as Words
}

if (import.meta.main) {
  const files = traditionalFiles()
  mkdirSync(TARGET, { recursive: true })
  for (const old of readdirSync(TARGET)) if (!files[old]) rmSync(join(TARGET, old))
  for (const [file, text] of Object.entries(files)) writeFileSync(join(TARGET, file), text)
  console.log(`locales/zh-TW: ${Object.keys(files).length} files`)
}
