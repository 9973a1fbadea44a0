import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordRevisit, RevisitSheet } from '#contracts/tickets/followup'
import { useZone } from '../../../app/session.ts'
import { instantIn } from '../../../ui/time.ts'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { useRevisitDeed } from './followup-queries.ts'
import styles from './RevisitSheet.module.css'

const OUTCOMES = ['content', 'not_content', 'missed', 'later'] as const
type Outcome = (typeof OUTCOMES)[number]
const STARS = [1, 2, 3, 4, 5] as const

/** What came of the call. The button says what happens with it. */
export function RecordForm({ sheet, done }: { sheet: RevisitSheet; done: () => void }) {
  const { t } = useTranslation('followup')
  const zone = useZone()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [stars, setStars] = useState(0)
  const [reason, setReason] = useState('')
  const [words, setWords] = useState('')
  const [nextAt, setNextAt] = useState('')
  const deed = useRevisitDeed(sheet.id, sheet.ticket.id)
  const problem = useProblem()
  const say = useDone()
  const body =
    outcome && bodyOf(outcome, { stars, reason, words: words.trim(), nextAt: instantIn(zone, nextAt) })
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!body) return
    deed.mutate(
      { deed: 'record', body },
      {
        onError: problem,
        onSuccess: () => {
          say(t(`recorded.${body.outcome}`))
          done()
        },
      },
    )
  }
  return (
    <form className={styles.record} onSubmit={save}>
      <Choices
        name="outcome"
        label={t('record.title')}
        options={OUTCOMES.map((key) => ({ key, label: t(`record.${key}`) }))}
        chosen={outcome ?? ''}
        choose={(key) => setOutcome(key as Outcome)}
      />
      {outcome === 'not_content' ? (
        <Choices
          name="reason"
          label={t('record.reason')}
          options={sheet.reasons}
          chosen={reason}
          choose={setReason}
        />
      ) : null}
      {outcome === 'content' || outcome === 'not_content' ? (
        <Choices
          name="stars"
          label={t('record.stars')}
          options={STARS.map((n) => ({ key: String(n), label: t('stars', { count: n }) }))}
          chosen={stars ? String(stars) : ''}
          choose={(key) => setStars(stars === Number(key) ? 0 : Number(key))}
        />
      ) : null}
      {outcome === 'later' ? (
        <label className={styles.field}>
          {t('record.nextAt')}
          <input
            type="datetime-local"
            value={nextAt}
            required
            onChange={(event) => setNextAt(event.target.value)}
          />
        </label>
      ) : null}
      {outcome ? (
        <Input.TextArea
          rows={3}
          maxLength={1000}
          value={words}
          aria-label={t(`record.words.${outcome}`)}
          placeholder={t(`record.words.${outcome}`)}
          onChange={(event) => setWords(event.target.value)}
        />
      ) : null}
      {outcome ? (
        <Button type="primary" htmlType="submit" loading={deed.isPending} disabled={!body} block>
          {t(`record.save.${outcome}`)}
        </Button>
      ) : null}
    </form>
  )
}

type Given = { stars: number; reason: string; words: string; nextAt: string }

/** Null while something is missing. */
export function bodyOf(outcome: Outcome, { stars, reason, words, nextAt }: Given): RecordRevisit | null {
  const judged = stars ? { stars } : {}
  if (outcome === 'content') return { outcome, words, ...judged }
  if (outcome === 'not_content')
    return reason && words.length >= 2 ? { outcome, reason, words, ...judged } : null
  if (outcome === 'missed') return { outcome, words }
  return nextAt ? { outcome, nextAt, words } : null
}

type ChoicesProps = {
  name: string
  label: string
  options: { key: string; label: string }[]
  chosen: string
  choose: (key: string) => void
}

function Choices({ name, label, options, chosen, choose }: ChoicesProps) {
  return (
    <fieldset className={styles.choices}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.key}>
          <input
            type="radio"
            name={name}
            checked={chosen === option.key}
            onChange={() => choose(option.key)}
            onClick={() => chosen === option.key && name === 'stars' && choose(option.key)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
