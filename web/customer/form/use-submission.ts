import { useState } from 'preact/hooks'
import type { PublicForm, Receipt } from '#contracts/channels'
import type { Problem } from '#contracts/kit'
import { call } from '../sending/call.ts'
import type { Sending } from '../sending/sender.ts'
import { type PhotoGate, type Photos, usePhotoGate } from '../sending/use-photos.ts'
import { useSender } from '../sending/use-sender.ts'
import { apiPath, locale, slip } from '../start.ts'
import { useChange } from '../ui/hooks.ts'
import { type Faults, type FieldName, faultsOf, fieldOfProblem, toFeedback } from './form-rules.ts'
import type { Writing } from './use-draft.ts'

export type Submission = {
  faults: Faults
  /** The server's sentence about a field, or about the whole under `form`. */
  said: { field: FieldName | 'form'; text: string } | null
  sending: Sending<Receipt>
  gate: PhotoGate
  /** Something is under way: the fields rest. */
  busy: boolean
  send: () => void
  edit: () => void
  clearFault: (field: FieldName) => void
}

/** From the tap on the button to the receipt: check, wait for photos, send, wait out what can be waited out. */
export function useSubmission(
  form: PublicForm,
  writing: Writing,
  photos: Photos,
  onSent: (receipt: Receipt) => void,
): Submission {
  const { draft, update } = writing
  const [faults, setFaults] = useState<Faults>({})
  const [said, setSaid] = useState<Submission['said']>(null)
  const [sending, sender] = useSender<Receipt>(() => {
    const { submissionId } = draft
    const feedback = toFeedback(form, draft.values, photos.ids, { submissionId, locale, slip })
    return call<Receipt>(`${apiPath}/feedback`, { method: 'POST', body: feedback, locale })
  })
  const gate = usePhotoGate(photos, () => {
    update({ queued: true, tried: true })
    sender.send()
  })
  useChange([gate.state], () => {
    // Now it is for the customer to say how to go on.
    if (gate.state === 'stuck') update({ queued: false })
  })

  useChange([], () => {
    // Left while there was no network: the tap was made, it only has to arrive.
    if (draft.queued) sender.send()
  })
  useChange([sending.state], () => {
    if (sending.state === 'sent') {
      writing.drop()
      photos.queue.clear()
      onSent(sending.body)
    }
    if (sending.state === 'refused') {
      const field = fieldOfProblem(form, sending.problem?.field) ?? 'form'
      forgetPhoto(photos, sending.problem)
      setSaid({ field, text: sending.problem?.detail ?? '' })
      update({ queued: false })
      sender.cancel()
      show(field === 'form' ? null : field)
    }
  })

  const send = (): void => {
    setSaid(null)
    const found = faultsOf(form, draft.values, photos.list.filter((photo) => !photo.trouble).length)
    setFaults(found)
    const first = firstOnPage(Object.keys(found) as FieldName[])
    if (first) {
      show(first)
      return
    }
    update({ queued: true })
    gate.ask()
  }
  const edit = (): void => {
    gate.cancel()
    sender.cancel()
    update({ queued: false })
  }
  const clearFault = (field: FieldName): void => {
    if (faults[field] || faults.content === 'nothing')
      setFaults({ ...faults, [field]: undefined, ...nothingGone(faults) })
    if (said?.field === field) setSaid(null)
  }
  const busy =
    gate.state === 'open' ||
    sending.state === 'sending' ||
    sending.state === 'waiting' ||
    sending.state === 'sent'
  return { faults, said, sending, gate, busy, send, edit, clearFault }
}

/** A photo the server no longer has (left lying for a day) is taken out, so that the next tap goes through. */
function forgetPhoto(photos: Photos, problem: Problem | null): void {
  if (problem?.code !== 'channels.photoUnknown') return
  for (const photo of photos.list)
    if (photo.id && photo.id === problem.data?.id) photos.queue.remove(photo.key)
}

function nothingGone(faults: Faults): Faults {
  return faults.content === 'nothing' ? { content: undefined } : {}
}

/** Of several fields the one that stands first on the page, whatever the order they were found in. */
function firstOnPage(fields: FieldName[]): FieldName | null {
  const top = (field: FieldName): number =>
    document.getElementById(`field-${field}`)?.getBoundingClientRect().top ?? Number.MAX_VALUE
  return fields.sort((one, other) => top(one) - top(other))[0] ?? null
}

/** Brings a field into view and puts the cursor into it, once its fault is drawn. */
function show(field: FieldName | null): void {
  setTimeout(() => {
    const place = document.getElementById(`field-${field}`)
    const input = place?.matches('input,textarea,select')
      ? place
      : place?.querySelector<HTMLElement>('input,button')
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    place?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' })
    ;(input as HTMLElement | null | undefined)?.focus({ preventScroll: true })
  }, 30)
}
