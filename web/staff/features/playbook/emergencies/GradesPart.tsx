import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { freshKey } from '../../../ui/fresh-key.ts'
import { PlusIcon } from '../../../ui/icons.tsx'
import { Section } from '../../../ui/Section.tsx'
import { ItemDrawer } from '../ItemDrawer.tsx'
import { TextField } from '../TextField.tsx'
import { EditButton } from './EditButton.tsx'
import styles from './emergencies.module.css'
import { GradeFromFields } from './GradeFromFields.tsx'
import type { PartProps } from './part-props.ts'
import { type Grade, outOfOrder, withoutGrade } from './plan-editing.ts'
import { usePlanWords } from './use-plan-words.ts'

const MOST = 6
const WORDS_NAMED = 4

/** Degrees that change what is due, with what lets a room begin at one of them. */
export function GradesPart(props: PartProps) {
  const { doc, plan, put } = props
  const { t } = useTranslation(['playbook-emergency', 'common'])
  const { say } = usePlanWords(doc, plan)
  const [open, setOpen] = useState<number | null>(null)
  if (!put && plan.grades.length === 0) return null
  const conditions = ({ customers, shops, risks, people, words = [] }: NonNullable<Grade['from']>) =>
    [
      ...(customers ? [t('grade.fromCustomers', { number: customers })] : []),
      ...(shops ? [t('grade.fromShops', { number: shops })] : []),
      ...(people ? [t('grade.fromPeople', { number: people.least })] : []),
      ...doc.risks.flatMap((risk) => (risks.includes(risk.key) ? [say(risk.name)] : [])),
      ...(words.length
        ? [t('grade.fromWords', { words: words.slice(0, WORDS_NAMED).join(t('common:list.and')) })]
        : []),
    ].join(t('common:list.and'))
  return (
    <Section
      title={t('part.grades')}
      hint={t('grade.hint')}
      actions={
        put && plan.grades.length < MOST ? (
          <Button icon={<PlusIcon size={14} />} onClick={() => setOpen(-1)}>
            {t('grade.new')}
          </Button>
        ) : null
      }
    >
      <ol className={styles.lines}>
        {plan.grades.map((grade, i) => (
          <li key={grade.key}>
            <div>
              <strong>{say(grade.name)}</strong>
              <p>{say(grade.meaning)}</p>
              {grade.from ? <p>{t('grade.from', { list: conditions(grade.from) })}</p> : null}
            </div>
            {put ? <EditButton name={say(grade.name)} onClick={() => setOpen(i)} /> : null}
          </li>
        ))}
      </ol>
      {put && open !== null ? (
        <GradeDrawer {...props} put={put} index={open} onClose={() => setOpen(null)} />
      ) : null}
    </Section>
  )
}

type DrawerProps = PartProps & { put: (plan: EmergencyPlan) => void; index: number; onClose: () => void }

function GradeDrawer({ doc, plan, put, index, onClose }: DrawerProps) {
  const { t } = useTranslation('playbook-emergency')
  const { say } = usePlanWords(doc, plan)
  const held = plan.grades[index]
  // A room begins at the first degree anyway.
  const first = index === 0 || plan.grades.length === 0
  const [grade, setGrade] = useState<Grade>(
    () =>
      held ?? {
        key: freshKey(
          'grade',
          plan.grades.map(({ key }) => key),
        ),
        name: '',
        meaning: '',
      },
  )
  const save = (next: EmergencyPlan) => {
    put(next)
    onClose()
  }
  return (
    <ItemDrawer
      open
      title={t(held ? 'grade.edit' : 'grade.new')}
      ready={
        say(grade.name).trim() !== '' &&
        say(grade.meaning).trim() !== '' &&
        (!grade.from || outOfOrder(plan.grades, index, grade.from).length === 0)
      }
      onClose={onClose}
      onDone={() =>
        save({
          ...plan,
          grades: held ? plan.grades.map((old, i) => (i === index ? grade : old)) : [...plan.grades, grade],
        })
      }
      remove={held ? { name: say(held.name), run: () => save(withoutGrade(plan, held.key)) } : undefined}
    >
      <TextField
        label={t('grade.name')}
        value={grade.name}
        onChange={(name) => setGrade({ ...grade, name: name ?? '' })}
      />
      <TextField
        multiline
        label={t('grade.meaning')}
        value={grade.meaning}
        onChange={(meaning) => setGrade({ ...grade, meaning: meaning ?? '' })}
      />
      {first && !grade.from ? (
        <p className={styles.none}>{t('grade.first')}</p>
      ) : (
        <GradeFromFields doc={doc} plan={plan} grade={grade} index={index} set={setGrade} />
      )}
    </ItemDrawer>
  )
}
