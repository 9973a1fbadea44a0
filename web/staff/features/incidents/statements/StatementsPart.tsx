import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import type { Statement } from '#contracts/incidents/statements'
import { Empty } from '../../../ui/states.tsx'
import room_ from '../room/room.module.css'
import { StatementCard } from './StatementCard.tsx'

const StatementEditor = lazy(() =>
  import('./StatementEditor.tsx').then((file) => ({ default: file.StatementEditor })),
)

/** What is said outside: written by one, approved by another, said by the spokesperson alone. */
export function StatementsPart({ room }: { room: Room }) {
  const { t } = useTranslation('incidents')
  const [editing, setEditing] = useState<Statement | 'new' | null>(null)
  const write = room.can.includes('work') ? (
    <Button type={room.statements.length ? 'default' : 'primary'} onClick={() => setEditing('new')}>
      {t('statement.write')}
    </Button>
  ) : null
  const speaker = room.spokesperson?.name
  return (
    <div className={room_.part}>
      <p className={room_.quiet}>
        {speaker ? t('statement.rule', { name: speaker }) : t('statement.ruleNobody')}
      </p>
      {room.statements.length === 0 ? (
        <Empty title={t('statement.none')} hint={t('statement.noneHint')} actions={write} />
      ) : (
        <>
          {write ? <div>{write}</div> : null}
          {room.statements.map((statement) => (
            <StatementCard
              key={statement.id}
              room={room}
              statement={statement}
              edit={() => setEditing(statement)}
            />
          ))}
        </>
      )}
      {editing ? (
        <Suspense>
          <StatementEditor
            room={room}
            statement={editing === 'new' ? null : editing}
            close={() => setEditing(null)}
          />
        </Suspense>
      ) : null}
    </div>
  )
}
