import { useRef, useState } from 'preact/hooks'
import type { KioskFront } from '#contracts/channels/box'
import { call } from '../sending/call.ts'
import { useChange, useOnce, useSteady } from '../ui/hooks.ts'
import { useReturn } from '../ui/phone-state.ts'
import { apiPath, key, slug } from './address.ts'

const EVERY_MS = 5 * 60_000
const SOON_MS = 15_000
const PLACE = `huiyin.kiosk.${slug}.front`

export type Front = {
  /** Null until the first answer; later the newest, kept over a restart. Holds nothing that anybody wrote. */
  front: KioskFront | null
  trouble: '' | 'offline' | 'off'
  look: () => void
}

/** What the tablet shows, asked for again now and then; each time it says that it is there and how much waits. */
export function useFront(storage: Storage | null, waiting: () => number): Front {
  const kept = useOnce(() => load(storage))
  const [front, setFront] = useState<KioskFront | null>(kept)
  const [trouble, setTrouble] = useState<Front['trouble']>('')
  const asking = useRef({ now: false, again: false })
  const look = useSteady(() => {
    // One after the other: what waits now must not be overtaken by what waited before.
    if (asking.current.now) {
      asking.current.again = true
      return
    }
    asking.current = { now: true, again: false }
    void call<KioskFront>(`${apiPath}/presence`, {
      method: 'PUT',
      body: { key, waiting: Math.min(waiting(), 100_000) },
    }).then((answer) => {
      const { again } = asking.current
      asking.current = { now: false, again: false }
      if (again) look()
      if (answer.kind === 'ok') {
        save(storage, answer.body)
        setFront(answer.body)
        return setTrouble('')
      }
      const gone = answer.kind === 'refused' && (answer.status === 404 || answer.status === 410)
      setTrouble(gone ? 'off' : 'offline')
    })
  })
  useChange([front === null], () => {
    look()
    const timer = setInterval(look, front ? EVERY_MS : SOON_MS)
    return () => clearInterval(timer)
  })
  useReturn(look)
  return { front, trouble, look }
}

function load(storage: Storage | null): KioskFront | null {
  try {
    return JSON.parse(storage?.getItem(PLACE) ?? 'null') as KioskFront | null
  } catch {
    return null
  }
}

function save(storage: Storage | null, front: KioskFront): void {
  try {
    storage?.setItem(PLACE, JSON.stringify(front))
  } catch {
    // Without room it is asked for at every start.
  }
}
