import { useTranslation } from 'react-i18next'
import type { Playbook } from '#contracts/playbook'
import { Section } from '../../ui/Section.tsx'
import type { Edit } from './draft-editing.ts'
import fieldsStyles from './fields.module.css'
import { NumberLine } from './NumberLine.tsx'

/** T4: from what certainty on two tickets are proposed, or merged, as one matter. */
export function MatchingPart({ doc, edit }: { doc: Playbook; edit: Edit | null }) {
  const { t } = useTranslation('playbook-admin')
  const { proposeFrom, mergeFrom, withinHours } = doc.matching
  const percent = (key: 'proposeFrom' | 'mergeFrom', value: number, min: number) => (
    <NumberLine
      label={t(`matching.${key}`)}
      hint={t(`matching.hint.${key}`)}
      unit="%"
      value={Math.round(value * 100)}
      min={min}
      max={100}
      onChange={edit ? (next) => edit.change(['matching', key], next / 100) : undefined}
    />
  )
  return (
    <Section title={t('matching.title')} hint={t('matching.why')}>
      <ul className={fieldsStyles.numbers}>
        {percent('proposeFrom', proposeFrom, 30)}
        {percent('mergeFrom', mergeFrom, 80)}
        <NumberLine
          label={t('matching.withinHours')}
          unit={t('matching.hours')}
          value={withinHours}
          min={1}
          max={720}
          onChange={edit ? (next) => edit.change(['matching', 'withinHours'], next) : undefined}
        />
      </ul>
    </Section>
  )
}
