import { type ComponentType, render } from 'preact'
import { locale, words } from '../start.ts'
import { ReaderContext } from './reader.ts'

/** Puts a page in place of its skeleton as soon as its words are there. */
export async function mount(Page: ComponentType): Promise<void> {
  const root = document.getElementById('app')
  if (!root) throw new Error('the page has no #app')
  const w = await words
  root.textContent = ''
  render(
    <ReaderContext.Provider value={{ w, locale }}>
      <Page />
    </ReaderContext.Provider>,
    root,
  )
}
