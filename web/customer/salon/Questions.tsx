import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { PublicSalon } from '#contracts/channels/salon'
import { Moods } from '../form/Moods.tsx'
import { Agree } from '../in-person/Agree.tsx'
import { useInPerson } from '../in-person/words.ts'
import { Chips } from '../ui/Chips.tsx'
import { useChange } from '../ui/hooks.ts'
import { useReader } from '../ui/reader.ts'
import { TextArea } from '../ui/TextArea.tsx'
import { fill } from '../words.ts'
import { mayGoOn, phoneFault, QUESTIONS, type SalonValues, tapDiscomfort, tapNone } from './salon-answers.ts'

type QuestionsProps = {
  salon: PublicSalon
  step: number
  values: SalonValues
  onChange: (values: SalonValues) => void
  onStep: (step: number) => void
  onSend: () => void
}
type Words = PublicSalon['words']['en']
type Part = { words: Words; values: SalonValues; change: (change: Partial<SalonValues>) => void }

const MOST_WORDS = 500

/** One question fills the screen; a face goes on by itself. */
export function Questions({ salon, step, values, onChange, onStep, onSend }: QuestionsProps): JSX.Element {
  const { locale } = useReader()
  const x = useInPerson().salon
  const title = useRef<HTMLHeadingElement>(null)
  const [told, setTold] = useState('')
  const words = salon.words[locale]!
  useChange([step], () => {
    setTold('')
    window.scrollTo(0, 0)
    title.current?.focus()
  })
  const change = (changed: Partial<SalonValues>): void => {
    setTold('')
    onChange({ ...values, ...changed })
  }
  const next = (): void => {
    if (!mayGoOn(step, values)) {
      const fault = phoneFault(values)
      setTold(step === 1 ? x.choose : step === 2 || !fault ? x.chooseOne : x[fault])
    } else if (step < QUESTIONS) onStep(step + 1)
    else onSend()
  }
  const part = { words, values, change }
  return (
    <main class="main salon-flow">
      <div>
        <div class="salon-steps" role="img" aria-label={fill(x.step, { n: step })}>
          {[1, 2, 3].map((one) => (
            <i key={one} class={one <= step ? 'on' : ''} />
          ))}
        </div>
        <h1 ref={title} tabIndex={-1}>
          {[words.effect, words.discomfort, words.wish][step - 1]}
        </h1>
      </div>
      {step === 1 && <Moods label={words.effect} mood={values.mood} onChange={(mood) => change({ mood })} />}
      {step === 2 && <Discomfort {...part} replace={onChange} />}
      {step === 3 && <Wish {...part} />}
      {told && (
        <p class="fault" role="alert">
          {told}
        </p>
      )}
      <div class="salon-ways">
        <button type="button" class="button" onClick={() => onStep(step - 1)}>
          {x.back}
        </button>
        <button type="button" class="button button-main" onClick={next}>
          {step < QUESTIONS ? x.next : x.send}
        </button>
      </div>
    </main>
  )
}

function Discomfort({
  words,
  values,
  change,
  replace,
}: Part & { replace: (values: SalonValues) => void }): JSX.Element {
  const x = useInPerson().salon
  return (
    <>
      <Chips
        name="none"
        label={words.none}
        options={[{ key: 'none', label: words.none }]}
        chosen={values.none ? ['none'] : []}
        many
        onChange={() => replace(tapNone(values))}
      />
      <Chips
        name="discomfort"
        label={words.discomfort}
        options={words.discomforts.map((chip) => ({ key: chip, label: chip }))}
        chosen={values.discomforts}
        many
        onChange={(chosen) => replace(tapDiscomfort(values, chosen))}
      />
      <TextArea
        label={x.more}
        placeholder={x.more}
        value={values.discomfortWords}
        rows={2}
        maxLength={MOST_WORDS}
        onInput={(discomfortWords) =>
          change({ discomfortWords, none: discomfortWords.trim() ? false : values.none })
        }
      />
    </>
  )
}

function Wish({ words, values, change }: Part): JSX.Element {
  const x = useInPerson().salon
  return (
    <>
      {words.wishes.length > 0 && (
        <Chips
          name="wish"
          label={words.wish}
          options={words.wishes.map((chip) => ({ key: chip, label: chip }))}
          chosen={values.wishes}
          many
          onChange={(wishes) => change({ wishes })}
        />
      )}
      <TextArea
        label={x.more}
        placeholder={x.more}
        value={values.wishWords}
        rows={2}
        maxLength={MOST_WORDS}
        onInput={(wishWords) => change({ wishWords })}
      />
      <div class="field">
        <label class="label" for="input-phone">
          {x.phone}
        </label>
        <input
          id="input-phone"
          class="input"
          type="tel"
          autoComplete="off"
          maxLength={24}
          value={values.phone}
          onInput={(event) => change({ phone: event.currentTarget.value })}
        />
      </div>
      {values.phone.trim() !== '' && (
        <Agree
          id="consent"
          text={words.consent}
          on={values.consent}
          onChange={(consent) => change({ consent })}
        />
      )}
    </>
  )
}
