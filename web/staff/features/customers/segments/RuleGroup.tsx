import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import {
  conditionsIn,
  isGroup,
  MOST_CONDITIONS,
  type SegmentCondition,
  type SegmentFact,
  type SegmentGroup,
} from '#contracts/customers/segments'
import { ConditionRow } from './ConditionRow.tsx'
import { conditionOn, FACTS } from './facts.ts'
import styles from './segments.module.css'
import type { Named } from './use-segment-words.ts'

const DEEPEST = 3

type Props = {
  group: SegmentGroup
  depth: number
  /** Conditions in the whole rule. */
  total: number
  named: Named
  change: (group: SegmentGroup) => void
  remove?: () => void
}

/** Conditions that hold all, or any of them; a group may stand inside, up to three deep. */
export function RuleGroup({ group, depth, total, named, change, remove }: Props) {
  const { t } = useTranslation('segments')
  const put = (n: number, node: SegmentCondition | SegmentGroup) =>
    change({ ...group, of: group.of.map((one, i) => (i === n ? node : one)) })
  const take = (n: number) => change({ ...group, of: group.of.filter((_, i) => i !== n) })
  const add = (node: SegmentCondition | SegmentGroup) => change({ ...group, of: [...group.of, node] })
  const full = total >= MOST_CONDITIONS
  return (
    <fieldset className={styles.group} data-depth={depth}>
      <legend className={styles.legend}>{t('join.label')}</legend>
      <div className={styles.joins}>
        <Segmented
          size="small"
          aria-label={t('join.label')}
          value={group.join}
          options={(['all', 'any'] as const).map((value) => ({ value, label: t(`join.${value}`) }))}
          onChange={(join) => change({ ...group, join })}
        />
        {remove ? (
          <Button type="text" size="small" onClick={remove}>
            {t('removeGroup')}
          </Button>
        ) : null}
      </div>
      {group.of.map((node, n) =>
        isGroup(node) ? (
          <RuleGroup
            // biome-ignore lint/suspicious/noArrayIndexKey: a condition is what stands at its place
            key={n}
            group={node}
            depth={depth + 1}
            total={total}
            named={named}
            change={(next) => (conditionsIn(next) ? put(n, next) : take(n))}
            remove={() => take(n)}
          />
        ) : (
          <ConditionRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a condition is what stands at its place
            key={n}
            condition={node}
            named={named}
            change={(next) => put(n, next)}
            remove={() => take(n)}
          />
        ),
      )}
      <div className={styles.adds}>
        <Button size="small" disabled={full} onClick={() => add(conditionOn(nextFact(group)))}>
          {t('addCondition')}
        </Button>
        {depth < DEEPEST ? (
          <Button
            size="small"
            disabled={full}
            onClick={() => add({ join: group.join === 'all' ? 'any' : 'all', of: [conditionOn('value')] })}
          >
            {t('addGroup')}
          </Button>
        ) : null}
        {full ? <span>{t('full', { count: MOST_CONDITIONS })}</span> : null}
      </div>
    </fieldset>
  )
}

/** The first fact that this group does not ask yet: the same condition twice would say nothing. */
function nextFact(group: SegmentGroup): SegmentFact {
  const asked = new Set(group.of.map((node) => (isGroup(node) ? '' : node.fact)))
  return (
    [...FACTS.deeds, ...FACTS.when, ...FACTS.judged, ...FACTS.file].find((fact) => !asked.has(fact)) ??
    'orders'
  )
}
