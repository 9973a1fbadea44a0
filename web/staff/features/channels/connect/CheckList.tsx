import { useTranslation } from 'react-i18next'
import type { CheckResult } from '#contracts/channels/connect'
import { CheckIcon, CloseIcon } from '../../../ui/icons.tsx'
import styles from './connect.module.css'
import { useFaultWords } from './use-fault-words.ts'

/** What the test tried, step by step, and in plain words what is wrong. */
export function CheckList({ kind, result }: { kind: string; result: CheckResult }) {
  const own = `connect-${kind}`
  const { t } = useTranslation([own, 'channels'])
  const words = useFaultWords(kind)
  const named = (step: string, data: Record<string, unknown>) =>
    t([`${own}:check.${step}`, `channels:connect.step.${step}`], { ...data, defaultValue: step })
  const look = result.ok ? 'good' : 'bad'
  return (
    <div className={styles.check} data-ok={result.ok}>
      <h3>{t(`channels:connect.${look}`)}</h3>
      <ol>
        {result.steps.map(({ step, ok, fault, data }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same step can be tried twice, and the list never changes
          <li key={place} data-ok={ok}>
            {ok ? <CheckIcon size={16} /> : <CloseIcon size={16} />}
            <span>
              {named(step, data)}
              <span className="sr-only"> {t(`channels:connect.step${ok ? 'Good' : 'Bad'}`)}</span>
              {ok ? null : <strong>{words(fault, data)}</strong>}
            </span>
          </li>
        ))}
      </ol>
      <p>{t(`channels:connect.${look}Hint`)}</p>
    </div>
  )
}
