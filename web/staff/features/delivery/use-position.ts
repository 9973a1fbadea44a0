import { useEffect, useState } from 'react'
import { sendPosition } from './delivery-queries.ts'

const AGREED = 'huiyin.position-agreed'
const EVERY_MS = 20_000

export type Sharing = { agreed: boolean; denied: boolean; agree: () => void; stop: () => void }

/** Sends where the phone is, only while on duty and only after the rider has agreed on this phone; one place every twenty seconds. */
export function usePosition(onDuty: boolean): Sharing {
  const [agreed, setAgreed] = useState(() => localStorage.getItem(AGREED) === 'yes')
  const [denied, setDenied] = useState(false)
  useEffect(() => {
    if (!onDuty || !agreed || !('geolocation' in navigator)) return
    let last = 0
    const watch = navigator.geolocation.watchPosition(
      ({ coords, timestamp }) => {
        setDenied(false)
        if (timestamp - last < EVERY_MS) return
        last = timestamp
        const { latitude: lat, longitude: lng, accuracy } = coords
        // A place that did not get through is followed by a newer one.
        sendPosition({ lat, lng, accuracyM: Math.min(100_000, Math.round(accuracy)) }).catch(() => {})
      },
      ({ code, PERMISSION_DENIED }) => setDenied(code === PERMISSION_DENIED),
      { enableHighAccuracy: true, maximumAge: 10_000, timeout: 30_000 },
    )
    return () => navigator.geolocation.clearWatch(watch)
  }, [onDuty, agreed])
  const remember = (yes: boolean) => {
    localStorage.setItem(AGREED, yes ? 'yes' : 'no')
    setAgreed(yes)
  }
  return { agreed, denied, agree: () => remember(true), stop: () => remember(false) }
}
