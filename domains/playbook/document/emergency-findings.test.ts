import { describe, expect, test } from 'vitest'
import type { Playbook } from '#contracts/playbook'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { comparePlaybooks } from './compare-playbooks.ts'
import { chainAdvice } from './emergency-findings.ts'
import { packKeys, readPack } from './packs.ts'
import { readablePath, tellIssue } from './playbook-issue.ts'
import { checkPlaybook } from './playbook-issues.ts'

const tea = readPack('milk_tea') as Playbook

/** The pack with its first plan (food poisoning) changed. */
function withPlan(edit: (plan: EmergencyPlan, playbook: Playbook) => void): Playbook {
  const copy = structuredClone(tea)
  edit(copy.emergencies[0] as EmergencyPlan, copy)
  return copy
}
const found = (playbook: Playbook) =>
  checkPlaybook(playbook).findings.map((f) => `${f.code} ${readablePath(f.path)}`)
const advised = (playbook: Playbook) =>
  checkPlaybook(playbook).advice.map((f) => `${f.code} ${readablePath(f.path)}`)
const at = <T>(list: readonly T[], i: number): T => list[i] as T

describe('what keeps a plan from working is found where it stands', () => {
  test.each<[string, (plan: EmergencyPlan, playbook: Playbook) => void, string]>([
    ['a leader who is no post', (p) => (p.leader = 'boss'), 'unknownPost emergencies[0].leader'],
    ['a speaker who is no post', (p) => (p.spokesperson = 'boss'), 'unknownPost emergencies[0].spokesperson'],
    ['a step by nobody', (p) => (at(p.steps, 2).post = 'boss'), 'unknownPost emergencies[0].steps[2].post'],
    ['a post twice', (p) => (at(p.posts, 1).key = 'leader'), 'doubledKey emergencies[0].posts[1].key'],
    ['a step twice', (p) => (at(p.steps, 1).key = 'help_ill'), 'doubledKey emergencies[0].steps[1].key'],
    ['evidence twice', (p) => (at(p.evidence, 1).key = 'food'), 'doubledKey emergencies[0].evidence[1].key'],
    [
      'a statement twice',
      (p) => (at(p.statements, 1).key = 'affected'),
      'doubledKey emergencies[0].statements[1].key',
    ],
    [
      'a line of the sheet twice',
      (p) => (at(p.sheet, 1).key = 'persons'),
      'doubledKey emergencies[0].sheet[1].key',
    ],
    [
      'a plan twice',
      (_, all) => (at(all.emergencies, 1).key = 'food_poisoning'),
      'doubledKey emergencies[1].key',
    ],
    [
      'a degree that does not exist',
      (p) => (at(p.steps, 0).grades = ['single', 'huge']),
      'unknownGrade emergencies[0].steps[0].grades[1]',
    ],
    [
      'a time from grading without degrees',
      (p) => {
        for (const step of p.steps) delete step.grades
        p.grades = []
        at(p.steps, 0).due = { amount: 1, unit: 'hours', from: 'graded' }
      },
      'dueWithoutGrades emergencies[0].steps[0].due',
    ],
    [
      'a seal that it does not have',
      (p) => (p.seal = false),
      'stepOpensNothing_seal emergencies[0].steps[2].opens',
    ],
    [
      'affected customers that it does not have',
      (p) => (p.affected = false),
      'stepOpensNothing_affected emergencies[0].steps[9].opens',
    ],
    [
      'statements opened and none there',
      (p) => (p.statements = []),
      'stepOpensNothing_statements emergencies[0].steps[10].opens',
    ],
    [
      'a sheet opened and none there',
      (p) => (p.sheet = []),
      'stepOpensNothing_sheet emergencies[0].steps[5].opens',
    ],
    ['a risk that does not exist', (p) => p.risks.push('ghost'), 'unknownRisk emergencies[0].risks[1]'],
    [
      'a risk by which it would begin graver that does not exist',
      (p) => (at(p.grades, 1).from = { risks: ['ghost'], words: [], unless: [] }),
      'unknownRisk emergencies[0].grades[1].from.risks[0]',
    ],
    [
      'a food plan that owes no report',
      (p) => {
        for (const step of p.steps) delete step.law
      },
      'foodPlanWithoutLaw emergencies[0].steps',
    ],
    [
      'a choice with one option',
      (p) => Object.assign(at(p.sheet, 0), { kind: 'choice', choices: [{ key: 'a', name: '甲' }] }),
      'tooFewChoices emergencies[0].sheet[0].choices',
    ],
    [
      'options where nothing is chosen',
      (p) => (at(p.sheet, 0).choices = [{ key: 'a', name: '甲' }]),
      'strayChoices emergencies[0].sheet[0].choices',
    ],
    [
      'a variable that nobody fills',
      (p) => (at(p.statements, 0).text = '您好 {{customer}}'),
      'unknownVariable emergencies[0].statements[0].text',
    ],
    [
      'words that ask for a review to be taken back',
      (p) => (at(p.statements, 0).text = { 'zh-CN': '我们全额赔付，请您删除评价。', en: 'Sorry.' }),
      'asksForReview emergencies[0].statements[0].text.zh-CN',
    ],
  ])('%s', (_, edit, expected) => {
    const playbook = withPlan(edit)
    expect(found(playbook)).toContain(expected)
    for (const finding of checkPlaybook(playbook).findings) {
      for (const locale of ['zh-CN', 'zh-TW', 'en'] as const) {
        const { problem, remedy } = tellIssue(finding, locale)
        expect(problem + remedy).not.toMatch(/\{\{(?!customer)|issues\.|^(problem|remedy)/)
      }
    }
  })
})

describe('what is worth a look keeps nobody from publishing', () => {
  test('a serious risk that no plan names', () => {
    const playbook = withPlan((plan) => {
      plan.risks = []
    })
    expect(found(playbook)).toEqual([])
    expect(advised(playbook)).toEqual(['riskWithoutPlan risks[4]'])
  })

  test('a playbook from before there were plans is told once', () => {
    const { emergencies: _, ...older } = tea
    const { playbook, findings, advice } = checkPlaybook(older)
    expect(playbook?.emergencies).toEqual([])
    expect(findings).toEqual([])
    expect(advice.map((f) => f.code)).toEqual(['noPlans'])
  })

  test('a post whose roles nobody in the house holds', () => {
    const held = new Set(['region_manager', 'shop_manager', 'quality', 'lead', 'marketing', 'tech'] as const)
    const told = chainAdvice(tea, held).map((f) => tellIssue(f, 'zh-CN'))
    expect(told.map((issue) => issue.path)).toContain('emergencies[0].posts[6].chain')
    expect(told[0]?.problem).toBe('「疑似食物中毒」的「法务与赔付」叫不到人：顺位上的角色现在没有人担任。')
    expect(chainAdvice(tea, new Set([...held, 'finance', 'executive', 'delivery_lead'] as const))).toEqual([])
  })

  test.each(packKeys())('%s itself gives no cause', (key) => {
    expect(advised(readPack(key) as Playbook)).toEqual([])
  })
})

test('what changes in a plan is told in words and with units', () => {
  const after = withPlan((plan) => {
    at(plan.steps, 6).due = { amount: 90, unit: 'minutes', from: 'opened' }
    at(plan.steps, 6).law = { source: '本市规定', validFrom: '2026-06-01', confirm: false }
    at(plan.steps, 7).post = 'quality'
    plan.sealEveryMin = 8
    plan.risks = ['illness', 'spoiled']
    plan.evidence.pop()
    at(plan.steps, 13).grades = ['serious']
  })
  const lines = (locale: 'zh-CN' | 'en') =>
    comparePlaybooks(tea, after, locale).map((c) => `${c.where}｜${c.before} → ${c.after}`)
  expect(lines('zh-CN')).toEqual(
    expect.arrayContaining([
      '应急预案 › 疑似食物中毒 › 步骤 › 两小时内报告 › 时限｜2 小时内 → 90 分钟内',
      '应急预案 › 疑似食物中毒 › 步骤 › 查员工健康 › 由谁做｜门店负责人 → 品控与报告人',
      '应急预案 › 疑似食物中毒 › 没确认封存多久再催｜5 分钟 → 8 分钟',
      '应急预案 › 疑似食物中毒 › 风险词｜喝后身体不适 → 喝后身体不适、变质过期',
      '应急预案 › 疑似食物中毒 › 步骤 › 补报进展 › 分级｜聚集、严重 → 严重',
    ]),
  )
  expect(lines('zh-CN').find((line) => line.includes('法定要求'))).toContain('本市规定（2026-06-01 起）')
  expect(lines('zh-CN').filter((line) => line.includes('要留的证据'))).toHaveLength(1)
  expect(lines('en')).toContain(
    'Emergency plans › Suspected food poisoning › Seal asked again after｜5 min → 8 min',
  )
})
