import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locale } from '#contracts/kit'
import type { Playbook } from '#contracts/playbook'
import { withPlans } from './pack-emergencies.ts'
import { type FileIssue, readPlaybook } from './read-playbook.ts'
import { say } from './text.ts'

const FOLDER = join(import.meta.dirname, '..', 'packs')
/** The order in which they are offered; a pack that is not named here comes after them. */
const ORDER = ['milk_tea', 'takeaway', 'restaurant', 'beauty', 'general']
const kept = new Map<string, Playbook>()

export function packKeys(): string[] {
  const place = (key: string) => {
    const at = ORDER.indexOf(key)
    return at === -1 ? ORDER.length : at
  }
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort((a, b) => place(a) - place(b) || a.localeCompare(b))
}

/** The playbook a brand of that industry starts from; undefined when there is no such pack. A broken pack is our mistake. */
export function readPack(key: string): Playbook | undefined {
  const known = kept.get(key)
  if (known) return known
  if (!packKeys().includes(key)) return undefined
  const { playbook, issues } = checkPack(key)
  if (!playbook) {
    const told = issues.map((i) => `${i.file}:${i.line} ${i.path}: ${i.problem} ${i.remedy}`)
    throw new Error(`Industry pack "${key}" has mistakes:\n${told.join('\n')}`)
  }
  kept.set(key, playbook)
  return playbook
}

export function checkPack(key: string): { playbook: Playbook | null; issues: FileIssue[] } {
  const file = `${key}.yaml`
  return readPlaybook(readFileSync(join(FOLDER, file), 'utf8'), `packs/${file}`, 'zh-CN', withPlans)
}

export function listPacks(locale: Locale): { key: string; name: string; summary: string }[] {
  return packKeys().flatMap((key) => {
    const pack = readPack(key)
    return pack ? [{ key, name: say(pack.name, locale), summary: say(pack.summary, locale) }] : []
  })
}
