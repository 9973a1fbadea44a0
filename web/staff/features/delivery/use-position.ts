import { useEffect, useState } from 'react'
import { sendPosition } from './delivery-queries.ts'
import { watchPlace } from './watch-place.ts'

const AGREED = 'huiyin.position-agreed'

export type Sharing = { agreed: boolean; denied: boolean; agree: () => void; stop: () => void }

/** Sends where the phone is, only while on duty and only after the rider has agreed on this phone. */
export function usePosition(onDuty: boolean): Sharing {
  const [agreed, setAgreed] = useState(() => localStorage.getItem(AGREED) === 'yes')
  const [denied, setDenied] = useState(false)
  useEffect(() => {
    if (!onDuty || !agreed || !('geolocation' in navigator)) return
    return watchPlace(navigator.geolocation, {
      // A place that did not get through is followed by a newer one.
      here: (place) => void sendPosition(place).catch(() => {}),
      denied: setDenied,
    })
  }, [onDuty, agreed])
  const remember = (yes: boolean) => {
    localStorage.setItem(AGREED, yes ? 'yes' : 'no')
    setAgreed(yes)
  }
  return { agreed, denied, agree: () => remember(true), stop: () => remember(false) }
}
