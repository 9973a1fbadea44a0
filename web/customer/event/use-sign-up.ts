import { useState } from 'preact/hooks'
import type { Confirmation, PublicEvent } from '#contracts/loyalty/events'
import { call } from '../sending/call.ts'
import type { Sending } from '../sending/sender.ts'
import { useSender } from '../sending/use-sender.ts'
import { uuid } from '../sending/uuid.ts'
import { apiPath, locale, slug } from '../start.ts'
import { useChange, useOnce } from '../ui/hooks.ts'
import { bodyOf, EMPTY, type Faults, faultsOf, placeOf, type SignUpValues } from './sign-up-rules.ts'

export type SigningUp = {
  values: SignUpValues
  faults: Faults
  /** The server's sentence about the whole. */
  said: string
  /** This number is signed up already. */
  already: boolean
  sending: Sending<Confirmation>
  busy: boolean
  set: (change: Partial<SignUpValues>) => void
  send: () => void
  edit: () => void
}

type Kept = { submissionId: string; values: SignUpValues }
const KEY = `huiyin.sign-up.${slug}`

/** The form's content for the life of the tab, so that a reload loses nothing and the next person here finds nothing. */
export function useSignUp(
  event: PublicEvent,
  onSignedUp: (confirmation: Confirmation) => void,
  onStale: () => void,
): SigningUp {
  const kept = useOnce(load)
  const [submissionId, setSubmissionId] = useState(kept.submissionId)
  const [values, setValues] = useState<SignUpValues>(kept.values)
  const [faults, setFaults] = useState<Faults>({})
  const [said, setSaid] = useState('')
  const [already, setAlready] = useState(false)
  const [sending, sender] = useSender<Confirmation>(() =>
    call<Confirmation>(`${apiPath}/sign-ups`, {
      method: 'POST',
      body: bodyOf(event, values, submissionId, locale),
      locale,
    }),
  )
  // What somebody agreed to is ticked anew after a reload.
  useChange([values, submissionId], () =>
    save({ submissionId, values: { ...values, consent: false, news: false } }),
  )
  useChange([sending.state], () => {
    if (sending.state === 'sent') {
      forget()
      onSignedUp(sending.body)
    }
    if (sending.state !== 'refused') return
    const { problem } = sending
    sender.cancel()
    setSubmissionId(uuid())
    const place = placeOf(problem?.code, problem?.field)
    if (place === 'already') setAlready(true)
    else if (place === 'page') onStale()
    else if (problem?.code === 'loyalty.consentChanged') {
      setValues((old) => ({ ...old, [place]: false }))
      setFaults({ [place]: 'consentNews' })
      onStale()
    } else setSaid(problem?.detail ?? '')
  })
  const send = (): void => {
    const found = faultsOf(event, values)
    setFaults(found)
    setSaid('')
    const [first] = Object.keys(found)
    if (!first) {
      sender.send()
      return
    }
    setTimeout(() => {
      const field = document.getElementById(`field-${first}`)
      field?.scrollIntoView({ block: 'center' })
      field?.querySelector<HTMLElement>('input,select,textarea')?.focus({ preventScroll: true })
    })
  }
  return {
    values,
    faults,
    said,
    already,
    sending,
    busy: ['sending', 'waiting', 'sent'].indexOf(sending.state) >= 0,
    set: (change) => {
      setValues((old) => ({ ...old, ...change }))
      setAlready(false)
      const cleared = Object.keys(change).map((key) => (key === 'shopCode' ? 'shop' : key))
      setFaults((old) =>
        Object.fromEntries(
          Object.entries(old).filter(
            ([key]) => cleared.indexOf(key) < 0 && !(change.answers && /^answer-/.test(key)),
          ),
        ),
      )
    },
    send,
    edit: sender.cancel,
  }
}

function load(): Kept {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Kept | null
    if (kept?.submissionId) return { submissionId: kept.submissionId, values: { ...EMPTY, ...kept.values } }
  } catch {
    // No storage, or not ours: an empty form.
  }
  return { submissionId: uuid(), values: EMPTY }
}

function save(kept: Kept): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept))
  } catch {
    // It lives as long as the page.
  }
}

function forget(): void {
  try {
    sessionStorage.removeItem(KEY)
  } catch {
    // Nothing was kept either.
  }
}
