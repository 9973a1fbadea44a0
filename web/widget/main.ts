import { frameForm } from './frame.ts'
import { openWidget } from './window.ts'
import { pickWords } from './words.ts'

const script = document.currentScript
if (script instanceof HTMLScriptElement && script.src) start(script, new URL(script.src).origin)

/** `data-channel`: the chat window; `data-form`: the form behind a code. */
function start(tag: HTMLScriptElement, origin: string): void {
  const { channel, form, identity = '', lang } = tag.dataset
  const own = [lang, document.documentElement.lang].filter(Boolean) as string[]
  const speech = pickWords([...own, ...(navigator.languages ?? [navigator.language])])
  if (form) frameForm(tag, origin, form, speech.words.form)
  if (!channel) return
  const run = (): void => openWidget({ origin, hook: channel, identity, ...speech })
  if (document.body) run()
  else document.addEventListener('DOMContentLoaded', run, { once: true })
}
