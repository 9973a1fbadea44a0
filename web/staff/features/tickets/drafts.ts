import type { ComposerMode } from './composer-mode.ts'

type Draft = Partial<Record<ComposerMode, string>>
const drafts = new Map<string, Draft>()

/** What was being written on a ticket, kept while the console is open; nothing of it is stored on the machine. */
export function draftOf(ticketId: string, mode: ComposerMode): string {
  return drafts.get(ticketId)?.[mode] ?? ''
}

export function keepDraft(ticketId: string, mode: ComposerMode, text: string): void {
  drafts.set(ticketId, { ...drafts.get(ticketId), [mode]: text })
}
