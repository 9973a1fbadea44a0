import type { AttachmentView } from '#contracts/channels'
import type { Step } from '#contracts/incidents'
import type { Locale } from '#contracts/kit'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { say } from '#domains/playbook'
import type { MemberRow, StepRow } from '../desk/desk-data.ts'
import { isOfTeam } from '../people/member-state.ts'

export type StepWords = {
  plan: EmergencyPlan
  locale: Locale
  now: Date
  names: ReadonlyMap<string, string>
  members: readonly MemberRow[]
  files: ReadonlyMap<string, AttachmentView>
  /** Whether the reader sees the words with which it was done. */
  shows: boolean
}

/** Who holds a post now: whoever has answered, else whoever has been called. */
export function holdersOf(
  members: readonly Pick<MemberRow, 'staff_id' | 'post' | 'state'>[],
  post: string,
): string[] {
  const of = members.filter((m) => m.post === post && isOfTeam(m))
  const there = of.filter((m) => m.state !== 'called')
  return (there.length ? there : of).map((m) => m.staff_id)
}

const CLOSE_MS = 2 * 60_000

/** A phone's clock may be off by so much without anybody having to know. */
export const isBelieved = (said: Date, counts: Date): boolean =>
  Math.abs(said.getTime() - counts.getTime()) <= CLOSE_MS

const saidAt = ({ said_at: said, done_at: counts }: StepRow): Date | null =>
  said && counts && isBelieved(said, counts) ? counts : said

export function viewStep(row: StepRow, words: StepWords): Step {
  const { plan, locale, names } = words
  const planned = plan.steps.find((s) => s.key === row.key)
  const post = plan.posts.find((p) => p.key === row.post)
  const ended = row.done_at ?? words.now
  return {
    id: row.id,
    key: row.key,
    phase: row.phase as Step['phase'],
    title: planned ? say(planned.title, locale) : row.added_title,
    help: planned?.help ? say(planned.help, locale) : '',
    post: row.post,
    postName: post ? say(post.name, locale) : '',
    holders: holdersOf(words.members, row.post).map((id) => ({ id, name: names.get(id) ?? '' })),
    state: row.state as Step['state'],
    dueAt: row.due_at?.toISOString() ?? null,
    sinceFound: row.law && row.due_at !== null && planned?.due?.from === 'opened',
    late: row.due_at !== null && row.state !== 'left_out' && row.state !== 'set_aside' && row.due_at < ended,
    provisional: row.provisional,
    law: planned?.law
      ? {
          source: say(planned.law.source, locale),
          limit: planned.law.limit ? say(planned.law.limit, locale) : null,
          ownTime: planned.law.ownTime === true,
          validFrom: planned.law.validFrom,
          confirm: planned.law.confirm,
        }
      : null,
    proof: planned?.proof ?? 'none',
    opens: planned?.opens ?? null,
    optional: planned?.optional ?? true,
    doneAt: row.done_at?.toISOString() ?? null,
    saidAt: saidAt(row)?.toISOString() ?? null,
    doneBy: row.done_by_name,
    note: words.shows ? row.note : '',
    files: row.file_ids.flatMap((id) => words.files.get(id) ?? []),
    added: planned === undefined,
  }
}
