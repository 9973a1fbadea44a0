import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SegmentCondition, SegmentFact } from '#contracts/customers/segments'
import { ConditionValues } from './ConditionValues.tsx'
import { conditionOn, FACTS } from './facts.ts'
import styles from './segments.module.css'
import type { Named } from './use-segment-words.ts'

type Props = {
  condition: SegmentCondition
  named: Named
  change: (condition: SegmentCondition) => void
  remove: () => void
}

/** One condition: the fact, how it is compared, and with what. */
export function ConditionRow({ condition, named, change, remove }: Props) {
  const { t } = useTranslation('segments')
  return (
    <div className={styles.condition}>
      <Select<SegmentFact>
        className={styles.fact}
        aria-label={t('fact.label')}
        value={condition.fact}
        options={Object.entries(FACTS).map(([group, facts]) => ({
          label: t(`factGroup.${group}`),
          options: facts.map((fact) => ({ value: fact, label: t(`fact.${fact}`) })),
        }))}
        listHeight={360}
        onChange={(fact) => change(conditionOn(fact))}
      />
      <ConditionValues condition={condition} named={named} change={change} />
      <Button
        type="text"
        className={styles.remove}
        aria-label={t('removeCondition')}
        title={t('removeCondition')}
        onClick={remove}
      >
        ×
      </Button>
    </div>
  )
}
