import type { Room } from '#contracts/incidents'
import type { Locale } from '#contracts/kit'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { say } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import { viewStep } from '../checklist/view-step.ts'
import { viewDrillScore } from '../drill/view-drill-score.ts'
import { viewMembers, viewPosts } from '../people/view-people.ts'
import { missingFor, viewReview } from '../review/view-review.ts'
import { viewSheet } from '../sheet/view-sheet.ts'
import type { Loaded } from './loaded.ts'
import { viewLinked } from './view-linked.ts'
import { nextOf, viewRow, who } from './view-row.ts'

/** What of a room is the same for everybody who reads as much of it in the same language. */
export type SharedRoom = Omit<Room, 'callsMe' | 'can' | 'statements' | 'affected'>

export function viewShared(ctx: Ctx, locale: Locale, now: Date, loaded: Loaded): SharedRoom {
  const { incident, parts, names, files, seals } = loaded
  const plan = incident.plan as EmergencyPlan
  const { read } = loaded
  const steps = parts.steps.map((row) =>
    viewStep(row, {
      plan,
      locale,
      now,
      names,
      members: parts.members,
      files,
      // Who was taken where and how they are: for the team, not for whoever reads for a shop.
      shows: read === 'all' || row.done_by === read.staffId,
    }),
  )
  const linked = viewLinked(loaded)
  const involved = viewInvolved(loaded, linked)
  const review = viewReview(parts, names, now)
  const counted = {
    title: loaded.roomTitle,
    shops: involved.length,
    tickets: parts.tickets,
    stepsDone: steps.filter((s) => s.state === 'done' || s.state === 'left_out').length,
    steps: steps.filter((s) => s.state !== 'set_aside').length,
    next: nextOf(steps),
    overdue: steps.filter((s) => s.state === 'open' && s.late).length,
  }
  return {
    ...viewRow(incident, counted, names, locale),
    version: incident.version,
    source: incident.source as Room['source'],
    alarmId: incident.alarm_id,
    plan: incident.plan_key,
    summary: incident.summary,
    grades: plan.grades.map((g) => ({
      key: g.key,
      name: say(g.name, locale),
      meaning: say(g.meaning, locale),
    })),
    grade: incident.grade,
    containedAt: incident.contained_at?.toISOString() ?? null,
    spokesperson: who(incident.spokesperson_id, names),
    has: { seal: plan.seal, affected: plan.affected },
    checklist: steps,
    posts: viewPosts(plan, parts, locale),
    members: viewMembers(plan, parts, names, locale),
    linked,
    involved,
    evidence: plan.evidence.map(({ key, text }) => ({
      key,
      text: say(text, locale),
      kept: parts.evidence.some((e) => e.key === key && e.kept),
    })),
    seals,
    sheet: viewSheet(ctx, plan, parts, locale, { whole: read === 'all' }),
    files: parts.files.flatMap((f) => files.get(f.file_id) ?? []),
    review,
    missing: missingFor(
      steps,
      { finished: Boolean(review?.finishedAt), measures: review?.measures.length ?? 0 },
      seals,
      loaded.toTell,
    ),
    score: viewDrillScore(incident.score, locale),
  }
}

function viewInvolved({ incident, shops, regions, seals }: Loaded, linked: Room['linked']): Room['involved'] {
  return incident.shop_ids.flatMap((id) => {
    const shop = shops.get(id)
    if (!shop) return []
    const asked = seals.filter((s) => !s.liftedAt).flatMap((s) => s.shops.filter((x) => x.shopId === id))
    const waiting = asked.some((x) => x.state === 'waiting')
    return [
      {
        id,
        name: shop.name,
        region: regions.get(id) ?? '',
        place: shop.point,
        tickets: linked.filter((t) => t.shopName === shop.name).length,
        seal: asked.length ? (waiting ? ('waiting' as const) : ('acknowledged' as const)) : ('none' as const),
      },
    ]
  })
}
