import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useChange } from '../ui/hooks.ts'

const QUIET = 4

/** A code to scan, drawn on the tablet: the private link goes to nobody else for it. */
export function QrPicture({ text, label }: { text: string; label: string }): JSX.Element | null {
  const [drawn, setDrawn] = useState<{ path: string; size: number } | null>(null)
  useChange([text], () => {
    let wanted = true
    import('qrcode').then(
      ({ create }) => {
        const { data, size } = create(text, { errorCorrectionLevel: 'M' }).modules
        const dark = Array.from(data, (on, at) =>
          on ? `M${at % size} ${Math.floor(at / size)}h1v1h-1z` : '',
        )
        if (wanted) setDrawn({ path: dark.join(''), size })
      },
      () => {},
    )
    return () => {
      wanted = false
    }
  })
  if (!drawn) return null
  const side = drawn.size + 2 * QUIET
  return (
    <svg class="kiosk-qr" viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`} role="img" aria-label={label}>
      <path d={drawn.path} />
    </svg>
  )
}
