import type { ComposerState, Draft, SaveDraft } from '#contracts/tickets/composer'
import type { ComposerMode } from './composer-mode.ts'
import * as machine from './drafts-here.ts'
import type { Writing } from './writing.ts'

/** `local`: the server could not be reached, this machine keeps it. */
export type Kept = 'nothing' | 'saving' | 'saved' | 'local'
export type Box = { writing: Writing; kept: Kept; dirty: boolean; savedAt: string | null }
/** `stored`: the server has one; `answeredAt`: when it last said so, by this machine's clock. */
type Inside = Box & {
  stored: boolean
  answeredAt: number
  timer?: ReturnType<typeof setTimeout>
  saving?: Promise<void>
}

/** Drafts as the server had them when it was asked (by this machine's clock). */
type Asked = Pick<ComposerState, 'drafts'> & { askedAt: number }

/** What the boxes reach: the server, and whoever shows that there is a draft. */
export type Outside = {
  put: (ticketId: string, mode: ComposerMode, body: SaveDraft) => Promise<{ updatedAt: string | null }>
  drafted: () => void
}

const EMPTY: Writing = { text: '', photos: [], mentions: [], expectedAt: null, wait: false }
const SAVE_AFTER_MS = 700
const AGAIN_MS = 10_000

/** Everything a person is writing: here at once, on the server a moment later, on this machine while the server is away. */
export function draftBoxes(outside: Outside) {
  const boxes = new Map<string, Inside>()
  const listeners = new Set<() => void>()

  /** What is being written on a ticket: here at once, on the server a moment later, on this machine while the server is away. */
  function boxOf(ticketId: string, mode: ComposerMode): Box {
    return inside(ticketId, mode)
  }

  function subscribe(changed: () => void): () => void {
    listeners.add(changed)
    return () => listeners.delete(changed)
  }

  function write(ticketId: string, mode: ComposerMode, patch: Partial<Writing>): void {
    const box = inside(ticketId, mode)
    const writing = { ...box.writing, ...patch }
    machine.keep(ticketId, mode, writing)
    set(ticketId, mode, { ...box, writing, dirty: true, kept: box.kept === 'local' ? 'local' : 'saving' })
    saveIn(ticketId, mode, SAVE_AFTER_MS)
  }

  /** Nothing is left to save: before it is sent, or taken back, the server must not be told of it any more. */
  async function settle(ticketId: string, mode: ComposerMode): Promise<void> {
    const box = inside(ticketId, mode)
    clearTimeout(box.timer)
    await box.saving
  }

  /** Saves what is not saved yet, and waits for it. */
  async function flush(ticketId: string, mode: ComposerMode): Promise<void> {
    await settle(ticketId, mode)
    if (inside(ticketId, mode).dirty) await save(ticketId, mode)
  }

  /** Sent, and with that gone from the server as well. */
  function empty(ticketId: string, mode: ComposerMode): void {
    const box = inside(ticketId, mode)
    clearTimeout(box.timer)
    machine.forget(ticketId, mode)
    set(ticketId, mode, { ...fresh(), savedAt: box.savedAt })
    outside.drafted()
  }

  /** Takes over what the server keeps, unless something newer is being written here. */
  function adopt(ticketId: string, state: Asked): void {
    for (const mode of ['reply', 'note', 'propose'] as const) {
      const box = inside(ticketId, mode)
      if (box.dirty || box.saving) continue
      const draft = state.drafts.find((one) => one.mode === mode)
      if (draft && draft.updatedAt > (box.savedAt ?? '')) set(ticketId, mode, { ...box, ...adopted(draft) })
      // Sent or discarded on another device.
      if (!draft && box.kept === 'saved' && state.askedAt > box.answeredAt)
        set(ticketId, mode, { ...fresh(), savedAt: box.savedAt })
    }
  }

  function inside(ticketId: string, mode: ComposerMode): Inside {
    const key = `${ticketId}:${mode}`
    let box = boxes.get(key)
    if (!box) {
      const here = machine.read(ticketId, mode)
      box = here ? { ...fresh(), writing: { ...EMPTY, ...here }, dirty: true, kept: 'local' } : fresh()
      boxes.set(key, box)
      if (here) saveIn(ticketId, mode, 0)
    }
    return box
  }

  function set(ticketId: string, mode: ComposerMode, box: Inside): void {
    boxes.set(`${ticketId}:${mode}`, box)
    for (const changed of listeners) changed()
  }

  function saveIn(ticketId: string, mode: ComposerMode, ms: number): void {
    const box = inside(ticketId, mode)
    clearTimeout(box.timer)
    box.timer = setTimeout(() => void save(ticketId, mode), ms)
  }

  async function save(ticketId: string, mode: ComposerMode): Promise<void> {
    const box = inside(ticketId, mode)
    if (box.saving) await box.saving
    const saving = saveNow(ticketId, mode)
    set(ticketId, mode, { ...inside(ticketId, mode), saving })
    await saving
    const { saving: _done, ...rest } = inside(ticketId, mode)
    set(ticketId, mode, rest)
  }

  async function saveNow(ticketId: string, mode: ComposerMode): Promise<void> {
    const { writing, stored } = inside(ticketId, mode)
    const { text, photos, mentions, expectedAt, wait, seen = null } = writing
    const body = { text, photos: photos.map((photo) => photo.id), mentions, expectedAt, wait, seen }
    try {
      const { updatedAt } = await outside.put(ticketId, mode, body)
      const now = inside(ticketId, mode)
      const newer = now.writing !== writing
      if (!newer) machine.forget(ticketId, mode)
      set(ticketId, mode, {
        ...now,
        dirty: newer,
        kept: newer ? 'saving' : updatedAt ? 'saved' : 'nothing',
        savedAt: updatedAt ?? now.savedAt,
        stored: updatedAt !== null,
        answeredAt: Date.now(),
      })
      if ((updatedAt !== null) !== stored) outside.drafted()
    } catch (error) {
      const now = inside(ticketId, mode)
      set(ticketId, mode, { ...now, kept: 'local' })
      // Without a connection it is tried again; what the server refuses waits for the next word.
      if ((error as { status?: number }).status === 0) saveIn(ticketId, mode, AGAIN_MS)
    }
  }

  return { boxOf, subscribe, write, settle, flush, empty, adopt, forget: () => boxes.clear() }
}

function adopted(draft: Draft): Pick<Inside, 'writing' | 'kept' | 'savedAt' | 'stored'> {
  const { text, mentions, expectedAt, wait, seen, updatedAt } = draft
  const photos = draft.photos.map(({ id, url }) => ({ id, url: `${url}?size=thumb` }))
  return {
    writing: { text, photos, mentions, expectedAt, wait, seen },
    kept: 'saved',
    savedAt: updatedAt,
    stored: true,
  }
}

function fresh(): Inside {
  return { writing: EMPTY, kept: 'nothing', dirty: false, savedAt: null, stored: false, answeredAt: 0 }
}
