import type { Progress } from '#contracts/tickets'

/** The state the page speaks of. A matter that went to somebody new after we had answered is not just received. */
export function stateOf(progress: Progress): Progress['state'] {
  const answered = progress.messages.some((message) => message.from === 'us')
  return progress.state === 'received' && answered ? 'handling' : progress.state
}

/** What we said last and want an answer to: it stands in the thread, so the conversation need not repeat it. */
export function openQuestion(progress: Progress): Progress['messages'][number] | null {
  const ours = progress.messages.filter((message) => message.from === 'us')
  const last = ours[ours.length - 1]
  if (!last) return null
  // Away from the page the message ends with a link that the proposal itself does not hold.
  const proposed = progress.proposal !== null && last.text.indexOf(progress.proposal.text) === 0
  const asked = progress.state === 'waiting_you' || proposed
  return asked ? last : null
}
