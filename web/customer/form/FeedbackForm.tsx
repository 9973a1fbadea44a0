import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { PublicForm, Receipt } from '#contracts/channels'
import { usePhotos } from '../sending/use-photos.ts'
import { slip, slug } from '../start.ts'
import { useChange } from '../ui/hooks.ts'
import { Icon } from '../ui/icons.tsx'
import { useOnline } from '../ui/phone-state.ts'
import { useReader } from '../ui/reader.ts'
import { GateNotice, SendNotice } from '../ui/SendNotice.tsx'
import { fill } from '../words.ts'
import { FieldInput, faultText } from './FieldInput.tsx'
import { isBlank } from './form-draft.ts'
import { namesOf, splitFields } from './form-rules.ts'
import { useDraft } from './use-draft.ts'
import { type Submission, useSubmission } from './use-submission.ts'

type FeedbackFormProps = { form: PublicForm; onSent: (receipt: Receipt) => void; onStartOver: () => void }

/** What the playbook asks, in its order; the optional extras wait behind one line. */
export function FeedbackForm({ form, onSent, onStartOver }: FeedbackFormProps): JSX.Element {
  const { w } = useReader()
  // Words about one visit are not found again under the slip of another.
  const writing = useDraft(slip ? `${slug}.${slip.r}` : slug)
  const { draft, update } = writing
  const photos = usePhotos(draft.photos)
  const submission = useSubmission(form, writing, photos, onSent)
  const { main, extra } = splitFields(form)
  const [open, setOpen] = useState(() =>
    extra.some(({ key }) => key !== 'photos' && draft.values[key] !== ''),
  )
  const faulty = extra.some(({ key }) => faultText(key, submission, w))
  const lost = photos.outstanding + photos.failed.filter((photo) => photo.trouble === 'network').length
  useChange([photos.kept.map((photo) => photo.id).join(), lost], () => {
    update({ photos: photos.kept, photosLost: lost })
  })

  const startOver = (): void => {
    writing.drop()
    photos.queue.clear()
    onStartOver()
  }
  const input = { form, writing, photos, submission }
  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submission.send()
      }}
    >
      {writing.restored && !submission.busy && !isBlank(draft) && (
        <Restored lost={writing.photosLost} onStartOver={startOver} />
      )}
      <fieldset class="plain stack" disabled={submission.busy}>
        {form.shops.length > 0 && <ShopChoice {...input} />}
        {main.map((field) => (
          <FieldInput key={field.key} field={field} {...input} />
        ))}
        {extra.length > 0 && !open && !faulty && (
          <button type="button" class="more" onClick={() => setOpen(true)}>
            <Icon name="down" />
            <span class="more-words">
              {fill(w.form.details, { fields: namesOf(extra).join(w.form.join) })}
            </span>
          </button>
        )}
        {(open || faulty) && extra.map((field) => <FieldInput key={field.key} field={field} {...input} />)}
      </fieldset>
      <SendArea form={form} submission={submission}>
        <GateNotice gate={submission.gate} photos={photos} />
      </SendArea>
    </form>
  )
}

type SendAreaProps = { form: PublicForm; submission: Submission; children: JSX.Element }

function SendArea({ form, submission, children }: SendAreaProps): JSX.Element {
  const { w } = useReader()
  const online = useOnline()
  const { sending, said, gate } = submission
  const waiting = sending.state === 'waiting'
  const hurry = waiting && sending.why !== 'busy'
  const label = hurry ? w.sending.now : submission.busy ? w.sending.sending : form.submit
  return (
    <div class="send">
      {said?.field === 'form' && (
        <p class="fault" role="alert">
          {said.text || w.sending.refused}
        </p>
      )}
      {!online && !waiting && (
        <p class="notice" role="status">
          {w.form.offline}
        </p>
      )}
      {children}
      <SendNotice sending={sending} onEdit={submission.edit} />
      <button
        type="submit"
        class={`button button-main${sending.state === 'sending' || gate.state === 'open' ? ' button-busy' : ''}`}
      >
        {label}
      </button>
      <p class="tiny">{form.privacy}</p>
    </div>
  )
}

function Restored({ lost, onStartOver }: { lost: number; onStartOver: () => void }): JSX.Element {
  const { w } = useReader()
  return (
    <div class="notice">
      <p>
        {w.form.restored}
        {lost > 0 && fill(w.form.photosLost, { n: lost })}
      </p>
      <button type="button" class="link" onClick={onStartOver}>
        {w.form.startOver}
      </button>
    </div>
  )
}

type ShopChoiceProps = Pick<Parameters<typeof FieldInput>[0], 'form' | 'writing' | 'submission'>

function ShopChoice({ form, writing, submission }: ShopChoiceProps): JSX.Element {
  const { w } = useReader()
  const fault = faultText('shop', submission, w)
  return (
    <div class={fault ? 'field field-faulty' : 'field'}>
      <label class="label" for="field-shop">
        {w.form.shop}
      </label>
      <span class="choice">
        <select
          id="field-shop"
          class="input"
          value={writing.draft.values.shopCode}
          aria-invalid={!!fault}
          aria-describedby={fault ? 'fault-shop' : undefined}
          onChange={(event) => {
            writing.set({ shopCode: event.currentTarget.value })
            submission.clearFault('shop')
          }}
        >
          <option value="">{w.form.chooseShop}</option>
          {form.shops.map((shop) => (
            <option key={shop.code} value={shop.code}>
              {shop.name}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </span>
      {fault && (
        <p class="fault" id="fault-shop" role="alert">
          {fault}
        </p>
      )}
    </div>
  )
}
