import { InputNumber, Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import fieldsStyles from '../fields.module.css'
import type { PartProps } from './part-props.ts'
import { type Grade, outOfOrder } from './plan-editing.ts'
import { usePlanWords } from './use-plan-words.ts'

type From = NonNullable<Grade['from']>
type Props = Pick<PartProps, 'doc' | 'plan'> & { grade: Grade; index: number; set: (grade: Grade) => void }

const COUNTS = ['customers', 'shops'] as const
const NOTHING: From = { risks: [], words: [], unless: [] }
const WORDS = ['words', 'unless'] as const
const [FEWEST, MOST, MOST_RISKS, MOST_WORDS] = [2, 1000, 20, 200]

/** From how many customers or shops, or at which dangers, a room begins at this degree by itself. */
export function GradeFromFields({ doc, plan, grade, index, set }: Props) {
  const { t } = useTranslation('playbook-emergency')
  const { say } = usePlanWords(doc, plan)
  const id = useId()
  const from = grade.from ?? NOTHING
  const change = (part: { [K in keyof From]?: From[K] | undefined }) => {
    const { customers, shops, risks, people, words, unless } = { ...from, ...part }
    const { from: _, ...others } = grade
    const counts = customers !== undefined || shops !== undefined || people !== undefined
    const none = !counts && !risks?.length && !words?.length
    const next = {
      ...(customers === undefined ? {} : { customers }),
      ...(shops === undefined ? {} : { shops }),
      ...(people === undefined ? {} : { people }),
      risks: risks ?? [],
      words: words ?? [],
      unless: unless ?? [],
    }
    set(none ? others : { ...others, from: next })
  }
  const wrong = outOfOrder(plan.grades, index, from)
  return (
    <fieldset className={fieldsStyles.group}>
      <legend>{t('grade.fromTitle')}</legend>
      <small>{t('grade.fromHint')}</small>
      {COUNTS.map((key) => {
        const at = wrong.find((one) => one.key === key)
        return (
          <div key={key} className={fieldsStyles.number}>
            <div>
              <label htmlFor={id + key}>{t(`grade.${key}From`)}</label>
              {at ? (
                <small id={`${id + key}-wrong`} role="alert" data-wrong>
                  {t(at.graver ? 'grade.tooMany' : 'grade.tooFew', {
                    name: say(at.other.name),
                    number: at.number,
                  })}
                </small>
              ) : null}
            </div>
            <span>
              <InputNumber
                id={id + key}
                {...(at ? { status: 'error', 'aria-describedby': `${id + key}-wrong` } : {})}
                min={FEWEST}
                max={MOST}
                precision={0}
                placeholder={t('grade.notCounted')}
                value={from[key] ?? null}
                onChange={(value) => change({ [key]: value ?? undefined })}
              />
              {t(`grade.${key}Unit`)}
            </span>
          </div>
        )
      })}
      <div className={fieldsStyles.field}>
        <label htmlFor={`${id}-risks`}>{t('grade.risksFrom')}</label>
        <Select
          id={`${id}-risks`}
          mode="multiple"
          maxCount={MOST_RISKS}
          placeholder={t('grade.notCounted')}
          showSearch={{ optionFilterProp: 'label' }}
          value={from.risks}
          options={doc.risks.map((risk) => ({ value: risk.key, label: say(risk.name) }))}
          onChange={(risks) => change({ risks })}
        />
      </div>
      {WORDS.map((key) => (
        <div key={key} className={fieldsStyles.field}>
          <label htmlFor={`${id}-${key}`}>{t(`grade.${key}From`)}</label>
          {key === 'words' ? <small>{t('grade.wordsHint')}</small> : null}
          <Select
            id={`${id}-${key}`}
            mode="tags"
            open={false}
            suffixIcon={null}
            maxCount={MOST_WORDS}
            tokenSeparators={[',', '，', '、', ' ']}
            placeholder={t('grade.notCounted')}
            value={from[key]}
            onChange={(words) => change({ [key]: words })}
          />
        </div>
      ))}
    </fieldset>
  )
}
