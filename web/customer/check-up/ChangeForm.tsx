import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Deed } from '../sending/use-deed.ts'
import { useReader } from '../ui/reader.ts'
import { SendNotice } from '../ui/SendNotice.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useCheckUpWords } from './words.ts'

/** What has changed; an empty field stays as it is. */
export function ChangeForm({ answer, onBack }: { answer: Deed; onBack: () => void }): JSX.Element {
  const w = useCheckUpWords()
  const { w: common } = useReader()
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [address, setAddress] = useState('')
  const [empty, setEmpty] = useState(false)
  const send = (): void => {
    const given = { name: name.trim(), phone: phone.trim(), address: address.trim() }
    const said = Object.entries(given).filter(([, value]) => value !== '')
    setEmpty(said.length === 0)
    if (!said.length || answer.busy) return
    const body: Record<string, string> = { answer: 'changed' }
    for (const [key, value] of said) body[key] = value
    answer.send(body)
  }
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <h1>{w.changeTitle}</h1>
      <label class="labelled">
        <span>{w.newName}</span>
        <input
          class="input"
          maxLength={60}
          autocomplete="name"
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <label class="labelled">
        <span>{w.newPhone}</span>
        <input
          class="input"
          type="tel"
          maxLength={30}
          autocomplete="tel"
          value={phone}
          onInput={(event) => setPhone(event.currentTarget.value)}
        />
      </label>
      <label class="labelled" for="new-address">
        <span>{w.newAddress}</span>
      </label>
      <TextArea
        id="new-address"
        label={w.newAddress}
        placeholder={w.addressHint}
        rows={2}
        maxLength={200}
        value={address}
        onInput={setAddress}
      />
      {(empty || answer.said) && (
        <p class="fault" role="alert">
          {empty ? w.empty : answer.said}
        </p>
      )}
      <SendNotice sending={answer.sending} onEdit={answer.cancel} />
      <div class="two">
        <button type="button" class="button" disabled={answer.busy} onClick={onBack}>
          {w.back}
        </button>
        <button type="submit" class={`button button-main${answer.busy ? ' button-busy' : ''}`}>
          {answer.busy ? common.sending.sending : w.send}
        </button>
      </div>
    </form>
  )
}
