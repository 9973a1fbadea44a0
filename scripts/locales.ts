/** Writes locales/zh-TW from locales/zh-CN: by the terms that playbooks are read with too; what no term gets right stands in locales/zh-TW.sentences.json. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inTaiwan } from '#platform/taiwan'

const LOCALES = join(import.meta.dirname, '..', 'locales')
const SOURCE = join(LOCALES, 'zh-CN')
const TARGET = join(LOCALES, 'zh-TW')

type Words = { [key: string]: Word }
type Word = string | Words | Word[]
/** Namespace → key (dots for nested ones) → sentence. */
type Sentences = Record<string, Record<string, string>>

/** One namespace in traditional characters, but for the sentences that somebody wrote; a list stays a list. */
export function toTraditional(words: Words, written: Record<string, string> = {}): Words {
  const said = (value: Word, at: string): Word => {
    if (typeof value === 'string') return written[at] ?? inTaiwan(value)
    return Array.isArray(value) ? value.map((one, n) => said(one, `${at}.${n}`)) : walk(value, at)
  }
  const walk = (node: Words, path: string): Words =>
    Object.fromEntries(
      Object.entries(node).map(([key, value]) => [key, said(value, path ? `${path}.${key}` : key)]),
    )
  return walk(words, '')
}

/** What locales/zh-TW should hold: file name → text. */
export function traditionalFiles(): Record<string, string> {
  const sentences = readJson(join(LOCALES, 'zh-TW.sentences.json')) as Sentences
  return Object.fromEntries(
    readdirSync(SOURCE)
      .filter((file) => file.endsWith('.json'))
      .map((file) => {
        const words = toTraditional(readJson(join(SOURCE, file)), sentences[file.replace('.json', '')])
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
