import type { ComponentType } from 'preact'
import { mount } from '../ui/mount.tsx'
import { InPersonContext, loadInPerson } from './words.ts'

const AGAIN_MS = 4000

/** Puts a page of events or the salon in place as soon as its own words are there; without them it opens again. */
export function mountWithWords(Page: ComponentType): void {
  loadInPerson().then(
    (words) =>
      mount(() => (
        <InPersonContext.Provider value={words}>
          <Page />
        </InPersonContext.Provider>
      )),
    () => setTimeout(() => location.reload(), AGAIN_MS),
  )
}
