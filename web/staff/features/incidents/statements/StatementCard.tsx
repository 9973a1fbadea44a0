import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import type { Statement } from '#contracts/incidents/statements'
import { TimeText } from '../../../app/TimeText.tsx'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { type Deed, useDeed } from '../incident-queries.ts'
import { WordsDialog } from '../WordsDialog.tsx'
import { GapsDialog } from './GapsDialog.tsx'
import { GapsNote, gapsOf, isHeldByGaps } from './GapsNote.tsx'
import styles from './statement.module.css'
import { statementDeeds as deeds } from './statement-queries.ts'

type Props = { room: Room; statement: Statement; edit: () => void }

/** One text with its state, and the one thing that comes next for this reader. */
export function StatementCard({ room, statement, edit }: Props) {
  const { t } = useTranslation('incidents')
  const { state } = statement
  return (
    <article className={styles.card} data-state={state}>
      <header>
        <h2>{statement.title}</h2>
        <span className={styles.audience}>{t(`audience.${statement.audience}`)}</span>
        <span className={styles.state}>{t(`statement.state.${state}`)}</span>
      </header>
      <p className={styles.text}>{statement.text}</p>
      {state === 'refused' ? (
        <p className={styles.why}>{t('statement.refusedWhy', { why: statement.refusedWhy })}</p>
      ) : null}
      <p className={styles.meta}>
        <span>
          {t('statement.draftedBy', { name: statement.draftedBy })} <TimeText at={statement.draftedAt} />
        </span>
        <span>{t('statement.version', { n: statement.version })}</span>
        {statement.approvedAt && state !== 'refused' ? (
          <span>
            {t('statement.approvedBy', { name: statement.approvedBy })} <TimeText at={statement.approvedAt} />
          </span>
        ) : null}
        {statement.releasedAt ? (
          <span>
            {t('statement.releasedBy', { name: statement.releasedBy, where: statement.releasedWhere })}{' '}
            <TimeText at={statement.releasedAt} />
          </span>
        ) : null}
      </p>
      {state !== 'released' ? <GapsNote statement={statement} /> : null}
      <Ways room={room} statement={statement} edit={edit} />
    </article>
  )
}

function Ways({ room, statement, edit }: Props) {
  const { t } = useTranslation('incidents')
  const [asking, setAsking] = useState<{ what: 'refuse' | 'release' | 'gaps'; read: Statement } | null>(null)
  const deed = useDeed(room.id)
  const problem = useProblem()
  const done = useDone()
  const run = (what: Deed, words: string) =>
    deed.mutate(what, {
      onError: problem,
      onSuccess: () => {
        setAsking(null)
        done(words)
      },
    })
  const { state, id } = statement
  const works = room.can.includes('work')
  const held = isHeldByGaps(statement)
  const approves = state === 'asked' && room.can.includes('approve')
  const releases = state === 'approved' && room.can.includes('release')
  return (
    <div className={styles.ways}>
      {works && (state === 'draft' || state === 'refused') ? (
        <Button
          type="primary"
          disabled={held}
          loading={deed.isPending}
          onClick={() => run(deeds.ask(id), t('statement.asked'))}
        >
          {t('statement.ask')}
        </Button>
      ) : null}
      {approves && statement.mayApprove ? (
        <>
          <Button
            type="primary"
            disabled={held}
            loading={deed.isPending}
            onClick={() =>
              gapsOf(statement).length
                ? setAsking({ what: 'gaps', read: statement })
                : run(deeds.decide(statement, true), t('statement.approved'))
            }
          >
            {t('statement.approve')}
          </Button>
          <Button onClick={() => setAsking({ what: 'refuse', read: statement })}>
            {t('statement.refuse')}
          </Button>
        </>
      ) : null}
      {releases ? (
        <Button type="primary" onClick={() => setAsking({ what: 'release', read: statement })}>
          {t('statement.release')}
        </Button>
      ) : null}
      {works && state !== 'released' ? <Button onClick={edit}>{t('statement.edit')}</Button> : null}
      <Explained statement={statement} room={room} approves={approves} releases={releases} />
      {asking?.what === 'gaps' ? (
        <GapsDialog
          statement={asking.read}
          busy={deed.isPending}
          send={(why) => run(deeds.decide(asking.read, true, why, true), t('statement.approved'))}
          close={() => setAsking(null)}
        />
      ) : null}
      {asking?.what === 'refuse' ? (
        <WordsDialog
          title={t('statement.refuseTitle')}
          label={t('statement.refuseWhy')}
          ok={t('statement.refuse')}
          shortest={2}
          busy={deed.isPending}
          send={(why) => run(deeds.decide(asking.read, false, why), t('statement.refused'))}
          close={() => setAsking(null)}
        />
      ) : null}
      {asking?.what === 'release' ? (
        <WordsDialog
          title={t('statement.releaseTitle')}
          hint={t(room.drill ? 'statement.releaseDrill' : 'statement.releaseHint')}
          label={t('statement.where')}
          placeholder={t('statement.whereHint')}
          ok={t('statement.release')}
          shortest={2}
          most={200}
          busy={deed.isPending}
          send={(where) => run(deeds.release(asking.read, where), t('statement.released'))}
          close={() => setAsking(null)}
        />
      ) : null}
    </div>
  )
}

type ExplainedProps = { room: Room; statement: Statement; approves: boolean; releases: boolean }

/** Why there is no button for this reader: own words are approved by another, and one alone speaks. */
function Explained({ room, statement, approves, releases }: ExplainedProps) {
  const { t } = useTranslation('incidents')
  const { state } = statement
  const name = room.spokesperson?.name ?? ''
  const words =
    approves && !statement.mayApprove
      ? t('statement.ownWords')
      : state === 'asked' && !approves
        ? t('statement.waitsApproval')
        : state === 'approved' && !releases
          ? t(name ? 'statement.waitsSpokesperson' : 'statement.noSpokesperson', { name })
          : ''
  return words ? <p className={styles.explained}>{words}</p> : null
}
