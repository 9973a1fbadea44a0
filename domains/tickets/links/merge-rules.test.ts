import { describe, expect, test } from 'vitest'
import type { Playbook } from '#contracts/playbook'
import { readPack } from '#domains/playbook'
import { type Judged, type MergeSide, mergeVerdict, raisedBy } from './merge-rules.ts'

const playbook = readPack('milk_tea') as Playbook
const side = (id: string, more: Partial<MergeSide> = {}): MergeSide => ({
  id,
  status: 'in_progress',
  customer: 'c1',
  hasMerged: false,
  kind: 'complaint',
  priority: 'P3',
  ...more,
})

describe('who may be merged into whom', () => {
  test.each<[string, MergeSide, MergeSide, string]>([
    ['two of the same customer', side('a'), side('b'), 'yes'],
    ['a ticket into itself', side('a'), side('a'), 'same_ticket'],
    ['one of nobody known', side('a', { customer: null }), side('b'), 'confirm'],
    ['into one of nobody known', side('a'), side('b', { customer: null }), 'confirm'],
    ['two different customers', side('a'), side('b', { customer: 'c2' }), 'different_customers'],
    ['one that is merged already', side('a', { status: 'merged' }), side('b'), 'source_merged'],
    ['a closed one', side('a', { status: 'closed' }), side('b'), 'source_ended'],
    ['one that was set aside', side('a', { status: 'set_aside' }), side('b'), 'source_ended'],
    ['one into which others are merged', side('a', { hasMerged: true }), side('b'), 'source_has_merged'],
    ['into one into which others are merged', side('a'), side('b', { hasMerged: true }), 'yes'],
    ['into a merged one', side('a'), side('b', { status: 'merged' }), 'target_merged'],
    ['into a closed one', side('a'), side('b', { status: 'closed' }), 'target_closed'],
    ['into one that was set aside', side('a'), side('b', { status: 'set_aside' }), 'target_set_aside'],
    [
      'an emergency into one whose solution waits',
      side('a', { priority: 'P1', kind: 'emergency' }),
      side('b', { status: 'proposed' }),
      'target_settled',
    ],
    [
      'a milder one into one that is resolved',
      side('a'),
      side('b', { status: 'resolved', priority: 'P2' }),
      'yes',
    ],
  ])('%s: %s', (_, source, target, verdict) => {
    expect(mergeVerdict(source, target)).toBe(verdict)
  })
})

describe('no emergency is lost', () => {
  const judged = (kind: Judged['kind'], severity: number, impact: number, priority: Judged['priority']) => ({
    kind,
    severity,
    impact,
    priority,
  })

  test('the target becomes an emergency with the worse of both judgements', () => {
    const raised = raisedBy(playbook, judged('emergency', 4, 2, 'P1'), judged('complaint', 2, 3, 'P3'))
    expect(raised).toEqual({ kind: 'emergency', severity: 4, impact: 3, priority: 'P1' })
  })
  test('a target that is urgent enough stays as it is', () => {
    expect(raisedBy(playbook, judged('complaint', 2, 2, 'P3'), judged('complaint', 3, 3, 'P2'))).toBeNull()
  })
  test('a complaint does not lose its clocks among praise', () => {
    const raised = raisedBy(playbook, judged('complaint', 1, 1, 'P4'), judged('praise', 0, 1, 'P4'))
    expect(raised?.kind).toBe('complaint')
  })
  test('whatever the matrix says, it is never milder than either', () => {
    const raised = raisedBy(playbook, judged('complaint', 1, 1, 'P1'), judged('complaint', 1, 1, 'P4'))
    expect(raised?.priority).toBe('P1')
  })
})
