import { expect, test } from 'vitest'
import { EmergencyPlan } from '#contracts/playbook/emergency'
import { mergePlans } from './merge-plans.ts'

const text = (words: string) => ({ 'zh-CN': words })
const step = (key: string, title: string) => ({ key, phase: 'at_once', title: text(title), post: 'lead' })
const plan = (key: string, steps: object[], more: object = {}) =>
  EmergencyPlan.parse({
    key,
    kind: 'injury',
    name: text(key),
    summary: text(key),
    posts: ['lead', 'voice'].map((post) => ({
      key: post,
      name: text(post),
      duty: text(post),
      chain: ['lead'],
    })),
    leader: 'lead',
    spokesperson: 'voice',
    steps: [...steps, ...['w', 'x', 'y', 'z'].map((one) => step(`${key}_${one}`, one))],
    evidence: [],
    ...more,
  })
const none = { posts: new Set<string>(), evidence: new Set<string>(), sheet: new Set<string>() }
const parts = { seal: false, affected: false }

test('what both plans want in the same words is one step; the same key with other words is another', () => {
  const before = plan('a', [step('call', '叫齐小组'), step('report', '报市监局'), step('only_a', '封存')])
  const next = plan('b', [step('call', '叫齐小组'), step('report', '报卫健委')])
  const steps = new Set(['call', 'report', 'only_a'])
  const merged = mergePlans(before, next, { ...none, ...parts, steps })
  expect(merged.steps.map((s) => s.key)).toEqual(['call', 'report_2', 'b_w', 'b_x', 'b_y', 'b_z'])
  const titles = Object.fromEntries(
    merged.plan.steps.map((s) => [s.key, (s.title as { 'zh-CN': string })['zh-CN']]),
  )
  expect(titles).toMatchObject({ call: '叫齐小组', report: '报市监局', report_2: '报卫健委', only_a: '封存' })
  expect(merged.plan.steps.find((s) => s.key === 'only_a')?.grades).toEqual([])
})

test('the step that asks for the degree is one and the same, in the words of the new plan', () => {
  const before = plan('a', [step('grade', '按伤情定级')])
  const next = plan('b', [step('grade', '问清人数并定级')])
  const { plan: merged } = mergePlans(before, next, { ...none, ...parts, steps: new Set(['grade']) })
  expect(merged.steps.filter((s) => s.key.startsWith('grade'))).toMatchObject([
    { key: 'grade', title: text('问清人数并定级') },
  ])
})

test('evidence that is safe, lines that are filled in and posts that somebody holds stay, what nothing stands on goes', () => {
  const field = (key: string) => ({ key, label: text(key), kind: 'words' })
  const post = (key: string) => ({ key, name: text(key), duty: text(key), chain: ['kitchen'] })
  const before = plan('a', [], {
    evidence: ['sample', 'video'].map((key) => ({ key, text: text(key) })),
    sheet: [field('batch'), field('maker')],
    posts: [...plan('a', []).posts, post('cook'), post('driver')],
    seal: true,
  })
  const used = {
    steps: new Set<string>(),
    posts: new Set(['cook']),
    evidence: new Set(['sample']),
    sheet: new Set(['batch']),
    seal: true,
    affected: false,
  }
  const { plan: merged } = mergePlans(before, plan('b', []), used)
  expect(merged.evidence.map((e) => e.key)).toEqual(['sample'])
  expect(merged.sheet.map((f) => f.key)).toEqual(['batch'])
  expect(merged.posts.map((p) => p.key)).toEqual(['lead', 'voice', 'cook'])
  expect([merged.key, merged.seal, merged.affected]).toEqual(['b', true, false])
})
