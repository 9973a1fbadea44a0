import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KitchenBoard } from '#contracts/orders/kitchen'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty } from '../../ui/states.tsx'
import { AskReason } from './AskReason.tsx'
import styles from './kitchen.module.css'
import { useBoard } from './kitchen-queries.ts'
import { MoveTask } from './MoveTask.tsx'
import { Conflicts, SlowNews, StopNews } from './News.tsx'
import { StationTabs } from './StationTabs.tsx'
import { type ShownTask, showTaps } from './show-taps.ts'
import { TaskCard } from './TaskCard.tsx'
import { UndoBar } from './UndoBar.tsx'
import { type Taps, useTaps } from './use-taps.ts'

/** One shop's kitchen: what quality has stopped, what will be late, and every dish by what has to be done with it. */
export function ShopKitchen({ shopId, bar }: { shopId: string; bar: ReactNode }) {
  const query = useBoard(shopId)
  const taps = useTaps(shopId)
  return (
    <>
      {bar}
      <QueryState query={query}>
        {({ board, kept }) => <Board board={board} kept={kept} taps={taps} />}
      </QueryState>
      <UndoBar taps={taps} />
    </>
  )
}

type Asking = { what: 'reason' | 'move'; task: ShownTask } | null

function Board({ board, kept, taps }: { board: KitchenBoard; kept: boolean; taps: Taps }) {
  const { t } = useTranslation('orders-kitchen')
  const [station, setStation] = useState<string | null>(null)
  const [asking, setAsking] = useState<Asking>(null)
  const all = showTaps(board, taps.taps)
  const tasks = station === null ? all : all.filter((task) => task.stationId === station)
  return (
    <main id="main" className={styles.main}>
      <StopNews stops={board.stops} />
      <Conflicts taps={taps} />
      <SlowNews board={board} />
      <StationTabs board={board} tasks={all} chosen={station} choose={setStation} taps={taps} kept={kept} />
      {tasks.length ? (
        SECTIONS.map(({ key, holds }) => (
          <Section
            key={key}
            name={key}
            tasks={tasks.filter(holds)}
            folded={key === 'done' || key === 'later'}
          >
            {(task) => (
              <TaskCard
                key={task.id}
                task={task}
                board={board}
                showStation={station === null}
                taps={taps}
                ask={(what) => setAsking({ what, task })}
              />
            )}
          </Section>
        ))
      ) : (
        <Empty title={t('nothing')} hint={t('nothingHint')} />
      )}
      {asking?.what === 'reason' ? (
        <AskReason
          task={asking.task}
          close={() => setAsking(null)}
          send={(reason) => taps.tap(asking.task, 'back', { reason })}
        />
      ) : null}
      {asking?.what === 'move' ? (
        <MoveTask
          task={asking.task}
          board={board}
          close={() => setAsking(null)}
          send={(to) => taps.tap(asking.task, 'take', to)}
        />
      ) : null}
    </main>
  )
}

/** What waits for a look is first: the customer's dish is done and gets cold. */
const SECTIONS: { key: string; holds: (task: ShownTask) => boolean }[] = [
  { key: 'checking', holds: (task) => task.state === 'checking' },
  { key: 'making', holds: (task) => task.state === 'making' },
  { key: 'waiting', holds: (task) => task.state === 'waiting' && !task.later },
  { key: 'later', holds: (task) => task.state === 'waiting' && task.later },
  { key: 'done', holds: (task) => task.state === 'done' },
]

type SectionProps = {
  name: string
  tasks: ShownTask[]
  folded: boolean
  children: (task: ShownTask) => ReactNode
}

function Section({ name, tasks, folded, children }: SectionProps) {
  const { t } = useTranslation('orders-kitchen')
  const [open, setOpen] = useState(!folded)
  if (!tasks.length) return null
  const title = t(`section.${name}`, { count: tasks.length })
  return (
    <section className={styles.section} aria-label={title}>
      <h2>
        {folded ? (
          <button type="button" aria-expanded={open} onClick={() => setOpen(!open)} className={styles.fold}>
            {title}
          </button>
        ) : (
          title
        )}
      </h2>
      {open ? <div className={styles.cards}>{tasks.map(children)}</div> : null}
    </section>
  )
}
