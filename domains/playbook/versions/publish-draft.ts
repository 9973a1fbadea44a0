import { Playbook } from '#contracts/playbook'
import { playbookPublished } from '#contracts/playbook/versions'
import { audit } from '#platform/audit/audit'
import { type Ctx, staffOf } from '#platform/context'
import { eventRow, publish } from '#platform/events/publish'
import { comparePlaybooks } from '../document/compare-playbooks.ts'
import { tellIssue } from '../document/playbook-issue.ts'
import { checkPlaybook } from '../document/playbook-issues.ts'
import { playbookErrors } from '../errors.ts'
import { countTickets } from './ticket-count.ts'
import * as data from './version-data.ts'
import { type VersionView, viewVersion } from './version-view.ts'

const MOST_ISSUES_TOLD = 20
const MOST_CHANGES_KEPT = 100

/**
 * Puts the draft in force (P3). New tickets begin with it; running ones keep the version they began with.
 * Errors: playbook.noDraft, playbook.draftHasIssues (with the first of them), playbook.nothingChanged.
 */
export function publishDraft(ctx: Ctx, note: string): Promise<VersionView> {
  const staff = staffOf(ctx)
  return ctx.transaction(async (tx) => {
    const draft = await data.lockDraft(tx)
    if (!draft) throw playbookErrors.noDraft()
    const inForce = await data.readPublished(tx)
    const { playbook, findings } = checkPlaybook(draft.document)
    if (!playbook || findings.length > 0) {
      const issues = findings.slice(0, MOST_ISSUES_TOLD).map((finding) => tellIssue(finding, ctx.locale))
      throw playbookErrors.draftHasIssues({ count: findings.length, issues }, 'document')
    }
    const changes = inForce ? comparePlaybooks(Playbook.parse(inForce.document), playbook, 'zh-CN') : []
    if (inForce && changes.length === 0) throw playbookErrors.nothingChanged()

    const written = { by: staff.staffId, byName: staff.name, at: ctx.now() }
    await data.putInForce(tx, draft.id, { document: playbook, note }, written)
    await audit(tx, ctx, {
      action: 'playbook.publish',
      subjectKind: 'playbook',
      subjectId: draft.id,
      subject: String(draft.number),
      data: { note, number: draft.number, changes: changes.slice(0, MOST_CHANGES_KEPT).map((c) => c.where) },
    })
    await publish(tx, ctx, eventRow(playbookPublished, { versionId: draft.id }))
    const row = await data.readVersion(tx, draft.id)
    if (!row) throw new Error('the version that was just published is gone')
    return viewVersion(row, await countTickets(tx, [draft.id]))
  })
}
