import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ticket } from '#contracts/tickets'
import type { OtherMessage } from '#contracts/tickets/composer'
import type { ApiProblem } from '../../../app/api.ts'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { useOpenTasksQuestion } from '../tasks/use-open-tasks-question.tsx'
import { useTicketStep } from '../ticket-queries.ts'
import { steps, type TicketStep } from '../ticket-steps.ts'
import type { ComposerMode } from './composer-mode.ts'
import { useComposer, useMentionable } from './composer-queries.ts'
import { settle } from './draft-box.ts'
import { mentionsIn } from './mentions-in.ts'
import type { Writing } from './writing.ts'

type Sending = {
  ticket: Ticket
  mode: ComposerMode
  writing: Writing
  /** It is on its way: the field is empty again. */
  sent: () => void
}

/** Sends what is written: a note at once, anything to the customer held back for the seconds in which it can be undone. */
export function useSending({ ticket, mode, writing, sent }: Sending) {
  const { t } = useTranslation('composer')
  const step = useTicketStep(ticket.id)
  const { data } = useComposer(ticket.id)
  const known = useMentionable(ticket.id, mode === 'note' && writing.text.includes('@'))
  const [refused, setRefused] = useState<OtherMessage | null>(null)
  const asksOverOpenTasks = useOpenTasksQuestion()
  const problem = useProblem()
  const done = useDone()

  const send = async (seen = writing.seen, despiteOpenTasks = false) => {
    await settle(ticket.id, mode)
    const mentions = mode === 'note' ? mentionsIn(writing.text, known.data, writing.mentions) : []
    step.mutate(stepOf(mode, { ...writing, mentions }, seen, despiteOpenTasks), {
      onError: (error) => {
        const clash = clashOf(error as ApiProblem)
        if (clash) setRefused(clash)
        else if (!asksOverOpenTasks(error, () => void send(seen, true))) problem(error)
      },
      onSuccess: () => {
        setRefused(null)
        sent()
        if (mode === 'note') done(t('sent.note'))
      },
    })
  }
  return {
    send,
    busy: step.isPending,
    clash: mode === 'note' ? null : unseenOf(refused, data?.other ?? null, writing),
    forget: () => setRefused(null),
  }
}

/** Somebody else's message that the writer had not seen when the writing began. */
function unseenOf(
  refused: OtherMessage | null,
  other: OtherMessage | null,
  { text, seen }: Writing,
): OtherMessage | null {
  if (!text.trim() || seen === undefined) return null
  const newest = other && (!refused || other.id >= refused.id) ? other : refused
  return newest && newest.id > (seen ?? '') ? newest : null
}

function clashOf({ code, data }: ApiProblem): OtherMessage | null {
  if (code !== 'composer.someoneReplied' || !data) return null
  const { id, name, at, text, held } = data as Record<string, string>
  return { id: id!, by: name!, at: at!, text: text!, held: Boolean(held) }
}

function stepOf(
  mode: ComposerMode,
  writing: Writing,
  seen: Writing['seen'],
  despiteOpenTasks: boolean,
): TicketStep {
  const { text, mentions, expectedAt, wait } = writing
  const photos = writing.photos.map((photo) => photo.id)
  if (mode === 'note') return steps.note({ text, photos, mentions })
  const sending = { text, photos, hold: true, ...(seen === undefined ? {} : { afterEntry: seen }) }
  if (mode === 'propose') return steps.propose({ ...sending, despiteOpenTasks })
  return steps.reply({ ...sending, wait, ...(expectedAt ? { expectedAt } : {}) })
}
