import type { RefObject } from 'react'
import type { ComposerMode } from './composer-mode.ts'
import { MentionPicker } from './MentionPicker.tsx'
import { TemplatePicker } from './TemplatePicker.tsx'
import type { useTokens } from './use-tokens.ts'

type Props = {
  ticketId: string
  mode: ComposerMode
  phone: boolean
  tokens: ReturnType<typeof useTokens>
  field: RefObject<HTMLTextAreaElement | null>
}

/** The list that a / or an @ has opened over the field, or the button of the templates. */
export function Pickers({ ticketId, mode, phone, tokens, field }: Props) {
  const { token, byButton } = tokens
  const close = () => {
    tokens.close()
    field.current?.focus()
  }
  const shared = { ticketId, keys: tokens.taker, point: tokens.point, close }
  if (token?.sign === '@') return <MentionPicker {...shared} words={token.words} choose={tokens.chooseName} />
  if (!token && !byButton) return null
  return (
    <TemplatePicker
      {...shared}
      mode={mode}
      words={token ? token.words : null}
      sheet={phone && byButton}
      choose={tokens.chooseTemplate}
    />
  )
}
