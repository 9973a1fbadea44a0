import type { z } from 'zod'
import { Playbook } from '#contracts/playbook'
import type { Finding, IssuePath } from './playbook-issue.ts'

type SchemaIssue = z.core.$ZodIssue

/** Checks the shape of a document: the typed playbook, or every place that has the wrong shape. */
export function checkShape(document: unknown): { playbook: Playbook } | { findings: Finding[] } {
  const parsed = Playbook.safeParse(document, { reportInput: true })
  if (parsed.success) return { playbook: parsed.data }
  return { findings: parsed.error.issues.flatMap(findingsOf) }
}

function findingsOf(issue: SchemaIssue): Finding[] {
  const path = issue.path as IssuePath
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? [{ code: 'missing', path, data: { expected: issue.expected } }]
        : [{ code: 'wrongType', path, data: { expected: issue.expected, found: kindOf(issue.input) } }]
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ code: 'unknownField', path: [...path, key], data: { field: key } }))
    case 'invalid_value':
      if (issue.input === undefined) return [{ code: 'missing', path }]
      return [
        { code: 'notOneOf', path, data: { found: shown(issue.input), allowed: issue.values.join('、') } },
      ]
    case 'too_small':
      return [{ code: `tooSmall_${amountOf(issue.origin)}`, path, data: { minimum: Number(issue.minimum) } }]
    case 'too_big':
      return [{ code: `tooBig_${amountOf(issue.origin)}`, path, data: { maximum: Number(issue.maximum) } }]
    case 'invalid_format':
      return [{ code: formatCode(issue), path, data: { found: shown(issue.input) } }]
    case 'invalid_union':
      return [
        {
          code: issue.input === undefined ? 'missing' : 'notText',
          path,
          data: { found: shown(issue.input) },
        },
      ]
    default:
      return [{ code: 'wrongShape', path, data: { found: shown(issue.input) } }]
  }
}

function formatCode(issue: SchemaIssue & { code: 'invalid_format' }): string {
  const pattern = 'pattern' in issue ? String(issue.pattern) : ''
  return pattern.includes(':[0-5]') ? 'notTime' : 'notKey'
}

function amountOf(origin: string): 'list' | 'text' | 'number' {
  if (origin === 'string') return 'text'
  return origin === 'array' || origin === 'set' ? 'list' : 'number'
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
