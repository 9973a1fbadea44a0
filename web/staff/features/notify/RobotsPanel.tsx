import { useQueries, useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Robot } from '#contracts/notify'
import { PlusIcon } from '../../ui/icons.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty } from '../../ui/states.tsx'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { regionsQuery, shopsQuery } from '../people/index.ts'
import { HealthDot } from './HealthDot.tsx'
import styles from './notify.module.css'
import { robotsQuery, useRemoveRobot, useTestRobot } from './notify-queries.ts'
import { RobotDrawer } from './RobotDrawer.tsx'
import { useFaultWords } from './use-fault-words.ts'

/** The robots of the groups that are called: where they belong, what they are told, whether they work. */
export function RobotsPanel() {
  const { t } = useTranslation('notify')
  const robots = useQuery(robotsQuery)
  const [edited, setEdited] = useState<Robot | 'new' | null>(null)
  const add = (
    <Button type="primary" icon={<PlusIcon size={16} />} onClick={() => setEdited('new')}>
      {t('robot.add')}
    </Button>
  )
  return (
    <>
      <QueryState query={robots}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('robot.none')} hint={t('robot.noneHint')} actions={add} />
          ) : (
            <>
              <div className={styles.bar}>
                <p>{t('robot.hint')}</p>
                {add}
              </div>
              <ul className={styles.list}>
                {rows.map((robot) => (
                  <RobotLine key={robot.id} robot={robot} onEdit={() => setEdited(robot)} />
                ))}
              </ul>
            </>
          )
        }
      </QueryState>
      <RobotDrawer robot={edited} onClose={() => setEdited(null)} />
    </>
  )
}

function RobotLine({ robot, onEdit }: { robot: Robot; onEdit: () => void }) {
  const { t } = useTranslation(['notify', 'common'])
  const place = usePlace(robot)
  const groups = robot.groups.map((g) => t(`group.${g}`)).join(t('common:list.and'))
  return (
    <li className={styles.item}>
      <div>
        <strong>{robot.name}</strong>
        <small>
          {t(`robot.kind.${robot.kind}`)} · {place}
        </small>
        <small>{t('robot.tells', { groups })}</small>
        <HealthDot health={robot.health} on={robot.on} />
      </div>
      <div className={styles.actions}>
        <TestButton robot={robot} />
        <Button onClick={onEdit}>{t('action.edit')}</Button>
        <RemoveButton robot={robot} />
      </div>
    </li>
  )
}

function usePlace({ shopId, regionId }: Robot): string {
  const { t } = useTranslation('notify')
  const [shops, regions] = useQueries({ queries: [shopsQuery, regionsQuery] })
  if (shopId) return shops.data?.find((s) => s.id === shopId)?.name ?? ''
  if (regionId) return regions.data?.find((r) => r.id === regionId)?.name ?? ''
  return t('robot.brand')
}

function TestButton({ robot }: { robot: Robot }) {
  const { t } = useTranslation('notify')
  const { modal } = App.useApp()
  const test = useTestRobot()
  const words = useFaultWords()
  const problem = useProblem()
  const done = useDone()
  const run = () =>
    test.mutateAsync(robot.id).then(({ ok, fault, data }) => {
      if (ok) done(t('robot.tested'))
      else modal.error({ title: t('robot.testFailed'), content: words(fault, data) })
    }, problem)
  return (
    <Button onClick={run} loading={test.isPending}>
      {t('action.test')}
    </Button>
  )
}

function RemoveButton({ robot }: { robot: Robot }) {
  const { t } = useTranslation(['notify', 'common'])
  const { modal } = App.useApp()
  const remove = useRemoveRobot()
  const problem = useProblem()
  const ask = () =>
    modal.confirm({
      title: t('robot.removeTitle', { name: robot.name }),
      content: t('robot.removeHint'),
      okText: t('action.remove'),
      cancelText: t('common:action.cancel'),
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync(robot.id).catch(problem),
    })
  return <Button onClick={ask}>{t('action.remove')}</Button>
}
