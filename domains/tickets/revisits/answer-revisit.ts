import type { Locale } from '#contracts/kit'
import type { AnswerRevisit } from '#contracts/tickets/followup'
import type { Ctx } from '#platform/context'
import { asCustomer } from '../followup/progress-door.ts'
import { notify, record } from '../handling/desk-moves.ts'
import { addWords, listenTo } from '../triage/hear-words.ts'
import { revisitErrors } from './errors.ts'
import { isAsked } from './question.ts'
import { checkReason, notSolved, settleVisit } from './record-visit.ts'
import { revisitsOf, saveRevisit } from './revisit-data.ts'

/**
 * The customer's answer to a written question, on the own page. Answering the same one again changes nothing; a late answer still counts
 * as long as the ticket is closed as it was; a bad one opens it again however long ago that was.
 * Errors: revisit.notFound, revisit.over once the matter has gone on without it, revisit.reasonUnknown.
 */
export function answerRevisit(
  outer: Ctx,
  token: string,
  input: AnswerRevisit,
  locale: Locale,
): Promise<void> {
  return asCustomer(outer, token, locale, async (desk) => {
    const visit = (await revisitsOf(desk.tx, desk.ticket.id)).find((v) => v.id === input.id)
    if (!visit) throw revisitErrors.notFound()
    if (visit.result === 'content' || visit.result === 'not_content') return
    if (!isAsked(desk.ticket, visit)) throw revisitErrors.over()
    if (input.reason) checkReason(desk, input.reason)
    await settleVisit(desk, visit, { ...input, via: 'written' })
    await saveRevisit(desk.tx, visit)
    record(desk, 'tickets.answerRevisit', { revisit: visit.id, content: input.content })
    if (input.content) return listenTo(desk, { text: input.words, stars: input.stars })
    if (input.words) addWords(desk, { text: input.words }, { revisit: visit.id })
    notify(desk, [desk.ticket.assignee_id], 'revisit_bad')
    await notSolved(desk, { by: 'customer', ...(input.reason ? { reason: input.reason } : {}) })
  })
}
