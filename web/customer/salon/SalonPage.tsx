import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { PublicSalon } from '#contracts/channels/salon'
import { useInPerson } from '../in-person/words.ts'
import { forgetLocale } from '../start.ts'
import { keepPage } from '../tablet/screen.ts'
import { Message } from '../ui/Frame.tsx'
import { useChange } from '../ui/hooks.ts'
import { LoadTrouble } from '../ui/LoadTrouble.tsx'
import { SalonVisit } from './SalonVisit.tsx'
import { useAnswerQueue } from './use-answer-queue.ts'
import { useSalon } from './use-salon.ts'
import { Welcome } from './Welcome.tsx'

/** /f/:slug — the salon's tablet: three questions face to face, then the next customer. */
export function SalonPage(): JSX.Element {
  const { salon, off, loading, retry } = useSalon()
  useChange([salon?.shop], () => {
    if (salon) document.title = `${salon.shop} · ${salon.brand}`
  })
  if (loading.state === 'refused' && loading.status === 410) return <Off />
  if (!salon || loading.state === 'refused')
    return <LoadTrouble kind="form" loading={loading} onRetry={retry} />
  return <Tablet salon={salon} off={off} />
}

function Off(): JSX.Element {
  const x = useInPerson().salon
  return <Message title={x.offTitle} text={x.offText} />
}

/** Waits for the next customer while `visit` is 0. */
function Tablet({ salon, off }: { salon: PublicSalon; off: boolean }): JSX.Element {
  const [visit, setVisit] = useState(0)
  const [therapistId, setTherapist] = useState(() => named(salon))
  const [renewed, setRenewed] = useState(false)
  const queue = useAnswerQueue()
  useChange([], () => keepPage(() => setRenewed(true)))
  useChange([renewed, visit], () => {
    // A new version is taken up between two customers.
    if (renewed && visit === 0) location.reload()
  })
  const end = (): void => {
    setVisit(0)
    window.scrollTo(0, 0)
    forgetLocale()
  }
  if (off && !visit) return <Off />
  return (
    <div class="salon">
      <header>
        <p class="shop">{[salon.brand, salon.shop].filter(Boolean).join(' · ')}</p>
      </header>
      {visit ? (
        <SalonVisit key={visit} salon={salon} therapistId={therapistId} queue={queue} onEnd={end} />
      ) : (
        <Welcome
          salon={salon}
          therapistId={therapistId}
          queue={queue}
          onTherapist={setTherapist}
          onStart={() => setVisit(Date.now())}
        />
      )}
    </div>
  )
}

/** `?by=…` of the link names the therapist; somebody who is not of this shop is not. */
function named({ people }: PublicSalon): string {
  const by = /[?&]by=([\w-]+)/.exec(location.search)?.[1] ?? ''
  return people.some(({ id }) => id === by) ? by : ''
}
