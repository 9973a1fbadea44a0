import type { Locale } from '#contracts/kit'
import type { Playbook } from '#contracts/playbook'
import type { PlaybookIssue } from '#contracts/playbook/versions'
import { emergencyAdvice, emergencyFindings } from './emergency-findings.ts'
import { orderFindings } from './order-findings.ts'
import { type Finding, tellIssue } from './playbook-issue.ts'
import { referenceFindings } from './reference-findings.ts'
import { ruleFindings } from './rule-findings.ts'
import { checkShape } from './schema-findings.ts'
import { wordingFindings } from './wording-findings.ts'

/** `findings` keep it from being published, `advice` does not. */
export type Checked = { playbook: Playbook | null; findings: Finding[]; advice: Finding[] }

/**
 * Everything that keeps a document from being published, in the order of the document's parts.
 * Shape: while the shape itself is wrong only that is reported; `playbook` is the typed document as soon as it fits,
 *        even when it has other mistakes.
 */
export function checkPlaybook(document: unknown): Checked {
  const shape = checkShape(document)
  if ('findings' in shape) return { playbook: null, findings: shape.findings, advice: [] }
  const { playbook } = shape
  const findings = [
    ...referenceFindings(playbook),
    ...ruleFindings(playbook),
    ...orderFindings(playbook),
    ...wordingFindings(playbook),
    ...emergencyFindings(playbook),
  ]
  return { playbook, findings, advice: emergencyAdvice(playbook) }
}

/** The mistakes of a document in the reader's language. */
export function playbookIssues(document: unknown, locale: Locale): PlaybookIssue[] {
  return checkPlaybook(document).findings.map((finding) => tellIssue(finding, locale))
}
