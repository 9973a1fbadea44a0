import { describe, expect, test } from 'vitest'
import type { Text } from '#contracts/kit'
import { CauseGroup, Kind, type Playbook, Priority } from '#contracts/playbook'
import { priorityOf, responsible, slaFor } from '../rules/route.ts'
import { comparePlaybooks } from './compare-playbooks.ts'
import { checkPack, listPacks, packKeys, readPack } from './packs.ts'

/** What customers read, by where it stands. */
function customerTexts(pack: Playbook): [string, Text][] {
  return [
    ...pack.forms.flatMap((form): [string, Text][] => [
      [`${form.channel}.title`, form.title],
      [`${form.channel}.subtitle`, form.subtitle],
      [`${form.channel}.submit`, form.submit],
      [`${form.channel}.privacy`, form.privacy],
      [`${form.channel}.thanks`, form.thanks],
      ...form.fields.flatMap((field): [string, Text][] => [
        [`${form.channel}.${field.key}`, field.label],
        ...(field.options ?? []).map((o): [string, Text] => [
          `${form.channel}.${field.key}.${o.key}`,
          o.label,
        ]),
      ]),
    ]),
    ...pack.categories.flatMap((c) =>
      c.children.flatMap((child): [string, Text][] => (child.chip ? [[child.key, child.chip]] : [])),
    ),
    ...pack.teams.map((team): [string, Text] => [team.key, team.publicName]),
    ...pack.templates.map((template): [string, Text] => [template.key, template.text]),
    ...[...pack.closing.rejectReasons, ...pack.closing.ratingReasons].map((r): [string, Text] => [
      r.key,
      r.label,
    ]),
  ]
}

describe.each(packKeys())('%s', (key) => {
  const { issues } = checkPack(key)

  test('has no mistakes', () => {
    expect(issues.map((i) => `${i.file}:${i.line} ${i.path} ${i.problem}`)).toEqual([])
  })

  test('says in English too whatever a customer reads', () => {
    const pack = readPack(key) as Playbook
    const without = customerTexts(pack).filter(([, text]) => typeof text === 'string' || !text.en)
    expect(without.map(([where]) => where)).toEqual([])
  })

  test('has an owner and a first answer for every kind, category and priority', () => {
    const pack = readPack(key) as Playbook
    const categories = pack.categories.flatMap((c) => c.children.map((child) => `${c.key}.${child.key}`))
    for (const kind of Kind.options) {
      for (const priority of Priority.options) {
        expect(slaFor(pack, kind, priority).respond).toBeDefined()
        for (const category of categories) {
          const facts = { kind, categories: [category], priority, channel: 'qr' as const, shopCode: null }
          expect(responsible(pack, facts).chain.length).toBeGreaterThan(0)
        }
      }
    }
  })

  test('offers causes of its own trade, in groups and in English too', () => {
    const { causes } = readPack(key) as Playbook
    expect(causes.length).toBeGreaterThanOrEqual(20)
    expect(new Set(causes.map((cause) => cause.group)).size).toBe(CauseGroup.options.length)
    expect(causes.at(-1)?.group).toBe('unknown')
    expect(causes.filter(({ name }) => typeof name === 'string' || !name.en).map((c) => c.key)).toEqual([])
  })

  test.each(['greeting', 'apology', 'plan', 'proposal'] as const)('says a %s in three tones', (scenario) => {
    const { templates } = readPack(key) as Playbook
    const tones = templates.filter((t) => t.scenario === scenario).map((t) => t.tone)
    expect([...new Set(tones)].sort()).toEqual(['brief', 'formal', 'warm'])
  })

  test('calls people at once when somebody is hurt or ill', () => {
    const pack = readPack(key) as Playbook
    const worst = pack.risks.filter((risk) => risk.severity === 4)
    expect(worst.length).toBeGreaterThan(0)
    expect(
      worst.filter((risk) => priorityOf(pack, risk.severity, risk.impact) !== 'P1').map((r) => r.key),
    ).toEqual([])
    expect(worst.filter((risk) => risk.notify.length === 0).map((r) => r.key)).toEqual([])
  })
})

test('packs are different processes, not one with other words', () => {
  const packs = packKeys().map((key) => readPack(key) as Playbook)
  for (const [i, pack] of packs.entries()) {
    for (const other of packs.slice(i + 1)) {
      const areas = new Set(comparePlaybooks(pack, other, 'zh-CN').map((c) => c.path.split(/[.[]/)[0]))
      expect([...areas]).toEqual(
        expect.arrayContaining(['categories', 'risks', 'responsibility', 'sla', 'templates']),
      )
    }
  }
})

test('they are offered in the reader’s language', () => {
  const [first] = listPacks('en')
  expect(first?.key).toBe('milk_tea')
  expect(first?.name).toMatch(/[a-z]/i)
  expect(readPack('nothing')).toBeUndefined()
  expect(readPack('../fixtures/noodle-shop')).toBeUndefined()
})
