import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { ReviewQuestion, type Room } from '#contracts/incidents'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { Field } from '../Field.tsx'
import { deeds, useDeed } from '../incident-queries.ts'
import { MeanwhileTheirs } from '../room/Meanwhile.tsx'
import room_ from '../room/room.module.css'
import { useRoomDraft } from '../room/use-room-draft.ts'
import { type Draft, type Drafts, isOvertaken, leftAfter, storedOf, toSave } from './drafts.ts'
import styles from './review.module.css'

const NOTHING: Drafts = {}

/** The four questions; of two who write the same answer the second sees both and says which stays. */
export function Answers({ room }: { room: Room }) {
  const { t } = useTranslation('incidents')
  const { review } = room
  const [drafts, change] = useRoomDraft(room.id, 'review', NOTHING)
  const deed = useDeed(room.id)
  const problem = useProblem()
  const done = useDone()
  const writes = room.can.includes('review')
  const overtaken = ReviewQuestion.options.filter(
    (key) => !deed.isPending && isOvertaken(drafts[key], storedOf(review, key)),
  )
  const drop = (key: ReviewQuestion) => change(({ [key]: _, ...others }) => others)
  const save = () =>
    void deed.mutateAsync(deeds.saveReview(toSave(drafts))).then(() => {
      change((now) => leftAfter(now, drafts, review))
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
        {review?.finishedAt ? <small>{t('review.by', { name: review.finishedBy })}</small> : null}
      </p>
      {ReviewQuestion.options
        .filter((key) => storedOf(review, key).text || room.status !== 'closed')
        .map((key) => {
          const stored = storedOf(review, key)
          const draft = drafts[key]
          if (!writes)
            return (
              <div key={key}>
                <span>{t(`review.${key}`)}</span>
                <p>{stored.text || t('review.empty')}</p>
              </div>
            )
          const put = (next: Partial<Draft>) =>
            change((now) => ({
              ...now,
              [key]: { text: stored.text, read: stored.version, ...now[key], ...next },
            }))
          return (
            <div key={key}>
              {overtaken.includes(key) ? (
                <MeanwhileTheirs
                  by={stored.by}
                  at={stored.at}
                  take={() => drop(key)}
                  keep={() => put({ read: stored.version })}
                >
                  {stored.text || t('review.empty')}
                </MeanwhileTheirs>
              ) : null}
              <Field label={t(`review.${key}`)} hint={t(`review.${key}Hint`)}>
                <Input.TextArea
                  value={draft?.text ?? stored.text}
                  maxLength={2000}
                  autoSize={{ minRows: 2, maxRows: 10 }}
                  onChange={(event) => put({ text: event.target.value })}
                />
              </Field>
            </div>
          )
        })}
      {writes && Object.keys(drafts).length ? (
        <div className={styles.save}>
          <Button type="primary" htmlType="submit" loading={deed.isPending} disabled={overtaken.length > 0}>
            {t('review.save')}
          </Button>
          {overtaken.length ? (
            <p className={styles.decide}>{t('review.decide', { count: overtaken.length })}</p>
          ) : null}
        </div>
      ) : null}
    </form>
  )
}
