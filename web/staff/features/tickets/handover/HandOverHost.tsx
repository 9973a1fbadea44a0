import { lazy, Suspense, useEffect, useState } from 'react'

const HandOverDialog = lazy(() =>
  import('./HandOverDialog.tsx').then((file) => ({ default: file.HandOverDialog })),
)
const ASKED = 'huiyin:hand-over'

/** Any menu may ask for the dialog; it is fetched when first asked for. */
export function askHandOver(): void {
  window.dispatchEvent(new Event(ASKED))
}

export function HandOverHost() {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const show = () => setOpen(true)
    window.addEventListener(ASKED, show)
    return () => window.removeEventListener(ASKED, show)
  }, [])
  return open ? (
    <Suspense>
      <HandOverDialog close={() => setOpen(false)} />
    </Suspense>
  ) : null
}
