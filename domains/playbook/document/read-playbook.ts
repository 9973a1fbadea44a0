import { LineCounter, parseDocument } from 'yaml'
import type { Locale } from '#contracts/kit'
import type { Playbook } from '#contracts/playbook'
import type { PlaybookIssue } from '#contracts/playbook/versions'
import { type Finding, type IssuePath, tellIssue } from './playbook-issue.ts'
import { checkPlaybook } from './playbook-issues.ts'

/** A mistake with its place in the file; `line` counts from 1. */
export type FileIssue = PlaybookIssue & { file: string; line: number }

/** `playbook` is null unless the file is free of mistakes. */
export type ReadPlaybook = { playbook: Playbook | null; issues: FileIssue[] }

/**
 * Reads a playbook written as YAML (1.2, with anchors and `<<`), as industry packs are.
 * Shape: mistakes of the notation stop the reading; mistakes of the content carry the line of the value, or of the
 *        nearest place around it when something is missing. `prepare` completes the document before it is checked.
 */
export function readPlaybook(
  text: string,
  file: string,
  locale: Locale = 'zh-CN',
  prepare = (document: unknown): unknown => document,
): ReadPlaybook {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, merge: true, prettyErrors: false })
  const told = (finding: Finding, line: number): FileIssue => ({ ...tellIssue(finding, locale), file, line })
  const broken = document.errors.map((error) =>
    told({ code: 'notYaml', path: [], data: { detail: error.message } }, lines.linePos(error.pos[0]).line),
  )
  if (broken.length > 0) return { playbook: null, issues: broken }

  const { playbook, findings } = checkPlaybook(prepare(document.toJS()))
  const lineOf = (path: IssuePath): number => {
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true) as
        | { range?: [number, number, number] }
        | undefined
      if (node?.range) return lines.linePos(node.range[0]).line
    }
    return 1
  }
  const issues = findings.map((finding) => told(finding, lineOf(finding.path)))
  return { playbook: issues.length === 0 ? playbook : null, issues }
}
