import { useTranslation } from 'react-i18next'
import type { Room, TimelineEntry } from '#contracts/incidents'
import type { IncidentRecord } from '#contracts/incidents/record'
import { formatDate } from '../../../ui/time.ts'
import { stillUnreached } from '../affected/still-unreached.ts'
import { sealState } from '../seal/seal-state.ts'
import { Part, Table, useExact } from './RecordParts.tsx'
import { RecordProof } from './RecordProof.tsx'
import { RecordTold } from './RecordTold.tsx'
import styles from './record.module.css'

/** What was done: duties, seals, customers, words outside, decisions, and what comes of it, and what proves it. */
export function RecordWork({ record: { room, entries, affected } }: { record: IncidentRecord }) {
  const { t } = useTranslation('incidents')
  const exact = useExact()
  const lawWords = ({ source, limit }: { source: string; limit: string | null }) =>
    limit ? `${source} · ${t('law.limit', { limit })}` : source
  const decisions = entries.filter(({ kind }) => kind === 'decision')
  return (
    <>
      <Part title={t('record.part.duties')} none={room.checklist.length === 0}>
        <Table
          heads={[t('record.step'), t('record.due'), t('record.done')]}
          rows={room.checklist.map((step) => [
            step.title + (step.law ? t('record.aside', { text: lawWords(step.law) }) : ''),
            <span key="due">
              <time>{exact(step.dueAt)}</time>
              {step.dueAt && step.law?.ownTime ? t('record.aside', { text: t('law.own') }) : null}
            </span>,
            step.state === 'open'
              ? t('record.open')
              : t(
                  step.state === 'done'
                    ? 'step.doneBy'
                    : step.state === 'set_aside'
                      ? 'step.setAsideBy'
                      : 'step.leftOutBy',
                  {
                    name: step.doneBy,
                    at: exact(step.doneAt),
                  },
                ) +
                (step.saidAt
                  ? t('record.aside', {
                      text: t(step.saidAt === step.doneAt ? 'step.said' : 'step.saidOther', {
                        said: exact(step.saidAt),
                        at: exact(step.doneAt),
                      }),
                    })
                  : '') +
                (step.late ? t('record.aside', { text: t('step.late') }) : '') +
                (step.note ? t('fact.colon') + step.note : ''),
          ])}
        />
      </Part>
      <Seals room={room} />
      <Affected room={room} entries={entries} people={affected} />
      <Part title={t('record.part.statements')} none={room.statements.length === 0}>
        {room.statements.map((one) => (
          <div key={one.id} className={styles.said}>
            <h3>
              {one.title}
              {t('record.aside', {
                text: `${t(`audience.${one.audience}`)} · ${t(`statement.state.${one.state}`)}`,
              })}
            </h3>
            <p>{one.text}</p>
            <Earlier
              entries={entries.filter(
                ({ fact, data }) =>
                  fact === 'statement_approved' && data.statement === one.id && data.version !== one.version,
              )}
            />
            <p>
              {[
                t('statement.draftedBy', { name: one.draftedBy }),
                one.approvedAt &&
                  `${t('statement.approvedBy', { name: one.approvedBy })} ${exact(one.approvedAt)}`,
                one.releasedAt &&
                  `${t('statement.releasedBy', { name: one.releasedBy, where: one.releasedWhere })} ${exact(one.releasedAt)}`,
              ]
                .filter(Boolean)
                .join(t('common:list.then'))}
            </p>
          </div>
        ))}
      </Part>
      <Part title={t('record.part.decisions')} none={decisions.length === 0}>
        <Table
          heads={[t('record.at'), t('record.by'), t('record.decision'), t('record.why')]}
          rows={decisions.map((one) => [
            exact(one.at),
            one.by,
            one.text,
            typeof one.data.why === 'string' ? one.data.why : '—',
          ])}
        />
      </Part>
      <Review room={room} />
      <RecordProof room={room} />
    </>
  )
}

/** Words that were once approved and were written anew afterwards: the authority may ask what was said when. */
function Earlier({ entries }: { entries: TimelineEntry[] }) {
  const { t } = useTranslation('incidents')
  const exact = useExact()
  return entries.map((entry) => (
    <p key={entry.id}>
      {t('statement.version', { n: entry.data.version })} · {t('statement.approvedBy', { name: entry.by })}{' '}
      {exact(entry.at)}
      {t('fact.colon')}
      {entry.text}
    </p>
  ))
}

function Seals({ room }: { room: Room }) {
  const { t } = useTranslation('incidents')
  const exact = useExact()
  return (
    <Part title={t('record.part.seal')} none={room.seals.length === 0}>
      {room.seals.map((seal) => (
        <div key={seal.id} className={styles.said}>
          <h3>
            {seal.what} · {t('record.acknowledged', { done: seal.acknowledged, of: seal.of })}
          </h3>
          <p>{seal.instruction}</p>
          <p>
            {t('seal.orderedBy', { name: seal.orderedBy })} {exact(seal.orderedAt)}
            {seal.liftedAt
              ? `${t('common:list.then')}${t('seal.liftedBy', { name: seal.liftedBy, why: seal.liftedWhy })} ${exact(seal.liftedAt)}`
              : null}
          </p>
          <Table
            heads={[
              t('record.shop'),
              t('record.state'),
              t('record.quantity'),
              t('record.sample'),
              t('record.by'),
              t('record.at'),
            ]}
            rows={seal.shops.map((shop) => [
              shop.name,
              t(`seal.state.${sealState(seal, shop)}`),
              shop.quantity === null ? '—' : `${shop.quantity} ${shop.unit}`,
              shop.sampleKept || (shop.sampleMissing ? t('seal.noSample', { why: shop.sampleMissing }) : '—'),
              shop.by || '—',
              exact(shop.at),
            ])}
          />
        </div>
      ))}
    </Part>
  )
}

type Told = { room: Room; entries: TimelineEntry[]; people: IncidentRecord['affected'] }

function Affected({ room: { affected, drill }, entries, people }: Told) {
  const { t } = useTranslation('incidents')
  const exact = useExact()
  const still = stillUnreached(affected)
  return (
    <Part title={t('record.part.affected')} none={affected === null}>
      {affected ? (
        <>
          <p>
            {t('record.period', { from: exact(affected.query.from), to: exact(affected.query.to) })}
            {t('common:list.then')}
            {t('affected.customers', { count: affected.customers })}
          </p>
          <Table
            heads={[t('record.state'), t('record.customers')]}
            rows={Object.entries(affected.count)
              .filter(([, count]) => count)
              .map(([state, count]) => [t(`affected.row.${state}`), count])}
          />
          {affected.approvedAt && !drill ? (
            <p>{t(still ? 'record.still' : 'record.allReached', { count: still })}</p>
          ) : null}
          {affected.text ? (
            <>
              <p>{affected.text}</p>
              <Earlier
                entries={entries.filter(
                  ({ fact, data }) => fact === 'affected_approved' && data.version !== affected.version,
                )}
              />
              <p>
                {t('affected.writtenBy', { name: affected.writtenBy })}
                {affected.approvedAt
                  ? `${t('common:list.then')}${t('affected.approvedBy', { name: affected.approvedBy })} ${exact(affected.approvedAt)}`
                  : null}
              </p>
            </>
          ) : null}
          <RecordTold people={people} />
        </>
      ) : null}
    </Part>
  )
}

function Review({ room: { review } }: { room: Room }) {
  const { t, i18n } = useTranslation('incidents')
  const exact = useExact()
  const measures = review?.measures ?? []
  const answers = (['what', 'why', 'wentWell', 'wentBadly'] as const).filter((key) => review?.[key])
  return (
    <Part title={t('record.part.review')} none={answers.length === 0 && measures.length === 0}>
      {answers.map((key) => (
        <div key={key} className={styles.said}>
          <h3>{t(`review.${key}`)}</h3>
          <p>{review?.[key]}</p>
        </div>
      ))}
      {measures.length ? (
        <Table
          heads={[t('record.measure'), t('record.owner'), t('record.dueOn'), t('record.done')]}
          rows={measures.map((one) => [
            one.text,
            one.owner.name,
            formatDate(one.dueOn, i18n.language),
            one.doneAt ? `${exact(one.doneAt)} ${one.doneNote}` : t('record.open'),
          ])}
        />
      ) : null}
    </Part>
  )
}
