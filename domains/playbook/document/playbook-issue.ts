import type { Locale } from '#contracts/kit'
import type { PlaybookIssue } from '#contracts/playbook/versions'
import { type PlaybookWord, word } from './playbook-words.ts'

export type IssuePath = readonly (string | number)[]

/** A mistake before it is put into words: `code` names the sentences, `data` fills their {{variables}}. */
export type Finding = { code: string; path: IssuePath; data?: Record<string, string | number> }

/** A path as a person reads it in the document: `responsibility[3].team`; the document itself is `.`. */
export function readablePath(path: IssuePath): string {
  let text = ''
  for (const part of path) text += typeof part === 'number' ? `[${part}]` : text ? `.${part}` : part
  return text || '.'
}

export function tellIssue(finding: Finding, locale: Locale): PlaybookIssue {
  const sentence = (part: 'problem' | 'remedy') =>
    word(`issues.${finding.code}.${part}` as PlaybookWord, locale, finding.data)
  return { path: readablePath(finding.path), problem: sentence('problem'), remedy: sentence('remedy') }
}
