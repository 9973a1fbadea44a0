import type { JSX } from 'preact'
import type { Confirmation, PublicEvent } from '#contracts/loyalty/events'
import { Agree } from '../in-person/Agree.tsx'
import { useInPerson } from '../in-person/words.ts'
import { Chips } from '../ui/Chips.tsx'
import { Icon } from '../ui/icons.tsx'
import { useReader } from '../ui/reader.ts'
import { SendNotice } from '../ui/SendNotice.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { fill } from '../words.ts'
import { type SigningUp, useSignUp } from './use-sign-up.ts'

type SignUpFormProps = {
  event: PublicEvent
  onSignedUp: (confirmation: Confirmation) => void
  onStale: () => void
}

/** Name, number, what the brand asks, and the own tick. */
export function SignUpForm({ event, onSignedUp, onStale }: SignUpFormProps): JSX.Element {
  const { w } = useReader()
  const words = useInPerson().event
  const form = useSignUp(event, onSignedUp, onStale)
  const { values, faults, set, sending } = form
  const fault = (key: string): string | undefined => {
    const found = faults[key]
    return found && words[found]
  }
  if (form.already) {
    return (
      <section class="not-now" role="status">
        <span class="seal">
          <Icon name="check" />
        </span>
        <h2>{words.alreadyTitle}</h2>
        <p class="quiet">{words.alreadyText}</p>
        <button type="button" class="button" onClick={() => set({ phone: '' })}>
          {words.otherNumber}
        </button>
      </section>
    )
  }
  return (
    <form
      class="form"
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault()
        form.send()
      }}
    >
      <fieldset class="plain stack" disabled={form.busy}>
        <Line id="name" label={words.name} complete="name" most={30} form={form} fault={fault('name')} />
        <Line id="phone" label={words.phone} complete="tel" most={24} form={form} fault={fault('phone')} />
        {event.shops.length > 1 && <ShopChoice event={event} form={form} fault={fault('shop')} />}
        {event.questions.map((question, i) => (
          <Question
            key={question.ask}
            number={i}
            question={question}
            form={form}
            fault={fault(`answer-${i}`)}
          />
        ))}
        {event.opinion && (
          <div class="field" id="field-opinion">
            <p class="label">{fill(words.optional, { label: event.opinion })}</p>
            <TextArea
              label={event.opinion}
              placeholder={words.opinionHint}
              value={values.opinion}
              rows={3}
              maxLength={1000}
              onInput={(opinion) => set({ opinion })}
            />
          </div>
        )}
        <div class="agrees">
          <Agree
            id="consent"
            text={event.consent.text}
            on={values.consent}
            fault={fault('consent')}
            onChange={(consent) => set({ consent })}
          />
          {event.news && (
            <Agree
              id="news"
              text={fill(words.optional, { label: event.news.text })}
              on={values.news}
              fault={fault('news')}
              onChange={(news) => set({ news })}
            />
          )}
        </div>
      </fieldset>
      <div class="send">
        {form.said && (
          <p class="fault" role="alert">
            {form.said}
          </p>
        )}
        <SendNotice sending={sending} onEdit={form.edit} />
        <button
          type="submit"
          class={`button button-main${sending.state === 'sending' ? ' button-busy' : ''}`}
        >
          {form.busy ? w.sending.sending : words.signUp}
        </button>
      </div>
    </form>
  )
}

type LineProps = {
  id: 'name' | 'phone'
  label: string
  complete: 'name' | 'tel'
  most: number
  form: SigningUp
  fault: string | undefined
}

function Line({ id, label, complete, most, form, fault }: LineProps): JSX.Element {
  return (
    <div class={fault ? 'field field-faulty' : 'field'} id={`field-${id}`}>
      <label class="label" for={`input-${id}`}>
        {label}
      </label>
      <input
        id={`input-${id}`}
        class="input"
        type={(complete === 'tel' ? 'tel' : 'text') as 'tel'}
        autoComplete={complete}
        maxLength={most}
        value={form.values[id]}
        aria-invalid={!!fault}
        aria-describedby={fault ? `fault-${id}` : undefined}
        onInput={(event) => form.set({ [id]: event.currentTarget.value })}
      />
      <Said id={id} fault={fault} />
    </div>
  )
}

function Said({ id, fault }: { id: string; fault: string | undefined }): JSX.Element | null {
  if (!fault) return null
  return (
    <p class="fault" id={`fault-${id}`} role="alert">
      {fault}
    </p>
  )
}

type ShopChoiceProps = { event: PublicEvent; form: SigningUp; fault: string | undefined }

function ShopChoice({ event, form, fault }: ShopChoiceProps): JSX.Element {
  const x = useInPerson().event
  return (
    <div class={fault ? 'field field-faulty' : 'field'} id="field-shop">
      <label class="label" for="input-shop">
        {x.shop}
      </label>
      <span class="choice">
        <select
          id="input-shop"
          class="input"
          value={form.values.shopCode}
          aria-invalid={!!fault}
          aria-describedby={fault ? 'fault-shop' : undefined}
          onChange={(changed) => form.set({ shopCode: changed.currentTarget.value })}
        >
          <option value="">{x.chooseShop}</option>
          {event.shops.map((shop) => (
            <option key={shop.code} value={shop.code}>
              {shop.name}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </span>
      <Said id="shop" fault={fault} />
    </div>
  )
}

type QuestionProps = {
  number: number
  question: PublicEvent['questions'][number]
  form: SigningUp
  fault: string | undefined
}

function Question({ number, question, form, fault }: QuestionProps): JSX.Element {
  const x = useInPerson().event
  const id = `answer-${number}`
  const label = question.required ? question.ask : fill(x.optional, { label: question.ask })
  const answer = form.values.answers[number] ?? ''
  const say = (said: string): void => {
    const answers = [...form.values.answers]
    answers[number] = said
    form.set({ answers: Array.from(answers, (one) => one ?? '') })
  }
  if (question.options.length) {
    return (
      <div class={fault ? 'field field-faulty' : 'field'}>
        <Chips
          name={id}
          label={label}
          labelled
          options={question.options.map((option) => ({ key: option, label: option }))}
          chosen={answer ? [answer] : []}
          {...(fault ? { faultId: `fault-${id}` } : {})}
          onChange={([chosen]) => say(chosen ?? '')}
        />
        <Said id={id} fault={fault} />
      </div>
    )
  }
  return (
    <div class={fault ? 'field field-faulty' : 'field'} id={`field-${id}`}>
      <label class="label" for={`input-${id}`}>
        {label}
      </label>
      <input
        id={`input-${id}`}
        class="input"
        type="text"
        maxLength={200}
        value={answer}
        aria-invalid={!!fault}
        aria-describedby={fault ? `fault-${id}` : undefined}
        onInput={(event) => say(event.currentTarget.value)}
      />
      <Said id={id} fault={fault} />
    </div>
  )
}
