import type { z } from 'zod'
import type { RenderedTemplate } from '#contracts/tickets'
import type { ComposerMode } from './composer-mode.ts'

export type Template = z.infer<typeof RenderedTemplate>
export const TONES = ['formal', 'warm', 'brief'] as const
export type Tone = (typeof TONES)[number]
export type TemplateGroup = { scenario: string; templates: Template[] }
export type Wanted = {
  mode: ComposerMode
  words: string
  tone: Tone | null
  wordsOf: (one: Template) => string
}

/**
 * Templates that a word finds, by scenario; scenarios with something that fits kind and stage stand first, within them what fits.
 * Shape: found by name, scenario, tone or text; a proposal is offered proposals first. `wordsOf` adds the words of the reader's language.
 */
export function templateGroups(templates: readonly Template[], wanted: Wanted): TemplateGroup[] {
  const words = wanted.words.trim().toLowerCase()
  const found = templates.filter(
    (one) =>
      (!wanted.tone || one.tone === wanted.tone) &&
      (!words || `${one.words} ${wanted.wordsOf(one)} ${one.text}`.toLowerCase().includes(words)),
  )
  const named = (one: Template) => !!words && `${one.name} ${one.words}`.toLowerCase().includes(words)
  const rank = (one: Template) =>
    (named(one) ? 0 : 4) +
    (wanted.mode === 'propose' && one.scenario !== 'proposal' ? 2 : 0) +
    (one.fits ? 0 : 1)
  const groups = Map.groupBy(
    found.toSorted((a, b) => rank(a) - rank(b)),
    (one) => one.scenario,
  )
  return [...groups].map(([scenario, list]) => ({ scenario, templates: list }))
}

/** In the order in which the arrow keys go through them. */
export function inOrder(groups: readonly TemplateGroup[]): Template[] {
  return groups.flatMap((group) => group.templates)
}

/** The next tone when the writer changes it by key: any, formal, warm, brief, any. */
export function nextTone(tone: Tone | null): Tone | null {
  return tone === null ? TONES[0] : (TONES[TONES.indexOf(tone) + 1] ?? null)
}
