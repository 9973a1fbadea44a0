import { useTranslation } from 'react-i18next'
import type { Playbook } from '#contracts/playbook'
import { textIn } from '../../ui/text-in.ts'
import { levelName } from './level-name.ts'
import { PriorityTag } from './PriorityTag.tsx'
import styles from './TriageDialog.module.css'

type Level = { severity: number; impact: number }
type Props = { playbook: Playbook; level: Level; choose: (level: Level) => void }

/** Severity × impact as the table it is: one press sets both and shows the priority that follows. */
export function MatrixPicker({ playbook, level, choose }: Props) {
  const { t, i18n } = useTranslation('tickets')
  const severities = playbook.severity.map((text) => textIn(text, i18n.language))
  const impacts = playbook.impact.map((text) => textIn(text, i18n.language))
  return (
    <fieldset>
      <legend>{t('judge.priority')}</legend>
      <table className={styles.matrix}>
        <thead>
          <tr>
            <td />
            {impacts.map((name) => (
              <th key={name} scope="col" title={name}>
                {levelName(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {severities.map((name, row) => (
            <tr key={name}>
              <th scope="row" title={name}>
                {levelName(name)}
              </th>
              {impacts.map((impact, column) => {
                const priority = playbook.matrix[row]?.[column] ?? 'P4'
                const on = level.severity === row + 1 && level.impact === column + 1
                return (
                  <td key={impact}>
                    <button
                      type="button"
                      aria-pressed={on}
                      aria-label={`${name} × ${impact} → ${priority}`}
                      onClick={() => choose({ severity: row + 1, impact: column + 1 })}
                    >
                      <PriorityTag priority={priority} />
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  )
}
