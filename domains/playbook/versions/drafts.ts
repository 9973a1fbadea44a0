import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { Playbook } from '#contracts/playbook'
import type { DraftState, SaveDraft } from '#contracts/playbook/versions'
import { findRolesHeld } from '#domains/people'
import { audit } from '#platform/audit/audit'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { comparePlaybooks } from '../document/compare-playbooks.ts'
import { chainAdvice } from '../document/emergency-findings.ts'
import { tellIssue } from '../document/playbook-issue.ts'
import { checkPlaybook } from '../document/playbook-issues.ts'
import { taiwanWords } from '../document/taiwan-words.ts'
import { playbookErrors } from '../errors.ts'
import * as data from './version-data.ts'

export type Draft = z.infer<typeof DraftState>

/** Errors: playbook.noDraft. */
export function readDraft(ctx: Ctx): Promise<Draft> {
  return ctx.transaction(async (tx) => {
    const draft = await data.readDraft(tx)
    if (!draft) throw playbookErrors.noDraft()
    return viewDraft(tx, ctx, draft.document, draft.note)
  })
}

/** Keeps the draft whatever state it is in, and says what is wrong with it and what it would change. */
export function saveDraft(ctx: Ctx, input: z.infer<typeof SaveDraft>): Promise<Draft> {
  const staff = staffOf(ctx)
  return ctx.transaction(async (tx) => {
    const document = input.document ?? null
    await data.saveDraft(
      tx,
      { brandId: staff.brandId, id: uuidv7(), document, note: input.note },
      { by: staff.staffId, byName: staff.name, at: ctx.now() },
    )
    return viewDraft(tx, ctx, document, input.note)
  })
}

/** Errors: playbook.noDraft. */
export function discardDraft(ctx: Ctx): Promise<void> {
  return ctx.transaction(async (tx) => {
    const number = await data.deleteDraft(tx)
    if (number === undefined) throw playbookErrors.noDraft()
    await audit(tx, ctx, {
      action: 'playbook.discardDraft',
      subjectKind: 'playbook',
      subjectId: String(number),
      subject: String(number),
    })
  })
}

/** A document whose shape is still wrong is not compared: there is nothing sure to say about it. */
async function viewDraft(tx: Tx, ctx: Ctx, document: unknown, note: string): Promise<Draft> {
  const inForce = await data.readPublished(tx)
  if (!inForce) throw playbookErrors.notPublished()
  const { playbook, findings, advice } = checkPlaybook(document)
  const unheld = playbook?.emergencies.length ? chainAdvice(playbook, await findRolesHeld(tx)) : []
  const before = Playbook.parse(inForce.document)
  return {
    base: inForce.number,
    document,
    taiwan: taiwanWords(document, ctx.locale),
    note,
    issues: findings.map((finding) => tellIssue(finding, ctx.locale)),
    advice: [...advice, ...unheld].map((finding) => tellIssue(finding, ctx.locale)),
    changes: playbook ? comparePlaybooks(before, playbook, ctx.locale) : [],
  }
}
