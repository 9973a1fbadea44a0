import { type ComponentType, render } from 'preact'
import { locale, words } from '../start.ts'
import { ReaderContext } from './reader.ts'

/** Puts a page in place of its skeleton as soon as its words are there; start.ts sees to it when they don't come. */
export function mount(Page: ComponentType): void {
  const root = document.getElementById('app')
  if (!root) throw new Error('the page has no #app')
  words.then(
    (w) => {
      root.textContent = ''
      render(
        <ReaderContext.Provider value={{ w, locale }}>
          <Page />
        </ReaderContext.Provider>,
        root,
      )
    },
    () => {},
  )
}
