import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { OwnCheckUp } from '#contracts/customers/check-ups'
import { useFollowing } from '../following/use-following.ts'
import { useDeed } from '../sending/use-deed.ts'
import { Frame } from '../ui/Frame.tsx'
import { useChange } from '../ui/hooks.ts'
import { LoadTrouble } from '../ui/LoadTrouble.tsx'
import { useReader } from '../ui/reader.ts'
import { SendNotice } from '../ui/SendNotice.tsx'
import { ChangeForm } from './ChangeForm.tsx'
import { useCheckUpWords } from './words.ts'

/** /u/:token — whether what the brand knows of its customer is still right: one tap when it is. */
export function CheckUpPage(): JSX.Element {
  const w = useCheckUpWords()
  const following = useFollowing(isOwnCheckUp)
  const { subject: own, loading, take } = following
  useChange([own], () => {
    if (own) document.title = `${w.title} · ${own.brand}`
  })
  if (!own || loading.state === 'refused')
    return <LoadTrouble kind="progress" loading={loading} onRetry={following.look} />
  return (
    <Frame shop={[own.brand]}>
      <main class="progress check-up">
        {own.state === 'open' ? <Question own={own} onDone={take} /> : <Done state={own.state} />}
      </main>
    </Frame>
  )
}

function Question({ own, onDone }: { own: OwnCheckUp; onDone: (body: unknown) => void }): JSX.Element {
  const w = useCheckUpWords()
  const { w: common } = useReader()
  const [step, setStep] = useState<'ask' | 'change' | 'decline'>('ask')
  const answer = useDeed('answer', (body) => body !== null && onDone(body))
  const known = [
    [w.field.name, own.name],
    [w.field.phone, own.phones.join('、')],
    [w.field.address, own.address],
    [w.field.birthday, own.birthday],
  ].filter(([label, value]) => value || label !== w.field.birthday)
  if (step === 'change') return <ChangeForm answer={answer} onBack={() => setStep('ask')} />
  return (
    <>
      <header>
        <h1>{w.heading}</h1>
        <p class="lead">{w.lead}</p>
      </header>
      <section class="card">
        <dl class="known">
          {known.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value || w.field.none}</dd>
            </div>
          ))}
        </dl>
      </section>
      {answer.said && (
        <p class="fault" role="alert">
          {answer.said}
        </p>
      )}
      <SendNotice sending={answer.sending} onEdit={answer.cancel} />
      {step === 'decline' ? (
        <section class="card">
          <p>{w.declineAsk}</p>
          <div class="two">
            <button type="button" class="button" disabled={answer.busy} onClick={() => setStep('ask')}>
              {w.back}
            </button>
            <button
              type="button"
              class="button button-main"
              disabled={answer.busy}
              onClick={() => answer.send({ answer: 'declined' })}
            >
              {answer.busy ? common.sending.sending : w.declineDo}
            </button>
          </div>
        </section>
      ) : (
        <div class="column">
          <button
            type="button"
            class={`button button-main${answer.busy ? ' button-busy' : ''}`}
            disabled={answer.busy}
            onClick={() => answer.send({ answer: 'same' })}
          >
            {answer.busy ? common.sending.sending : w.same}
          </button>
          <button
            type="button"
            class="button button-strong"
            disabled={answer.busy}
            onClick={() => setStep('change')}
          >
            {w.change}
          </button>
          <button type="button" class="link" disabled={answer.busy} onClick={() => setStep('decline')}>
            {w.decline}
          </button>
        </div>
      )}
    </>
  )
}

function Done({ state }: { state: 'confirmed' | 'changed' | 'declined' }): JSX.Element {
  const w = useCheckUpWords()
  return (
    <header>
      <h1 aria-live="polite">{w.done[state]}</h1>
      {state === 'changed' && <p class="lead">{w.done.changedHint}</p>}
      <p class="lead">{w.done.hint}</p>
    </header>
  )
}

function isOwnCheckUp(body: unknown): body is OwnCheckUp {
  return typeof body === 'object' && body !== null && 'phones' in body && 'state' in body
}
