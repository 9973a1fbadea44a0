import type { PublicFeedbackInput, PublicForm } from '#contracts/channels'
import type { SlipLink } from '#contracts/channels/box'
import type { Locale } from '../words.ts'
import { instantIn } from '../zone.ts'
import type { FormValues } from './form-draft.ts'

export type Field = PublicForm['fields'][number]
/** `shop` is asked only on a form of the whole brand. */
export type FieldName = Field['key'] | 'shop'
export type Fault = 'choose' | 'content' | 'photos' | 'fill' | 'contact' | 'nothing' | 'tooLong'
export type Faults = Partial<Record<FieldName, Fault>>
type Feedback = PublicFeedbackInput

export const CONTENT_LENGTH = 4000
export const CONTACT = /^(\+?[0-9][0-9 ()-]{5,20}|[^\s@]+@[^\s@]+\.[^\s@]+)$/
const CHOSEN: FieldName[] = ['mood', 'category', 'wants', 'shop']

/** What still has to be asked: the till's link has answered for its slip. */
function askedFields({ fields, slip }: PublicForm): Field[] {
  const answered = slip ? ['orderNumber', slip.at ? 'purchasedAt' : ''] : []
  return fields.filter(({ key }) => answered.indexOf(key) < 0)
}

/** The fields in sight at once, and those behind one quiet line: optional extras nobody should have to read past. */
export function splitFields(form: PublicForm): { main: Field[]; extra: Field[] } {
  const asked = askedFields(form).filter(
    (field) => field.key !== 'table' || form.place === '' || field.required,
  )
  const isExtra = (field: Field): boolean =>
    !field.required && ['name', 'purchasedAt', 'orderNumber', 'wants', 'table'].indexOf(field.key) >= 0
  return { main: asked.filter((field) => !isExtra(field)), extra: asked.filter(isExtra) }
}

/** Labels as they stand in a sentence, without their asides: 订单号（选填） is 订单号. */
export function namesOf(fields: Field[]): string[] {
  return fields.map((field) => field.label.replace(/\s*[（(].*[）)]\s*$/, '') || field.label)
}

/** Chips name problems: someone who is content is not asked which, unless the playbook insists. */
export function asksCategory(form: PublicForm, mood: FormValues['mood']): boolean {
  const field = form.fields.find((one) => one.key === 'category')
  return !!field && form.categories.length > 0 && (mood !== 'good' || field.required)
}

/**
 * What keeps the form from being sent, by field.
 * Shape: required comes from the playbook; the contact is only checked for being whole, not for existing;
 *        a form without any answer at all has the fault `nothing` at its text.
 */
export function faultsOf(form: PublicForm, values: FormValues, photos: number): Faults {
  const faults: Faults = {}
  for (const { key, required } of askedFields(form)) {
    if (!required || (key === 'category' && form.categories.length === 0)) continue
    if (key === 'photos') {
      if (photos === 0) faults.photos = 'photos'
    } else if (values[key].trim() === '') {
      faults[key] = CHOSEN.indexOf(key) >= 0 ? 'choose' : key === 'content' ? 'content' : 'fill'
    }
  }
  if (values.contact.trim() !== '' && !CONTACT.test(values.contact.trim())) faults.contact = 'contact'
  if (values.content.trim().length > CONTENT_LENGTH) faults.content = 'tooLong'
  const blank = !values.mood && !values.category && !values.content.trim() && !values.wants && photos === 0
  if (blank && Object.keys(faults).length === 0) faults.content = 'nothing'
  return faults
}

/** On whose clock the customer writes: that of the shop, also of one that is chosen on a form of the whole brand. */
export function zoneOf({ shops, zone }: PublicForm, { shopCode }: FormValues): string {
  return shops.filter((shop) => shop.code === shopCode)[0]?.zone ?? zone
}

/** The request body; fields left alone and a category that is no longer asked stay out. */
export function toFeedback(
  form: PublicForm,
  values: FormValues,
  photos: string[],
  { slip, ...send }: { submissionId: string; locale: Locale; slip?: SlipLink | null },
): Feedback {
  const text = (value: string): string | undefined => value.trim() || undefined
  return {
    ...send,
    content: values.content.trim(),
    mood: values.mood || undefined,
    category: asksCategory(form, values.mood) ? text(values.category) : undefined,
    photos,
    contact: text(values.contact),
    name: text(values.name),
    purchasedAt: instantIn(zoneOf(form, values), values.purchasedAt)?.toISOString(),
    orderNumber: text(values.orderNumber),
    wants: text(values.wants),
    table: text(values.table),
    shopCode: text(values.shopCode),
    slip: (form.slip && slip) || undefined,
  }
}

/** The field a problem document names: `contact`, `/contact` and `body.contact` are the same. */
export function fieldOfProblem(form: PublicForm, field: string | undefined): FieldName | null {
  const parts = (field ?? '').split(/[./[\]]+/).filter((part) => part !== '' && part !== 'body')
  if (parts[0] === 'shopCode') return 'shop'
  const known = form.fields.find((one) => one.key === parts[0])
  return known?.key ?? null
}
