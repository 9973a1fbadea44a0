import { useState } from 'preact/hooks'
import { useOnce, useSteady } from '../ui/hooks.ts'
import { useReturn } from '../ui/phone-state.ts'
import type { Answer } from './call.ts'
import { createSender, type Sender, type Sending } from './sender.ts'

/** A sender bound to a component; it always sends what the component shows now. */
export function useSender<T>(attempt: () => Promise<Answer<T>>): [Sending<T>, Sender] {
  const newest = useSteady(attempt)
  const [sending, setSending] = useState<Sending<T>>({ state: 'idle' })
  const sender = useOnce(() => createSender<T>(newest, setSending))
  useReturn(sender.poke)
  return [sending, sender]
}
