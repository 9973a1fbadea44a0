import { Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import { DownIcon } from '../../../ui/icons.tsx'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { deeds, useDeed } from '../incident-queries.ts'
import styles from './head.module.css'

/** The degree; whoever grades sees what each one means, and that it changes what is due. */
export function GradePick({ room }: { room: Room }) {
  const { t } = useTranslation('incidents')
  const deed = useDeed(room.id)
  const problem = useProblem()
  const done = useDone()
  if (room.grades.length === 0) return null
  if (!room.can.includes('grade')) return <span className={styles.grade}>{room.gradeName}</span>
  const items = room.grades.map((grade) => ({
    key: grade.key,
    label: (
      <span className={styles.option}>
        {grade.name}
        <small>{grade.meaning}</small>
      </span>
    ),
  }))
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        selectedKeys: [room.grade],
        // Choosing the degree that stands confirms it: what is due from the grading begins to run.
        onClick: ({ key }) =>
          deed.mutate(deeds.save({ grade: key }), {
            onError: problem,
            onSuccess: () => done(t('room.graded')),
          }),
      }}
    >
      <button type="button" className={styles.grade} aria-label={t('room.grade', { name: room.gradeName })}>
        {room.gradeName}
        <DownIcon size={12} />
      </button>
    </Dropdown>
  )
}
