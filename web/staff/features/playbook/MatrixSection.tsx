import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Playbook, Priority } from '#contracts/playbook'
import { Section } from '../../ui/Section.tsx'
import type { Edit } from './draft-editing.ts'
import fieldsStyles from './fields.module.css'
import { PriorityMark } from './PriorityMark.tsx'
import { ScrollBox } from './ScrollBox.tsx'
import { TextField } from './TextField.tsx'
import tablesStyles from './tables.module.css'
import { shortScale, usePlaybookWords } from './use-playbook-words.ts'

const LEVELS = [1, 2, 3, 4] as const

/** Severity down, impact across; every cell in the colour of its priority. */
export function MatrixSection({ doc, edit }: { doc: Playbook; edit: Edit | null }) {
  const { t } = useTranslation('playbook-admin')
  const words = usePlaybookWords(doc)
  return (
    <>
      <ScrollBox label={t('section.matrix')}>
        <table className={tablesStyles.matrix}>
          <thead>
            <tr>
              <td />
              {LEVELS.map((impact) => (
                <th key={impact} scope="col">
                  <ScaleName words={words.say(doc.impact[impact - 1]!)} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {LEVELS.toReversed().map((severity) => (
              <tr key={severity}>
                <th scope="row">
                  <ScaleName words={words.say(doc.severity[severity - 1]!)} />
                </th>
                {LEVELS.map((impact) => (
                  <Cell key={impact} doc={doc} edit={edit} severity={severity} impact={impact} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <ul className={tablesStyles.legend}>
        {Priority.options.map((priority) => (
          <li key={priority}>
            <PriorityMark priority={priority} />
            {t(`matrix.meaning.${priority}`)}
          </li>
        ))}
      </ul>
      {edit ? <Scales doc={doc} edit={edit} /> : null}
    </>
  )
}

function ScaleName({ words }: { words: string }) {
  const { name, meaning } = shortScale(words)
  return (
    <>
      {name}
      {meaning ? <small>{meaning}</small> : null}
    </>
  )
}

function Cell({
  doc,
  edit,
  severity,
  impact,
}: {
  doc: Playbook
  edit: Edit | null
  severity: number
  impact: number
}) {
  const { t } = useTranslation('playbook-admin')
  const words = usePlaybookWords(doc)
  const priority = words.priority(severity, impact)
  const label = t('matrix.cell', {
    severity: words.severity(severity),
    impact: words.impact(impact),
    priority,
  })
  return (
    <td data-priority={priority} title={label}>
      {edit ? (
        <Select
          variant="borderless"
          aria-label={label}
          value={priority}
          options={Priority.options.map((value) => ({ value, label: value }))}
          onChange={(value) => edit.change(['matrix', severity - 1, impact - 1], value)}
        />
      ) : (
        priority
      )}
    </td>
  )
}

function Scales({ doc, edit }: { doc: Playbook; edit: Edit }) {
  const { t } = useTranslation('playbook-admin')
  return (
    <Section title={t('matrix.scale')}>
      <div className={fieldsStyles.two}>
        {(['severity', 'impact'] as const).map((scale) => (
          <div key={scale} className={fieldsStyles.fields}>
            {LEVELS.map((level) => (
              <TextField
                key={level}
                label={`${t(`matrix.${scale}`)} ${level}`}
                value={doc[scale][level - 1]}
                onChange={(text) => edit.change([scale, level - 1], text ?? '')}
              />
            ))}
          </div>
        ))}
      </div>
    </Section>
  )
}
