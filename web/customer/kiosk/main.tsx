import { render } from 'preact'
import { dress } from '../tablet/dress.ts'
import { stayAwake, stayHere } from '../tablet/screen.ts'
import { manifestPath } from './address.ts'
import { KioskPage } from './KioskPage.tsx'
import sheet from './kiosk.css?url'
import { loadAllWords } from './kiosk-words.ts'

if (!window.queueMicrotask) window.queueMicrotask = (run) => void Promise.resolve().then(run)

const dressed = dress(sheet)
const manifest = document.createElement('link')
manifest.rel = 'manifest'
manifest.href = manifestPath
document.head.appendChild(manifest)

const start = (): void => {
  Promise.all([loadAllWords(), dressed]).then(
    ([words]) => {
      const root = document.getElementById('app')
      if (!root) throw new Error('the page has no #app')
      render(<KioskPage words={words} />, root)
      stayHere()
      stayAwake()
    },
    // Without its words it can say nothing; nobody has written anything yet.
    () => setTimeout(() => location.reload(), 5000),
  )
}
start()
