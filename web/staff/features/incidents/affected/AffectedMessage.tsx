import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import type { AffectedSummary } from '#contracts/incidents/affected'
import { gapsIn } from '#contracts/incidents/gaps'
import { useMe } from '../../../app/session.ts'
import { TimeText } from '../../../app/TimeText.tsx'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { Field } from '../Field.tsx'
import { type Deed, useDeed } from '../incident-queries.ts'
import forms from '../room/forms.module.css'
import { Meanwhile } from '../room/Meanwhile.tsx'
import room_ from '../room/room.module.css'
import { useRoomDraft } from '../room/use-room-draft.ts'
import { ContactGap } from '../statements/ContactGap.tsx'
import { useOffers } from '../statements/statement-queries.ts'
import { WordsDialog } from '../WordsDialog.tsx'
import styles from './affected.module.css'
import { affectedDeeds } from './affected-queries.ts'
import { complainantsOf } from './complaints.ts'

type Props = { room: Room; affected: AffectedSummary }
const SHORTEST = 10
/** Words begun on `base`: what stood there then, so that a colleague's words meanwhile are noticed. */
type Draft = { text: string; en: string; complainants: boolean; base: string }
const storedOf = ({ text, also }: AffectedSummary) => `${text}\n${also.en ?? ''}`
const fromOf = (affected: AffectedSummary): Draft => ({
  text: affected.text,
  en: affected.also.en ?? '',
  complainants: affected.complainants,
  base: storedOf(affected),
})

/** The one message to everybody affected: written by one, approved by another, then it goes by itself. */
export function AffectedMessage({ room, affected }: Props) {
  const { t } = useTranslation('incidents')
  const [draft, change] = useRoomDraft<Draft | null>(room.id, 'affected', null)
  const writes = room.can.includes('affected')
  const { found = 0, no_way = 0, complained = 0 } = affected.count
  const waits = found > 0 || (affected.text === '' && no_way + complained > 0)
  const open = waits && affected.state !== 'sending'
  if (writes && open && (draft || affected.text === ''))
    return <Editor room={room} affected={affected} draft={draft ?? fromOf(affected)} change={change} />
  if (affected.text === '') return null
  return (
    <section aria-labelledby="affected-message">
      <h2 className={room_.title} id="affected-message">
        {t('affected.message')}
        {writes && open ? (
          <button type="button" onClick={() => change(() => fromOf(affected))}>
            {t('affected.rewrite')}
          </button>
        ) : null}
      </h2>
      <Bubble text={affected.text} />
      {affected.also.en ? <Bubble text={affected.also.en} /> : null}
      <p className={styles.hint}>
        {t('affected.writtenBy', { name: affected.writtenBy })}
        {affected.approvedAt ? (
          <>
            {' · '}
            {t('affected.approvedBy', { name: affected.approvedBy })} <TimeText at={affected.approvedAt} />
          </>
        ) : null}
      </p>
      {affected.refusedWhy && affected.state === 'found' ? (
        <p className={styles.warn}>{t('statement.refusedWhy', { why: affected.refusedWhy })}</p>
      ) : null}
      <Decide room={room} affected={affected} />
    </section>
  )
}

function Decide({ room, affected }: Props) {
  const { t } = useTranslation('incidents')
  const [refusing, setRefusing] = useState<number | null>(null)
  const deed = useDeed(room.id)
  const problem = useProblem()
  const done = useDone()
  // Whoever has been told already is not told again; without a way it is read on the order's page.
  const { found = 0, no_way = 0 } = affected.count
  if (affected.state !== 'message_asked') return null
  // Approved once already: the words are the same, they go to others now.
  const anew = affected.approvedAt ? (
    <p className={styles.hint}>{t('affected.anew', { count: found || no_way })}</p>
  ) : null
  if (!affected.mayApprove)
    return (
      <>
        {anew}
        <p className={styles.hint}>
          {t(room.can.includes('approve') ? 'statement.ownWords' : 'affected.waitsApproval')}
        </p>
      </>
    )
  const run = (what: Deed, words: string) =>
    deed.mutate(what, {
      onError: problem,
      onSuccess: () => {
        setRefusing(null)
        done(words)
      },
    })
  return (
    <>
      {anew}
      <div className={styles.ways}>
        <Button
          type="primary"
          size="large"
          loading={deed.isPending}
          onClick={() => run(affectedDeeds.decide(affected.version, true), t('affected.approved'))}
        >
          {t(room.drill ? 'affected.approveDrill' : 'affected.approve', { count: found || no_way })}
        </Button>
        <Button size="large" onClick={() => setRefusing(affected.version)}>
          {t('statement.refuse')}
        </Button>
        {refusing !== null ? (
          <WordsDialog
            title={t('affected.refuseTitle')}
            label={t('statement.refuseWhy')}
            ok={t('statement.refuse')}
            shortest={2}
            busy={deed.isPending}
            send={(why) => run(affectedDeeds.decide(refusing, false, why), t('affected.refused'))}
            close={() => setRefusing(null)}
          />
        ) : null}
      </div>
    </>
  )
}

type EditorProps = Props & { draft: Draft; change: (update: (now: Draft | null) => Draft | null) => void }

function Editor({ room, affected, draft, change }: EditorProps) {
  const { t } = useTranslation('incidents')
  const offers = useOffers(room.id, affected.text === '').data ?? []
  const offered = offers.find(({ audience }) => audience === 'affected')
  const { text, en } = draft
  const set = (part: Partial<Draft>) => change((now) => ({ ...(now ?? draft), ...part }))
  const deed = useDeed(room.id)
  const problem = useProblem()
  const done = useDone()
  const foreign = en.trim()
  const gaps = gapsIn(`${text}\n${en}`)
  const { found = 0, no_way = 0, complained = 0 } = affected.count
  const reaches = found + no_way > 0 || draft.complainants
  const ready =
    reaches &&
    gaps.length === 0 &&
    text.trim().length >= SHORTEST &&
    (foreign === '' || foreign.length >= SHORTEST)
  const send = () => {
    const { en: _, ...also } = affected.also
    const body = {
      text: text.trim(),
      also: foreign ? { ...also, en: foreign } : also,
      complainants: draft.complainants,
    }
    void deed.mutateAsync(affectedDeeds.write(body)).then(() => {
      change(() => null)
      done(t('affected.asked'))
    }, problem)
  }
  return (
    <section aria-labelledby="affected-write">
      <h2 className={room_.title} id="affected-write">
        {t('affected.write')}
        {offered && text !== offered.text ? (
          <button type="button" onClick={() => set({ text: offered.text })}>
            {t('affected.offer')}
          </button>
        ) : null}
      </h2>
      {storedOf(affected) !== draft.base && !deed.isPending ? (
        <Meanwhile hint={t('affected.meanwhile', { name: affected.writtenBy })}>
          <blockquote>{affected.text}</blockquote>
          {affected.also.en ? <blockquote lang="en">{affected.also.en}</blockquote> : null}
        </Meanwhile>
      ) : null}
      <div className={styles.editor}>
        <div>
          <Field label={t('affected.words')}>
            <Input.TextArea
              value={text}
              maxLength={1000}
              showCount
              className={forms.counted ?? ''}
              autoSize={{ minRows: 6, maxRows: 14 }}
              placeholder={t('affected.wordsHint')}
              onChange={(event) => set({ text: event.target.value })}
            />
          </Field>
          <Field label={t('affected.wordsEn')}>
            <Input.TextArea
              lang="en"
              value={en}
              maxLength={1000}
              autoSize={{ minRows: 2, maxRows: 10 }}
              onChange={(event) => set({ en: event.target.value })}
            />
          </Field>
        </div>
        <div>
          <p className={styles.hint}>{t('affected.asSeen')}</p>
          <Bubble text={text || t('affected.wordsHint')} />
        </div>
      </div>
      {complained || affected.complainants ? (
        <div className={styles.include}>
          <Checkbox
            checked={draft.complainants}
            onChange={(event) => set({ complainants: event.target.checked })}
          >
            {t('affected.complained.include', { count: complained || complainantsOf(room.linked).length })}
          </Checkbox>
          <p className={styles.hint}>
            {t(reaches ? 'affected.complained.includeHint' : 'affected.complained.onlyThem')}
          </p>
        </div>
      ) : null}
      {gaps.length ? (
        <p className={styles.warn}>
          {t('statement.gapsLeft', { gaps: gaps.join(t('common:list.and')) })}
          <ContactGap
            gaps={gaps}
            fill={(gap, words) => set({ text: text.replaceAll(gap, words), en: en.replaceAll(gap, words) })}
          />
        </p>
      ) : null}
      <div className={styles.ways}>
        <Button type="primary" disabled={!ready} loading={deed.isPending} onClick={send}>
          {t('affected.ask')}
        </Button>
        {affected.text ? (
          <Button onClick={() => change(() => null)}>{t('common:action.cancel')}</Button>
        ) : null}
      </div>
    </section>
  )
}

/** As the customer's phone shows it. */
function Bubble({ text }: { text: string }) {
  const me = useMe()
  return (
    <figure className={styles.phone}>
      <figcaption>{me.brand.name}</figcaption>
      <p>{text}</p>
    </figure>
  )
}
