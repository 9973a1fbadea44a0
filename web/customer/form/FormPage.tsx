import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { PublicForm, Receipt } from '#contracts/channels'
import type { Slip } from '#contracts/channels/box'
import type { Answer } from '../sending/call.ts'
import { useSender } from '../sending/use-sender.ts'
import { fetchSubject, first } from '../start.ts'
import { Frame } from '../ui/Frame.tsx'
import { useChange } from '../ui/hooks.ts'
import { LoadTrouble } from '../ui/LoadTrouble.tsx'
import { useReader } from '../ui/reader.ts'
import { sayTime } from '../when.ts'
import { fill, type Words } from '../words.ts'
import { FeedbackForm } from './FeedbackForm.tsx'
import { ReceiptView } from './ReceiptView.tsx'

/** /q/:slug — from a scanned code to a receipt. */
export function FormPage(): JSX.Element {
  const { w } = useReader()
  const begun = useRef(false)
  const [loading, loader] = useSender<PublicForm>(() => {
    if (begun.current) return fetchSubject<PublicForm>()
    begun.current = true
    return first as Promise<Answer<PublicForm>>
  })
  const [receipt, setReceipt] = useState<Receipt | null>(null)
  const [round, setRound] = useState(0)
  useChange([], loader.send)
  const form = loading.state === 'sent' ? loading.body : null
  useChange([form], () => {
    if (form) document.title = `${form.title} · ${form.brand}`
  })

  if (!form) return <LoadTrouble kind="form" loading={loading} onRetry={loader.send} />
  const again = (): void => {
    setReceipt(null)
    setRound(round + 1)
    window.scrollTo(0, 0)
  }
  const where = [form.brand, form.shop, sayPlace(form.place, w)]
  if (receipt) {
    return (
      <Frame shop={where}>
        <ReceiptView form={form} receipt={receipt} onAgain={again} />
      </Frame>
    )
  }
  return (
    <Frame shop={where}>
      <main class="main">
        <header>
          <h1>{form.title}</h1>
          <p class="lead">{form.subtitle}</p>
          {form.slip && <SlipLine slip={form.slip} zone={form.zone} />}
        </header>
        <FeedbackForm key={round} form={form} onSent={setReceipt} onStartOver={again} />
      </main>
    </Frame>
  )
}

/** The slip that the till's link named: nothing of it has to be typed. */
function SlipLine({ slip, zone }: { slip: Slip; zone: string }): JSX.Element {
  const { w, locale } = useReader()
  const at = slip.at ? sayTime(new Date(slip.at), new Date(), w, locale, zone) : ''
  const paid = slip.amountMinor === null ? '' : `¥${(slip.amountMinor / 100).toFixed(2)}`
  return (
    <p class="slip">{[fill(w.form.slip, { number: slip.number }), at, paid].filter(Boolean).join(' · ')}</p>
  )
}

/** A bare table number gets its word; a name (靠窗小桌) is one already. */
function sayPlace(place: string, w: Words): string {
  return /^[\w-]+$/.test(place) ? fill(w.form.table, { place }) : place
}
