import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import type { Mention } from '#contracts/tickets/composer'
import type { ComposerMode } from './composer-mode.ts'
import type { Choice } from './mentions-in.ts'
import type { KeyTaker } from './TemplatePicker.tsx'
import type { Template } from './template-list.ts'
import { inserted, tokenAt } from './typed-token.ts'

type Given = {
  mode: ComposerMode
  text: string
  gaps: readonly string[]
  mentions: Mention[]
  field: RefObject<HTMLTextAreaElement | null>
  change: (patch: { text: string; mentions?: Mention[] }) => void
}

/** What a / or an @ in the field opens, and what its choice puts there; the button opens templates without a sign. */
export function useTokens({ mode, text, gaps, mentions, field, change }: Given) {
  const [caret, setCaret] = useState(0)
  const [closedAt, setClosedAt] = useState<number | null>(null)
  const [byButton, setByButton] = useState(false)
  const [pointed, setPointed] = useState<string | null>(null)
  const taker = useRef<KeyTaker>(null)
  const typed = tokenAt(text, caret, mode === 'note' ? ['@'] : ['/'])
  const token = typed && typed.from !== closedAt && !byButton ? typed : null

  const put = (from: number, to: number, what: string, more: { mentions?: Mention[] } = {}) => {
    const next = inserted(text, { from, to }, what, gaps)
    change({ text: next.text, ...more })
    close()
    // The new text is drawn first.
    setTimeout(() => {
      field.current?.focus()
      field.current?.setSelectionRange(...next.select)
    })
  }
  const close = () => {
    setClosedAt(typed?.from ?? null)
    setByButton(false)
  }
  return {
    token,
    byButton,
    pointed,
    point: setPointed,
    taker,
    close,
    toggle: () => setByButton(!byButton),
    moved: (at: number) => {
      setCaret(at)
      if (closedAt !== null && tokenAt(text, at, ['/', '@'])?.from !== closedAt) setClosedAt(null)
    },
    typedAt: setCaret,
    /** True when an open list has used the key. */
    take: (event: KeyboardEvent) => taker.current?.take(event) ?? false,
    chooseTemplate: (template: Template) => {
      if (token) return put(token.from, caret, template.text)
      const at = field.current?.selectionStart ?? text.length
      const to = field.current?.selectionEnd ?? at
      const breaks = at > 0 && !/\s$/.test(text.slice(0, at)) ? '\n' : ''
      put(at, to, breaks + template.text)
    },
    chooseName: ({ name, person, team }: Choice) => {
      if (!token) return
      const one: Mention = person ? { staffId: person.id } : { team: team!.key }
      put(token.from, caret, `@${name} `, { mentions: [...mentions, one].slice(-20) })
    },
  }
}
