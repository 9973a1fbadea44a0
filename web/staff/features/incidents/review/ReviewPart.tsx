import { Button, Input } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import type { RoomPart } from '../../../app/incident-search.ts'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { stillUnreached } from '../affected/still-unreached.ts'
import { Field } from '../Field.tsx'
import { deeds, useDeed } from '../incident-queries.ts'
import { Meanwhile } from '../room/Meanwhile.tsx'
import { notSent } from '../room/not-sent.ts'
import room_ from '../room/room.module.css'
import { useRoomDraft } from '../room/use-room-draft.ts'
import { WordsDialog } from '../WordsDialog.tsx'
import { MeasureLine } from './MeasureLine.tsx'
import styles from './review.module.css'
import { ScoreSheet } from './ScoreSheet.tsx'

const AddMeasureDialog = lazy(() =>
  import('./AddMeasureDialog.tsx').then((file) => ({ default: file.AddMeasureDialog })),
)
const QUESTIONS = ['what', 'why', 'wentWell', 'wentBadly'] as const
type Question = (typeof QUESTIONS)[number]
/** Words begun on `base`: what stood there then, so that a colleague's words meanwhile are noticed. */
type Drafts = Partial<Record<Question, { text: string; base: string }>>
const NOTHING: Drafts = {}

/** What happened, why, what went well and badly, what comes of it; without it no room is closed. */
export function ReviewPart({ room, show }: { room: Room; show: (part: RoomPart) => void }) {
  return (
    <div className={room_.part}>
      {room.score ? <ScoreSheet score={room.score} /> : null}
      <Answer room={room} />
      <Measures room={room} />
      <Close room={room} show={show} />
    </div>
  )
}

function Answer({ room }: { room: Room }) {
  const { t } = useTranslation('incidents')
  const held: Record<Question, string> = {
    what: room.review?.what ?? '',
    why: room.review?.why ?? '',
    wentWell: room.review?.wentWell ?? '',
    wentBadly: room.review?.wentBadly ?? '',
  }
  const [changed, change] = useRoomDraft(room.id, 'review', NOTHING)
  const deed = useDeed(room.id)
  const problem = useProblem()
  const done = useDone()
  const writes = room.can.includes('review')
  const write = (key: Question, text: string) =>
    change((now) => ({ ...now, [key]: { text, base: now[key]?.base ?? held[key] } }))
  const save = () =>
    void deed.mutateAsync(deeds.saveReview(textsOf(changed))).then(() => {
      change((now) => onto(changed, notSent(now, changed)))
      done(t('review.saved'))
    }, problem)
  return (
    <form
      className={styles.answers}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <p className={room_.title}>
        {t('review.title')}
        {room.review?.finishedAt ? <small>{t('review.by', { name: room.review.finishedBy })}</small> : null}
      </p>
      {QUESTIONS.filter((key) => held[key] || room.status !== 'closed').map((key) =>
        writes ? (
          <div key={key}>
            {isOvertaken(changed[key], held[key]) && !deed.isPending ? (
              <Meanwhile hint={t('review.meanwhile')}>
                <blockquote>{held[key] || t('review.empty')}</blockquote>
                <button
                  type="button"
                  className={room_.link}
                  onClick={() => change(({ [key]: _, ...others }) => others)}
                >
                  {t('review.takeTheirs')}
                </button>
              </Meanwhile>
            ) : null}
            <Field label={t(`review.${key}`)} hint={t(`review.${key}Hint`)}>
              <Input.TextArea
                value={changed[key]?.text ?? held[key]}
                maxLength={2000}
                autoSize={{ minRows: 2, maxRows: 10 }}
                onChange={(event) => write(key, event.target.value)}
              />
            </Field>
          </div>
        ) : (
          <div key={key}>
            <span>{t(`review.${key}`)}</span>
            <p>{held[key] || t('review.empty')}</p>
          </div>
        ),
      )}
      {writes && Object.keys(changed).length ? (
        <div className={styles.save}>
          <Button type="primary" htmlType="submit" loading={deed.isPending}>
            {t('review.save')}
          </Button>
        </div>
      ) : null}
    </form>
  )
}

const isOvertaken = (draft: Drafts[Question], stored: string) =>
  draft !== undefined && stored !== draft.base && stored !== draft.text.trim()

const textsOf = (drafts: Drafts) =>
  Object.fromEntries(Object.entries(drafts).map(([key, { text }]) => [key, text]))

/** What was written on while `saved` went off stands on what is stored since. */
const onto = (saved: Drafts, left: Drafts): Drafts =>
  Object.fromEntries(
    Object.entries(left).map(([key, draft]) => {
      const base = saved[key as Question]?.text.trim() ?? draft.base
      return [key, { ...draft, base }]
    }),
  )

function Measures({ room }: { room: Room }) {
  const { t } = useTranslation('incidents')
  const [adding, setAdding] = useState(false)
  const measures = room.review?.measures ?? []
  return (
    <section aria-labelledby="room-measures">
      <h2 className={room_.title} id="room-measures">
        {t('review.measures')}
        <small>{measures.length || null}</small>
        {room.can.includes('review') ? (
          <button type="button" onClick={() => setAdding(true)}>
            {t('measure.add')}
          </button>
        ) : null}
      </h2>
      {measures.length === 0 ? <p className={room_.quiet}>{t('measure.none')}</p> : null}
      <ul className={styles.measures}>
        {measures.map((measure) => (
          <li key={measure.id}>
            <MeasureLine measure={measure} />
          </li>
        ))}
      </ul>
      {adding ? (
        <Suspense>
          <AddMeasureDialog room={room} close={() => setAdding(false)} />
        </Suspense>
      ) : null}
    </section>
  )
}

const PART_OF_MISSING = {
  steps: 'steps',
  law: 'steps',
  seals: 'seal',
  message: 'affected',
  untold: 'affected',
  review: null,
  measures: null,
} as const

/** The last deed; as long as something is missing it says what, and leads there. */
function Close({ room, show }: { room: Room; show: (part: RoomPart) => void }) {
  const { t } = useTranslation('incidents')
  const [closing, setClosing] = useState(false)
  const deed = useDeed(room.id)
  const problem = useProblem()
  const done = useDone()
  if (room.status === 'closed' || !room.can.some((one) => one === 'close' || one === 'lead')) return null
  const still = room.drill ? 0 : stillUnreached(room.affected)
  const ready = room.missing.length === 0 && room.can.includes('close')
  return (
    <section className={styles.close} aria-labelledby="room-close" data-ready={ready}>
      <h2 id="room-close">{t(ready ? 'close.ready' : 'close.notYet')}</h2>
      {ready ? null : (
        <ul>
          {room.missing.map((code) => {
            const part = PART_OF_MISSING[code]
            return (
              <li key={code}>
                {t(`missing.${code}`)}
                {part ? (
                  <button type="button" className={room_.link} onClick={() => show(part)}>
                    {t('close.go')}
                  </button>
                ) : null}
              </li>
            )
          })}
        </ul>
      )}
      {ready ? (
        <Button type="primary" size="large" onClick={() => setClosing(true)}>
          {t('close.do')}
        </Button>
      ) : null}
      {closing ? (
        <WordsDialog
          title={t('close.title')}
          hint={still ? t('close.hintStill', { count: still }) : t('close.hint')}
          label={t('close.words')}
          ok={t('close.do')}
          shortest={4}
          most={2000}
          busy={deed.isPending}
          send={(words) =>
            deed.mutate(deeds.close(words), {
              onError: problem,
              onSuccess: () => {
                setClosing(false)
                done(t('close.did'))
              },
            })
          }
          close={() => setClosing(false)}
        />
      ) : null}
    </section>
  )
}
