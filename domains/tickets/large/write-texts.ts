import { z } from 'zod'
import type { Locale } from '#contracts/kit'
import { askLarge, languageErrors } from '#domains/language'
import { asksForReview } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import { scopeOf } from '#platform/permissions'
import { gapFor } from '../composer/gaps.ts'
import { aboutTicket } from './about-ticket.ts'
import { leadsAway } from './leads-away.ts'

const Answer = z.object({ text: z.string().trim().min(4).max(1200) })
const LANGUAGE: Record<Locale, string> = { 'zh-CN': '简体中文', 'zh-TW': '繁體中文', en: 'English' }

const SUMMARY = (language: string) =>
  `用${language}把这张工单概括给接手的同事看：发生了什么、顾客要什么、我们答应过什么、还差什么。不超过 120 个字，只写资料里有的事，不猜，不评价顾客。输出 {"text": "…"}。`
const DRAFT = (language: string) =>
  `你是客服专员。用${language}替我们起草一条回复顾客的话：先回应他说的事，再说下一步，语气真诚克制，不超过 200 个字。不承诺金额、不编造事实、不索要评价、不写网址和电话；称呼写作〔称呼〕。这只是草稿，由员工修改后才会发出。输出 {"text": "…"}。`

/** What has happened on a ticket, for whoever takes it over. Errors: language.largeOff, language.largeSilent; tickets.notFound. */
export async function summarise(ctx: Ctx, id: string): Promise<{ text: string }> {
  const { told, audited } = await aboutTicket(ctx, id, scopeOf(ctx.actor, 'tickets.read'))
  refuseUse(ctx)
  const answer = await askLarge(ctx, 'summary', audited, {
    system: SUMMARY(LANGUAGE[ctx.locale]),
    data: told,
    answer: Answer,
  })
  if (!answer.ok) throw refusal(answer.problem)
  return answer.value
}

/**
 * A reply to begin with: a person edits it and sends it, or not.
 * Errors: language.draftAsksForReview, as for what a person writes; language.largeSilent also for a draft with an address or a number in it, which nobody has asked for.
 */
export async function draftReply(ctx: Ctx, id: string): Promise<{ text: string }> {
  const { told, ticket, audited } = await aboutTicket(ctx, id, scopeOf(ctx.actor, 'tickets.reply'))
  refuseUse(ctx)
  const spoken = { ...told, messages: told.messages.filter(({ from }) => from !== 'note') }
  const answer = await askLarge(ctx, 'reply', audited, {
    system: DRAFT(LANGUAGE[ticket.locale as Locale]),
    data: spoken,
    answer: Answer.refine(({ text }) => !leadsAway(text)),
  })
  if (!answer.ok) throw refusal(answer.problem)
  const text = answer.value.text
    .replaceAll('〔称呼〕', gapFor('customer', ctx.locale))
    .replace(/〔[^〕]{0,6}〕/g, '')
  if (asksForReview(text)) throw languageErrors.draftAsksForReview()
  return { text }
}

/** It costs the brand money: for those who may use it, whoever else reads the ticket. */
function refuseUse(ctx: Ctx): void {
  if (!scopeOf(ctx.actor, 'language.use')) throw languageErrors.largeOff()
}

const refusal = (problem: string) =>
  problem === 'off' ? languageErrors.largeOff() : languageErrors.largeSilent()
