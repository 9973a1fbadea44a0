import { type KeyboardEvent, type RefObject, useState } from 'react'
import { gapsOf, withoutGap } from './typed-token.ts'

type Given = {
  text: string
  known: readonly string[]
  field: RefObject<HTMLTextAreaElement | null>
  change: (patch: { text: string }) => void
}

/** The gaps of a template that are still in the text: selected to be filled, or taken out with their comma. */
export function useGaps({ text, known, field, change }: Given) {
  const [insisted, setInsisted] = useState(false)
  const gaps = gapsOf(text, known)
  const select = (at: number, end: number) => {
    field.current?.focus()
    field.current?.setSelectionRange(at, end)
  }
  const fill = () => {
    const [first] = gaps
    if (first) select(first.at, first.at + first.gap.length)
  }
  return {
    names: gaps.map((one) => one.gap),
    /** Somebody has tried to send it all the same. */
    insisted: insisted && gaps.length > 0,
    fill,
    insist: () => {
      setInsisted(true)
      fill()
    },
    remove: () => {
      let next = text
      for (const gap of gaps.toReversed()) next = withoutGap(next, gap)
      change({ text: next })
      field.current?.focus()
    },
    /** Backspace on a selected gap; true when it was one. */
    removed: (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
      if (event.key !== 'Backspace' && event.key !== 'Delete') return false
      const { selectionStart: at, selectionEnd: end } = event.currentTarget
      const gap = gaps.find((one) => one.at === at && one.at + one.gap.length === end)
      if (!gap) return false
      event.preventDefault()
      change({ text: withoutGap(text, gap) })
      setTimeout(() => select(at, at))
      return true
    },
  }
}
