import { Button } from 'antd'
import { type PointerEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './round.module.css'

const SIZE = { width: 640, height: 260 }
const INK = '#23211d'
const SHORTEST = 12

/** A box to sign in with a finger. `set` hears the picture after every stroke, and '' when it was cleared. */
export function SignaturePad({ set }: { set: (picture: string) => void }) {
  const { t } = useTranslation('orders-delivery')
  const canvas = useRef<HTMLCanvasElement>(null)
  const drawn = useRef(0)
  const [signed, setSigned] = useState(false)
  const placeOf = (event: PointerEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    return [
      ((event.clientX - box.left) * SIZE.width) / box.width,
      ((event.clientY - box.top) * SIZE.height) / box.height,
    ] as const
  }
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    const pen = event.currentTarget.getContext('2d')!
    if (!drawn.current) {
      pen.fillStyle = '#ffffff'
      pen.fillRect(0, 0, SIZE.width, SIZE.height)
    }
    Object.assign(pen, { strokeStyle: INK, lineWidth: 4, lineCap: 'round', lineJoin: 'round' })
    pen.beginPath()
    pen.moveTo(...placeOf(event))
  }
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const pen = event.currentTarget.getContext('2d')!
    pen.lineTo(...placeOf(event))
    pen.stroke()
    drawn.current += 1
  }
  const end = () => {
    if (drawn.current < SHORTEST) return
    setSigned(true)
    set(canvas.current!.toDataURL('image/png'))
  }
  const clear = () => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, SIZE.width, SIZE.height)
    drawn.current = 0
    setSigned(false)
    set('')
  }
  return (
    <>
      <canvas
        ref={canvas}
        {...SIZE}
        className={styles.pad}
        role="img"
        aria-label={t('handOver.signaturePad')}
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={end}
      />
      {signed ? <Button onClick={clear}>{t('handOver.signatureClear')}</Button> : null}
    </>
  )
}
