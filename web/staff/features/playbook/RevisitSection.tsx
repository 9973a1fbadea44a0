import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Playbook, RevisitRule } from '#contracts/playbook'
import { PlusIcon } from '../../ui/icons.tsx'
import { Section } from '../../ui/Section.tsx'
import type { Edit } from './draft-editing.ts'
import fieldsStyles from './fields.module.css'
import listsStyles from './lists.module.css'
import { NumberLine } from './NumberLine.tsx'
import { RevisitDrawer } from './RevisitDrawer.tsx'
import { useCondition } from './use-condition.ts'
import { usePlaybookWords } from './use-playbook-words.ts'

const NUMBERS = [
  { key: 'retryHours', unit: 'hours', min: 1, max: 240 },
  { key: 'tries', unit: 'times', min: 1, max: 10 },
  { key: 'answerDays', unit: 'days', min: 1, max: 60 },
] as const

/** Who is asked again after closing, when and how (F2). */
export function RevisitSection({ doc, edit }: { doc: Playbook; edit: Edit | null }) {
  const { t } = useTranslation('playbook-admin')
  const [open, setOpen] = useState<number | null>(null)
  return (
    <>
      <ol className={listsStyles.rules}>
        {doc.revisit.rules.map((rule, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no identity but its place
          <li key={place}>
            <RuleWords doc={doc} rule={rule} />
            {edit ? (
              <Button type="text" size="small" onClick={() => setOpen(place)}>
                {t('edit.change')}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      {doc.revisit.rules.length === 0 ? <p>{t('revisit.none')}</p> : null}
      {edit ? (
        <Button icon={<PlusIcon size={14} />} onClick={() => setOpen(-1)}>
          {t('revisit.new')}
        </Button>
      ) : null}
      <Section
        title={t('revisit.how')}
        hint={t('revisit.hours', { from: doc.revisit.hours[0], to: doc.revisit.hours[1] })}
      >
        <ul className={fieldsStyles.numbers}>
          {NUMBERS.map(({ key, unit, min, max }) => (
            <NumberLine
              key={key}
              label={t(`revisit.${key}`)}
              unit={t(`revisit.unit.${unit}`)}
              value={doc.revisit[key]}
              min={min}
              max={max}
              onChange={edit ? (value) => edit.change(['revisit', key], value) : undefined}
            />
          ))}
        </ul>
      </Section>
      {edit && open !== null ? (
        <RevisitDrawer doc={doc} edit={edit} index={open} onClose={() => setOpen(null)} />
      ) : null}
    </>
  )
}

function RuleWords({ doc, rule }: { doc: Playbook; rule: RevisitRule }) {
  const { t } = useTranslation(['playbook-admin', 'people'])
  const { say } = usePlaybookWords(doc)
  const { reopened, ...when } = rule.when
  const condition = [useCondition(doc)(when), reopened ? t('revisit.reopened') : '']
    .filter(Boolean)
    .join(' · ')
  return (
    <span className={listsStyles.rule}>
      <strong>{say(rule.name)}</strong>
      <span>{condition || t('rule.always')}</span>
      <span>
        {rule.visits
          .map((visit) => t(`revisit.visit.${visit.means}`, { count: visit.afterDays }))
          .join(t('common:list.and'))}
      </span>
      <small>{t('revisit.by', { role: t(`people:role.${rule.role}`) })}</small>
    </span>
  )
}
