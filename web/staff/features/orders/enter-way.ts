import type { KeyboardEvent } from 'react'

/** The fields that Enter leads through carry `data-step`; from any other field it leads to the next of them. */
export function focusNext(form: HTMLElement, from: Element): void {
  const steps = [...form.querySelectorAll<HTMLElement>('[data-step]')]
  const after = (step: HTMLElement) =>
    (from.compareDocumentPosition(step) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  steps.find((step) => step !== from && after(step) && step.offsetParent !== null)?.focus()
}

/** Enter goes on to the next field and never sends what is half typed; with Ctrl or ⌘ it saves. */
export function enterWay(event: KeyboardEvent<HTMLFormElement>, save: () => void): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault()
    if (!event.repeat) save()
    return
  }
  const { target } = event
  if (event.defaultPrevented || !(target instanceof HTMLInputElement)) return
  if (target.getAttribute('role') === 'combobox') return
  event.preventDefault()
  focusNext(event.currentTarget, target)
}
