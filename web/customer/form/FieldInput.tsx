import type { JSX } from 'preact'
import type { PublicForm } from '#contracts/channels'
import type { Photos } from '../sending/use-photos.ts'
import { Chips } from '../ui/Chips.tsx'
import { PhotoStrip } from '../ui/PhotoStrip.tsx'
import { useReader } from '../ui/reader.ts'
import { TextArea } from '../ui/TextArea.tsx'
import { sayClock } from '../when.ts'
import { fill, type Words } from '../words.ts'
import { isElsewhere } from '../zone.ts'
import type { FormValues } from './form-draft.ts'
import { asksCategory, CONTENT_LENGTH, type Field, type FieldName, zoneOf } from './form-rules.ts'
import { Moods } from './Moods.tsx'
import type { Writing } from './use-draft.ts'
import type { Submission } from './use-submission.ts'

type FieldInputProps = {
  form: PublicForm
  field: Field
  writing: Writing
  photos: Photos
  submission: Submission
}

/** One field of the playbook's form with what is wrong with it. */
export function FieldInput(props: FieldInputProps): JSX.Element | null {
  const { w } = useReader()
  const { field, form, writing, submission } = props
  if (field.key === 'category' && !asksCategory(form, writing.draft.values.mood)) return null
  const fault = faultText(field.key, submission, w)
  const faultId = fault ? `fault-${field.key}` : undefined
  return (
    <div class={`field field-${field.key}${fault ? ' field-faulty' : ''}`}>
      <Control {...props} faultId={faultId} />
      {fault && (
        <p class="fault" id={faultId} role="alert">
          {fault}
        </p>
      )}
    </div>
  )
}

function Control({
  form,
  field,
  writing,
  photos,
  submission,
  faultId,
}: FieldInputProps & { faultId?: string }): JSX.Element {
  const { w } = useReader()
  const { values } = writing.draft
  const set = (patch: Partial<FormValues>): void => {
    writing.set(patch)
    submission.clearFault(field.key)
  }
  switch (field.key) {
    case 'mood':
      return (
        <Moods label={field.label} mood={values.mood} faultId={faultId} onChange={(mood) => set({ mood })} />
      )
    case 'category':
    case 'wants':
      return (
        <Chips
          name={field.key}
          label={labelOf(field, w)}
          labelled={field.key === 'wants'}
          options={field.key === 'wants' ? field.options : form.categories}
          chosen={values[field.key] ? [values[field.key]] : []}
          faultId={faultId}
          onChange={([one = '']) => set({ [field.key]: one })}
        />
      )
    case 'photos':
      return <PhotoStrip photos={photos} label={field.label} hint={field.hint} faultId={faultId} />
    case 'content':
      return (
        <TextArea
          id="field-content"
          label={field.label}
          placeholder={field.hint || field.label}
          rows={4}
          maxLength={CONTENT_LENGTH}
          value={values.content}
          faultId={faultId}
          onInput={(content) => set({ content })}
        />
      )
    default:
      return (
        <Line
          field={field}
          value={values[field.key]}
          zone={zoneOf(form, values)}
          faultId={faultId}
          onInput={(value) => set({ [field.key]: value })}
        />
      )
  }
}

type LineProps = {
  field: Field
  value: string
  /** The shop's, for a time. */
  zone: string
  faultId?: string
  onInput: (value: string) => void
}

/** A one-line field. Nothing is offered from the browser's memory: on a shop's tablet that is somebody else's number. */
function Line({ field, value, zone, faultId, onInput }: LineProps): JSX.Element {
  const { w } = useReader()
  const elsewhere = field.key === 'purchasedAt' && isElsewhere(zone, new Date())
  const common = {
    id: `field-${field.key}`,
    class: 'input',
    autoComplete: 'off',
    value,
    'aria-invalid': !!faultId,
    'aria-describedby': faultId,
    onInput: (event: { currentTarget: HTMLInputElement }) => onInput(event.currentTarget.value),
  }
  return (
    <>
      <label class="label" for={`field-${field.key}`}>
        {labelOf(field, w)}
      </label>
      {field.key === 'purchasedAt' ? (
        <>
          <input {...common} type="datetime-local" />
          {elsewhere && <p class="quiet">{fill(w.form.shopClock, { clock: sayClock(new Date(), zone) })}</p>}
        </>
      ) : (
        <input
          {...common}
          type="text"
          autoCapitalize="off"
          spellcheck={false}
          maxLength={LENGTHS[field.key] ?? 60}
          placeholder={field.hint || (field.key === 'contact' ? w.form.contactExample : '')}
        />
      )}
    </>
  )
}

const LENGTHS: Partial<Record<Field['key'], number>> = { contact: 120, name: 60, orderNumber: 64, table: 40 }

/** Says that a field may be left out, unless the playbook's own label says so. */
function labelOf(field: Field, w: Words): string {
  const said = /选填|選填|可不填|optional/i.test(field.label)
  return field.required || said ? field.label : fill(w.common.optional, { label: field.label })
}

export function faultText(field: FieldName, { faults, said }: Submission, w: Words): string {
  if (said?.field === field) return said.text
  const fault = faults[field]
  return fault ? fill(w.fault[fault], { n: CONTENT_LENGTH }) : ''
}
