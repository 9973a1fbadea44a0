import { useState } from 'preact/hooks'
import type { PublicSalon } from '#contracts/channels/salon'
import { phoneStorage } from '../form/form-draft.ts'
import type { Answer } from '../sending/call.ts'
import type { Sending } from '../sending/sender.ts'
import { useSender } from '../sending/use-sender.ts'
import { fetchSubject, first, slug } from '../start.ts'
import { useChange, useOnce, useSteady } from '../ui/hooks.ts'
import { useReturn } from '../ui/phone-state.ts'

const EVERY_MS = 5 * 60_000
const PLACE = `huiyin.salon.${slug}.front`

export type Salon = {
  /** Null until the first answer; later the newest, kept over a restart. Holds nothing that anybody wrote. */
  salon: PublicSalon | null
  /** The server says that the tablet is switched off or unknown. */
  off: boolean
  /** How the first answer of this opening is getting on. */
  loading: Sending<PublicSalon>
  retry: () => void
}

/** What the tablet asks, asked for again now and then; without a network it goes on with what it heard last. */
export function useSalon(): Salon {
  const storage = useOnce(phoneStorage)
  const begun = useOnce(() => ({ first }) as { first: Promise<Answer<unknown>> | null })
  const [salon, setSalon] = useState<PublicSalon | null>(() => load(storage))
  const [loading, loader] = useSender<PublicSalon>(() => {
    const early = begun.first as Promise<Answer<PublicSalon>> | null
    begun.first = null
    return early ?? fetchSubject<PublicSalon>()
  })
  const [off, setOff] = useState(false)
  const take = (front: PublicSalon): void => {
    save(storage, front)
    setSalon(front)
    setOff(false)
  }
  const look = useSteady(() => {
    loader.send()
    if (loading.state !== 'sent') return
    void fetchSubject<PublicSalon>().then((answer) => {
      if (answer.kind === 'ok') take(answer.body)
      else if (answer.kind === 'refused') setOff(answer.status === 404 || answer.status === 410)
    })
  })
  useChange([loading.state], () => {
    if (loading.state === 'sent') take(loading.body)
  })
  useChange([], () => {
    look()
    const timer = setInterval(look, EVERY_MS)
    return () => clearInterval(timer)
  })
  useReturn(look)
  return { salon, off, loading, retry: loader.send }
}

function load(storage: Storage | null): PublicSalon | null {
  try {
    return JSON.parse(storage?.getItem(PLACE) ?? 'null') as PublicSalon | null
  } catch {
    return null
  }
}

function save(storage: Storage | null, front: PublicSalon): void {
  try {
    storage?.setItem(PLACE, JSON.stringify(front))
  } catch {
    // Without room it is asked for at every start.
  }
}
