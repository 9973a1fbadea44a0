import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { VisitBoard } from '#contracts/orders/visits'
import { useDayWords } from './day-words.ts'
import { Field } from './Field.tsx'
import { atTime, freePeople, freeStarts } from './free-times.ts'
import styles from './visits.module.css'

type Value = { therapistId: string; on: string; startsAt: string }
type Props = {
  board: VisitBoard
  minutes: number
  value: Value
  change: (part: Partial<Value>) => void
  /** The appointment that is being moved does not stand in its own way. */
  butOrder?: string
}

/** With whom, on which day, at what time: what is free is one tap, everything else can be typed. */
export function TimePick({ board, minutes, value, change, butOrder = '' }: Props) {
  const { t } = useTranslation('orders-visits')
  const { time } = useDayWords(board)
  const starts = freeStarts(board, value.therapistId, minutes, butOrder)
  const free = value.startsAt ? freePeople(board, value.startsAt, minutes, butOrder) : []
  return (
    <>
      <div className={styles.row}>
        <Field label={t('book.therapist')}>
          <Select
            aria-label={t('book.therapist')}
            value={value.therapistId}
            onChange={(therapistId) => change({ therapistId })}
            options={[
              { value: '', label: t('book.anyone') },
              ...board.therapists.map((person) => ({
                value: person.id,
                label: person.duty.length ? person.name : `${person.name} · ${t('board.off')}`,
              })),
            ]}
          />
        </Field>
        <Field label={t('book.date')}>
          <input
            type="date"
            className={styles.native}
            value={value.on}
            onChange={(event) => event.target.value && change({ on: event.target.value, startsAt: '' })}
          />
        </Field>
        <Field label={t('book.time')}>
          <input
            type="time"
            step={300}
            className={styles.native}
            value={value.startsAt ? time(value.startsAt) : ''}
            onChange={(event) => change({ startsAt: atTime(board.begins, event.target.value) ?? '' })}
          />
        </Field>
      </div>
      <fieldset className={styles.times}>
        <legend>{t('book.free')}</legend>
        {starts.map((at) => (
          <button
            key={at}
            type="button"
            aria-pressed={at === value.startsAt}
            onClick={() => change({ startsAt: at })}
          >
            {time(at)}
          </button>
        ))}
        {starts.length ? null : <p className={styles.quiet}>{t('book.noFree')}</p>}
      </fieldset>
      {value.startsAt && !value.therapistId && free.length ? (
        <p className={styles.quiet}>
          {board.therapists
            .filter((person) => free.includes(person.id))
            .map((person) => person.name)
            .join(t('common:list.and'))}
        </p>
      ) : null}
    </>
  )
}
