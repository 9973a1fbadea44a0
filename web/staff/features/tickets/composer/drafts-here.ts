import type { ComposerMode } from './composer-mode.ts'
import type { Writing } from './writing.ts'

/** Kept on this machine only until the server has it; per tab's owner, so that nobody else finds it after signing in. */
let owner = ''

/** True when somebody else works on this machine now. */
export function belongTo(staffId: string): boolean {
  if (owner === staffId) return false
  owner = staffId
  return true
}

function keyOf(ticketId: string, mode: ComposerMode): string {
  return `huiyin.draft.${owner}.${ticketId}.${mode}`
}

export function read(ticketId: string, mode: ComposerMode): Partial<Writing> | null {
  try {
    const text = localStorage.getItem(keyOf(ticketId, mode))
    return text ? (JSON.parse(text) as Partial<Writing>) : null
  } catch {
    return null
  }
}

/** Photos live on the server already, under addresses that outlast this page. */
export function keep(ticketId: string, mode: ComposerMode, writing: Writing): void {
  const photos = writing.photos.map(({ id }) => ({ id, url: `/api/attachments/${id}?size=thumb` }))
  try {
    localStorage.setItem(keyOf(ticketId, mode), JSON.stringify({ ...writing, photos }))
  } catch {
    // A full or closed store: the server has it in a moment.
  }
}

export function forget(ticketId: string, mode: ComposerMode): void {
  try {
    localStorage.removeItem(keyOf(ticketId, mode))
  } catch {
    // As above.
  }
}
