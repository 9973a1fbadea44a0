import { describe, expect, test } from 'vitest'
import type { Text } from '#contracts/kit'
import { Kind, type Playbook, Priority } from '#contracts/playbook'
import { CauseGroup } from '#contracts/playbook/causes'
import { StepPhase } from '#contracts/playbook/emergency'
import { MAINLAND_WORDS } from '#test/mainland-words'
import { priorityOf, responsible, slaFor } from '../rules/route.ts'
import { comparePlaybooks } from './compare-playbooks.ts'
import { planFiles } from './pack-emergencies.ts'
import { checkPack, listPacks, packKeys, readPack } from './packs.ts'
import { say } from './text.ts'

const NOT_READ = ['words', 'unless', 'signals']

/** Whatever somebody reads, by where it stands; what is compared with the words of customers is left out. */
function textsOf(value: unknown, where: string): [string, Text][] {
  if (typeof value === 'string') return /\p{Script=Han}/u.test(value) ? [[where, value]] : []
  if (typeof value !== 'object' || value === null) return []
  if ('zh-CN' in value) return [[where, value as Text]]
  return Object.entries(value)
    .filter(([key]) => !NOT_READ.includes(key))
    .flatMap(([key, inner]) => textsOf(inner, `${where}.${key}`))
}

const variables = (text = '') => [...new Set(text.match(/\{\{\w+\}\}/g))].sort()

describe.each(packKeys())('%s', (key) => {
  const { issues } = checkPack(key)

  test('has no mistakes', () => {
    expect(issues.map((i) => `${i.file}:${i.line} ${i.path} ${i.problem}`)).toEqual([])
  })

  test('says everything in English too, with the same variables', () => {
    const texts = textsOf(readPack(key), key)
    const english = (text: Text) => (typeof text === 'string' ? undefined : text.en)
    const chinese = (text: Text) => (typeof text === 'string' ? text : text['zh-CN'])
    expect(texts.filter(([, text]) => !english(text)).map(([where]) => where)).toEqual([])
    expect(
      texts
        .filter(([, text]) => `${variables(chinese(text))}` !== `${variables(english(text))}`)
        .map(([w]) => w),
    ).toEqual([])
  })

  test('is read in Taiwan without a word that is not said there', () => {
    const read = textsOf(readPack(key), key).map(([where, text]) => `${where}: ${say(text, 'zh-TW')}`)
    expect(read.filter((line) => MAINLAND_WORDS.test(line))).toEqual([])
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

const FOOD = ['milk_tea', 'takeaway', 'restaurant']

describe.each(packKeys())('the emergency plans of %s', (key) => {
  const { emergencies } = readPack(key) as Playbook

  test('cover the kinds of its trade', () => {
    const kinds = new Set(emergencies.map((plan) => plan.kind))
    const trade = FOOD.includes(key)
      ? ['food_safety', 'delivery_accident']
      : key === 'beauty'
        ? ['skin_reaction', 'goods']
        : []
    expect([...kinds]).toEqual(
      expect.arrayContaining([...trade, 'injury', 'data_leak', 'public_opinion', 'violence']),
    )
  })

  test.each(emergencies)('$key can be gone by from the first minute', (plan) => {
    expect(plan.steps.length).toBeGreaterThanOrEqual(10)
    expect([...new Set(plan.steps.map((step) => step.phase))].sort()).toEqual([
      'at_once',
      'closing',
      'first_hours',
      'following_days',
    ])
    const phases = plan.steps.map((step) => StepPhase.options.indexOf(step.phase))
    expect(phases).toEqual([...phases].sort())
    expect(plan.steps.filter((step) => step.phase === 'at_once' && !step.due)).toEqual([])
    expect(plan.steps.filter((step) => !step.help).map((step) => step.key)).toEqual([])
    const names = [
      plan.name,
      plan.summary,
      ...plan.grades.map((g) => g.name),
      ...plan.posts.map((p) => p.name),
      ...plan.steps.map((s) => s.title),
    ]
    expect(names.filter((name) => typeof name === 'string' || !name.en)).toEqual([])
    expect(plan.steps.some((step) => step.law)).toBe(true)
    expect(plan.steps.some((step) => step.opens === 'call_down')).toBe(true)
    expect(plan.steps.at(-1)?.key).toBe('review')
    const idle = plan.posts.filter((post) => !plan.steps.some((step) => step.post === post.key))
    expect(idle.map((post) => post.key)).toEqual([])
    expect(plan.statements.some((statement) => statement.audience === 'public')).toBe(true)
  })
})

test('what the law gives a time for stands in the plan with that time and its source', () => {
  const due = (pack: string, plan: string, step: string) => {
    const found = readPack(pack)
      ?.emergencies.find((p) => p.key === plan)
      ?.steps.find((s) => s.key === step)
    return [found?.due?.amount, found?.due?.unit, found?.law?.validFrom, found?.law?.confirm]
  }
  for (const pack of FOOD) {
    expect(due(pack, 'food_poisoning', 'report')).toEqual([2, 'hours', '2015-10-01', true])
    expect(due(pack, 'food_poisoning', 'stop_sale').slice(2)).toEqual(['2019-12-01', false])
  }
  expect(due('beauty', 'skin_reaction', 'report_ordinary')).toEqual([30, 'days', '2022-10-01', false])
  expect(due('beauty', 'skin_reaction', 'report_serious')).toEqual([15, 'days', '2022-10-01', false])
  expect(due('beauty', 'skin_reaction', 'report_great')).toEqual([3, 'days', '2022-10-01', false])
  expect(due('general', 'data_leak', 'report_network')).toEqual([4, 'hours', '2025-11-01', true])
  expect(due('general', 'data_leak', 'notify_authority').slice(2)).toEqual(['2021-11-01', false])
})

test('no number is called the law’s but those that a law states', () => {
  const timed = packKeys().flatMap((key) =>
    (readPack(key) as Playbook).emergencies.flatMap((plan) =>
      plan.steps.flatMap(({ key: step, due, law }) =>
        due && law && !law.ownTime ? [`${plan.key}.${step}: ${due.amount} ${due.unit}`] : [],
      ),
    ),
  )
  expect([...new Set(timed)].sort()).toEqual([
    'allergy.judge_report: 2 hours',
    'allergy.report: 2 hours',
    'data_leak.report_network: 4 hours',
    'delivery_accident.report_accident: 1 hours',
    'delivery_accident.work_injury: 30 days',
    'food_poisoning.report: 2 hours',
    'foreign_object.judge_report: 2 hours',
    'foreign_object.report: 2 hours',
    'injury.report_accident: 1 hours',
    'injury.work_injury: 30 days',
    'product_injury.report: 2 working_days',
    'skin_reaction.report_device: 20 days',
    'skin_reaction.report_great: 3 days',
    'skin_reaction.report_ordinary: 30 days',
    'skin_reaction.report_serious: 15 days',
    'violence.report_accident: 1 hours',
  ])
})

test('where the law says “at once”, the plan says so beside the house’s own time', () => {
  for (const pack of packKeys()) {
    const steps = readPack(pack)!.emergencies.find((plan) => plan.key === 'data_leak')!.steps
    for (const key of ['judge', 'notify_authority', 'tell_affected'])
      expect(steps.find((step) => step.key === key)?.law).toMatchObject({
        limit: { 'zh-CN': '立即', en: 'at once' },
        ownTime: true,
      })
  }
})

test('a plan is written once and completed by each trade', () => {
  const help = (pack: string) =>
    readPack(pack)
      ?.emergencies.find((plan) => plan.key === 'food_poisoning')
      ?.steps.find((step) => step.key === 'stop_sale')?.help
  expect(new Set(FOOD.map(help)).size).toBe(FOOD.length)
  const named = new Set(packKeys().flatMap((key) => readPack(key)?.emergencies.map((plan) => plan.key)))
  expect([...named].sort()).toEqual(planFiles())
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
