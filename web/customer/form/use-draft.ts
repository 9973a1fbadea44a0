import { useRef, useState } from 'preact/hooks'
import { useChange, useOnce, useSteady } from '../ui/hooks.ts'
import {
  dropDraft,
  type FormDraft,
  type FormValues,
  loadDraft,
  newDraft,
  phoneStorage,
  saveDraft,
} from './form-draft.ts'

const SAVE_AFTER_MS = 300

export type Writing = {
  draft: FormDraft
  /** There was a draft from before this page was opened. */
  restored: boolean
  /** Photos that had not arrived when that page was closed. */
  photosLost: number
  set: (values: Partial<FormValues>) => void
  update: (patch: Partial<FormDraft>) => void
  /** Forgets it on the phone and stops keeping it: it has been sent or thrown away. */
  drop: () => void
}

/** The form's content, kept on the phone while it is being written. */
export function useDraft(slug: string): Writing {
  const storage = useOnce(phoneStorage)
  const kept = useOnce(() => loadDraft(storage, slug, Date.now()))
  const [draft, setDraft] = useState<FormDraft>(() => kept ?? newDraft())
  const over = useRef(false)
  const save = useSteady(() => {
    if (!over.current) saveDraft(storage, slug, { ...draft, savedAt: Date.now() })
  })
  useChange([draft], () => {
    const timer = setTimeout(save, SAVE_AFTER_MS)
    return () => clearTimeout(timer)
  })
  useChange([], () => {
    // pagehide alone does not fire when WeChat's window is swiped away.
    window.addEventListener('pagehide', save)
    document.addEventListener('visibilitychange', save)
    return () => {
      window.removeEventListener('pagehide', save)
      document.removeEventListener('visibilitychange', save)
    }
  })
  return {
    draft,
    restored: kept !== null,
    photosLost: kept?.photosLost ?? 0,
    set: (values) => setDraft((old) => ({ ...old, values: { ...old.values, ...values } })),
    update: (patch) => setDraft((old) => ({ ...old, ...patch })),
    drop: () => {
      over.current = true
      dropDraft(storage, slug)
    },
  }
}
