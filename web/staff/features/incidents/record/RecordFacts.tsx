import { useTranslation } from 'react-i18next'
import type { IncidentRecord } from '#contracts/incidents/record'
import { RecordEvents } from './RecordEvents.tsx'
import { Part, Table, useExact } from './RecordParts.tsx'
import styles from './record.module.css'

type Line = IncidentRecord['room']['sheet'][number]

/** What it is, what happened, the sheet, and who was called. */
export function RecordFacts({ record: { room, entries, calls } }: { record: IncidentRecord }) {
  const { t } = useTranslation('incidents')
  const exact = useExact()
  const join = t('common:list.and')
  const people = room.members.filter(({ state }) => state === 'acknowledged' || state === 'joined')
  const present = [...Map.groupBy(people, ({ staffId }) => staffId).values()].map((held) => {
    const posts = held.flatMap(({ postName }) => postName || [])
    return `${held[0]!.name}${posts.length ? t('record.post', { post: posts.join(join) }) : ''}`
  })
  const shopsOf = (known: string) =>
    known && room.wholeBrand ? t('record.wholeBrand', { known }) : known || t('shops.all')
  const filled = (
    { kind, choices }: Line['field'],
    { value, masked }: Pick<Line, 'value' | 'masked'>,
  ): string => {
    if (masked) return t('record.masked')
    if (kind === 'choice') return choices.find(({ key }) => key === value)?.name ?? value
    return kind === 'instant' && value ? exact(value) : value || '—'
  }
  const lines: [string, string][] = [
    [t('record.name'), room.title],
    [t('record.kind'), `${t(`kind.${room.kind}`)} · ${room.planName}`],
    [t('record.grade'), room.gradeName || '—'],
    [t('record.found'), exact(room.foundAt)],
    [t('record.opened'), exact(room.openedAt)],
    [t('record.contained'), exact(room.containedAt)],
    [t('record.closed'), exact(room.closedAt)],
    [t('record.leader'), room.leader?.name ?? '—'],
    [t('record.spokesperson'), room.spokesperson?.name ?? '—'],
    [t('record.people'), present.join(join) || '—'],
    [t('record.shops'), shopsOf(room.involved.map(({ name }) => name).join(join))],
    [t('record.tickets'), room.linked.map(({ number }) => number).join(join) || '—'],
    [t('record.summary'), room.summary || '—'],
  ]
  return (
    <>
      <Part title={t('record.part.facts')}>
        <Pairs lines={lines} />
      </Part>
      <RecordEvents entries={entries} />
      <Part title={t('record.part.sheet')} none={room.sheet.length === 0}>
        <Pairs
          lines={room.sheet.flatMap((line): [string, string][] => [
            [line.field.label, filled(line.field, line)],
            ...line.earlier.map((one): [string, string] => [
              t('sheet.earlierOne', { name: one.by, at: exact(one.at) }),
              filled(line.field, one),
            ]),
          ])}
        />
      </Part>
      <Part title={t('record.part.calls')} none={calls.length === 0}>
        <Calls room={room} calls={calls} />
      </Part>
    </>
  )
}

function Pairs({ lines }: { lines: [string, string][] }) {
  return (
    <dl className={styles.pairs}>
      {lines.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** One line a person and post: when first called, how often, and what they answered. */
function Calls({ room, calls }: Pick<IncidentRecord, 'room' | 'calls'>) {
  const { t } = useTranslation('incidents')
  const exact = useExact()
  const lines = [...Map.groupBy(calls, ({ post, name }) => `${post} ${name}`).values()]
  return (
    <Table
      heads={[
        t('record.postHead'),
        t('record.by'),
        t('record.firstCall'),
        t('record.calls'),
        t('record.answer'),
      ]}
      rows={lines.map((called) => {
        const [first] = called
        const member = room.members.find((m) => m.name === first!.name && m.post === first!.post)
        const answer = member ? t(`people.state.${member.state}`) : '—'
        return [
          first!.postName,
          first!.name,
          exact(first!.at),
          called.length,
          member?.answeredAt ? `${answer} ${exact(member.answeredAt)}` : answer,
        ]
      })}
    />
  )
}
