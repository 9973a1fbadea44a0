import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import type { RoomPart } from '../../../app/incident-search.ts'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { stillUnreached } from '../affected/still-unreached.ts'
import { deeds, useDeed } from '../incident-queries.ts'
import room_ from '../room/room.module.css'
import { WordsDialog } from '../WordsDialog.tsx'
import { Answers } from './Answers.tsx'
import { MeasureLine } from './MeasureLine.tsx'
import styles from './review.module.css'
import { ScoreSheet } from './ScoreSheet.tsx'

const AddMeasureDialog = lazy(() =>
  import('./AddMeasureDialog.tsx').then((file) => ({ default: file.AddMeasureDialog })),
)

/** What happened, why, what went well and badly, what comes of it; without it no room is closed. */
export function ReviewPart({ room, show }: { room: Room; show: (part: RoomPart) => void }) {
  return (
    <div className={room_.part}>
      {room.score ? <ScoreSheet score={room.score} /> : null}
      <Answers room={room} />
      <Measures room={room} />
      <Close room={room} show={show} />
    </div>
  )
}

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
