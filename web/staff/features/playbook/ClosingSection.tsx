import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Playbook } from '#contracts/playbook'
import { freshKey } from '../../ui/fresh-key.ts'
import { CloseIcon, PlusIcon } from '../../ui/icons.tsx'
import { Section } from '../../ui/Section.tsx'
import { type Edit, without } from './draft-editing.ts'
import fieldsStyles from './fields.module.css'
import listsStyles from './lists.module.css'
import { NumberLine } from './NumberLine.tsx'
import { RequiredFacts } from './RequiredFacts.tsx'
import { TextField } from './TextField.tsx'
import { usePlaybookWords } from './use-playbook-words.ts'

const NUMBERS = [
  { key: 'silentDays', unit: 'days', min: 1, max: 60 },
  { key: 'remindBeforeDays', unit: 'days', min: 0, max: 30 },
  { key: 'acceptedHours', unit: 'hours', min: 0, max: 720 },
  { key: 'reopenDays', unit: 'days', min: 0, max: 365 },
] as const

/** What happens after a proposal: silence, acceptance, reopening, and the reasons offered. */
export function ClosingSection({ doc, edit }: { doc: Playbook; edit: Edit | null }) {
  const { t } = useTranslation('playbook-admin')
  return (
    <>
      <ul className={fieldsStyles.numbers}>
        {NUMBERS.map(({ key, unit, min, max }) => (
          <NumberLine
            key={key}
            label={t(`closing.${key}`)}
            unit={t(`closing.${unit}`)}
            value={doc.closing[key]}
            min={min}
            max={max}
            onChange={edit ? (value) => edit.change(['closing', key], value) : undefined}
          />
        ))}
      </ul>
      <RequiredFacts doc={doc} edit={edit} />
      <Reasons doc={doc} edit={edit} list="rejectReasons" />
      <Reasons doc={doc} edit={edit} list="ratingReasons" />
    </>
  )
}

function Reasons({
  doc,
  edit,
  list,
}: {
  doc: Playbook
  edit: Edit | null
  list: 'rejectReasons' | 'ratingReasons'
}) {
  const { t } = useTranslation('playbook-admin')
  const { say } = usePlaybookWords(doc)
  const reasons = doc.closing[list]
  if (!edit) {
    return (
      <Section title={t(`closing.${list}`)}>
        <span className={listsStyles.words}>
          {reasons.map((reason) => (
            <span key={reason.key}>{say(reason.label)}</span>
          ))}
        </span>
      </Section>
    )
  }
  const path = ['closing', list]
  const add = () =>
    edit.change(path, [
      ...reasons,
      {
        key: freshKey(
          'reason',
          reasons.map((r) => r.key),
        ),
        label: '',
      },
    ])
  return (
    <Section title={t(`closing.${list}`)}>
      <ul className={fieldsStyles.reasons}>
        {reasons.map((reason, i) => (
          <li key={reason.key}>
            <TextField
              label={t('closing.reason', { index: i + 1 })}
              value={reason.label}
              onChange={(label) => edit.change([...path, i, 'label'], label ?? '')}
            />
            {reasons.length > 2 ? (
              <Button
                type="text"
                aria-label={t('edit.remove')}
                icon={<CloseIcon size={14} />}
                onClick={() => edit.change(path, without(reasons, i))}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {reasons.length < 10 ? (
        <Button icon={<PlusIcon size={14} />} onClick={add}>
          {t('closing.addReason')}
        </Button>
      ) : null}
    </Section>
  )
}
