import type { TFunction } from 'i18next'
import type { Ticket } from '#contracts/tickets'
import type { Assessment, Opinion } from '#contracts/tickets/assessment'
import { formatInstant } from '../../../ui/time.ts'

type Words = TFunction<'investigation'>

/** The minutes as plain text, to be pasted into a mail or a group: one line a fact, an empty line between the parts. */
export function minutesText(
  t: Words,
  ticket: Pick<Ticket, 'number' | 'title'>,
  assessment: Assessment,
  locale: string,
  zone: string,
): string {
  const at = (instant: string) => formatInstant(instant, 'full', locale, zone)
  const colon = locale.startsWith('zh') ? '：' : ': '
  const line = (label: string, words: string) => `${label}${colon}${words}`
  const head = [
    `${t('assessment.minutes')} · ${ticket.number} ${ticket.title}`,
    line(t('assessment.topic'), assessment.question),
    line(t('assessment.askedBy'), `${assessment.askedBy} · ${at(assessment.createdAt)}`),
    line(t('assessment.dueAt'), at(assessment.dueAt)),
    line(t('assessment.decider'), assessment.accountable.name),
  ]
  const opinions = assessment.opinions.map((o, i) => `${i + 1}. ${opinionText(t, o, at)}`)
  return [...head, '', t('assessment.opinions'), ...opinions, '', ...ending(t, assessment, at, line)].join(
    '\n',
  )
}

function opinionText(t: Words, opinion: Opinion, at: (instant: string) => string): string {
  const who = `${opinion.teamName} ${opinion.who.name}`
  if (!opinion.givenAt || !opinion.stance) return `${who} · ${t('assessment.owed')}`
  const facts = [
    who,
    t(`assessment.stance.${opinion.stance}`),
    at(opinion.givenAt),
    opinion.late ? t('assessment.late') : '',
    opinion.photos.length ? t('assessment.photos', { count: opinion.photos.length }) : '',
  ]
  return `${facts.filter(Boolean).join(' · ')}\n   ${opinion.text}`
}

function ending(
  t: Words,
  { state, ...assessment }: Assessment,
  at: (instant: string) => string,
  line: (label: string, words: string) => string,
): string[] {
  if (state === 'cancelled') return [t('assessment.cancelledFor', { reason: assessment.cancelledReason })]
  if (state === 'open') return [t('assessment.waitDecision', { name: assessment.accountable.name })]
  return [
    line(t('assessment.decision'), assessment.decision),
    `${assessment.decidedBy} · ${assessment.decidedAt ? at(assessment.decidedAt) : ''}`,
    ...(assessment.earlyReason ? [t('assessment.early', { reason: assessment.earlyReason })] : []),
  ]
}
