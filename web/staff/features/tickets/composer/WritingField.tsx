import { type KeyboardEvent, type RefObject, useRef } from 'react'
import styles from './Composer.module.css'
import { cutAtNames } from './mentions-in.ts'
import { gapsOf } from './typed-token.ts'

type Props = {
  field: RefObject<HTMLTextAreaElement | null>
  label: string
  placeholder: string
  text: string
  rows: number
  gaps: readonly string[]
  names: readonly string[]
  listId: string | undefined
  pointed: string | null
  change: (text: string, caret: number) => void
  moved: (caret: number) => void
  keys: (event: KeyboardEvent<HTMLTextAreaElement>) => void
  focused: () => void
  pasted: (files: FileList) => void
}

/** The field, with what must not be overlooked marked behind its words: gaps of a template, people named in a note. */
export function WritingField(props: Props) {
  const { field, text } = props
  const mirror = useRef<HTMLDivElement>(null)
  const follow = () => {
    if (mirror.current && field.current) mirror.current.scrollTop = field.current.scrollTop
  }
  return (
    <div className={styles.field}>
      <div ref={mirror} className={styles.mirror} aria-hidden="true">
        {marked(text, props.gaps, props.names)}
        {'\n'}
      </div>
      <textarea
        ref={field}
        value={text}
        maxLength={4000}
        rows={props.rows}
        placeholder={props.placeholder}
        aria-label={props.label}
        aria-autocomplete="list"
        aria-controls={props.listId}
        aria-activedescendant={props.pointed ?? undefined}
        onChange={(event) => props.change(event.target.value, event.target.selectionStart)}
        onSelect={(event) => props.moved(event.currentTarget.selectionStart)}
        onKeyDown={props.keys}
        onFocus={props.focused}
        onScroll={follow}
        onPaste={(event) => {
          if (event.clipboardData.files.length) props.pasted(event.clipboardData.files)
        }}
      />
    </div>
  )
}

function marked(text: string, gaps: readonly string[], names: readonly string[]) {
  const places = gapsOf(text, gaps)
  if (places.length)
    return places.map(({ gap, at }, index) => {
      const from = index ? places[index - 1]!.at + places[index - 1]!.gap.length : 0
      const last = index === places.length - 1
      return (
        <span key={at}>
          {text.slice(from, at)}
          <mark>{gap}</mark>
          {last ? text.slice(at + gap.length) : null}
        </span>
      )
    })
  let at = 0
  return cutAtNames(text, names).map((part) => {
    const key = at
    at += part.text.length
    return part.named ? (
      <mark key={key} data-name="true">
        {part.text}
      </mark>
    ) : (
      <span key={key}>{part.text}</span>
    )
  })
}
