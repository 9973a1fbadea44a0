import { Button, Popconfirm, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { JudgedField, LayerVersion, TriageLearning } from '#contracts/language'
import { QueryState } from '../../ui/QueryState.tsx'
import { Section } from '../../ui/Section.tsx'
import { useProblem } from '../../ui/use-problem.ts'
import { useWhen } from '../../ui/use-when.ts'
import styles from './language.module.css'
import { type SteerDeed, useSteer, useTriageLearning } from './language-queries.ts'
import { FIELDS, percent } from './shares.ts'

/** Why nothing that was learnt is in use, by what became of the newest version. */
const OFF: Partial<Record<LayerVersion['why'], string>> = { person: 'takenBack', worse: 'gotWorse' }

/** What the brand's own corrections have taught: versions with their figures, and the two buttons that put them back. */
export function Learning() {
  const { t } = useTranslation('language')
  const learning = useTriageLearning()
  return (
    <Section title={t('learning.title')} hint={t('learning.hint')}>
      <QueryState query={learning}>{(data) => <Versions data={data} />}</QueryState>
    </Section>
  )
}

function Versions({ data }: { data: TriageLearning }) {
  const { t } = useTranslation('language')
  const when = useWhen()
  const on = data.versions.find((version) => version.state === 'on')
  const before = data.versions.find((version) => version.id === data.before)
  return (
    <>
      <p className={styles.state}>
        {data.stopped
          ? t('learning.stopped')
          : on
            ? t('learning.on', { number: on.number, parts: partsText(t, on.parts) })
            : data.corrections < data.needed
              ? t('learning.few', { count: data.corrections, needed: data.needed })
              : t(`learning.${OFF[data.versions[0]?.why ?? 'untried'] ?? 'off'}`)}
        {data.nextAt && !data.stopped ? (
          <small>{t('learning.next', { when: when(data.nextAt) })}</small>
        ) : null}
      </p>
      {data.can.includes('steer') ? <Deeds data={data} on={on} before={before} /> : null}
      {data.versions.length ? (
        <ol className={styles.versions} aria-label={t('learning.versions')}>
          {data.versions.map((version) => (
            <Version key={version.id} version={version} />
          ))}
        </ol>
      ) : null}
    </>
  )
}

type DeedsProps = { data: TriageLearning; on: LayerVersion | undefined; before: LayerVersion | undefined }

function Deeds({ data, on, before }: DeedsProps) {
  const { t } = useTranslation('language')
  const steer = useSteer()
  const problem = useProblem()
  const run = (deed: SteerDeed) => steer.mutate(deed, { onError: problem })
  return (
    <p className={styles.deeds}>
      {on ? (
        <Popconfirm
          title={before ? t('learning.backAsk', { number: before.number }) : t('learning.baseAsk')}
          okText={t('learning.back')}
          onConfirm={() => run('back')}
        >
          <Button loading={steer.isPending}>
            {before ? t('learning.backTo', { number: before.number }) : t('learning.backToBase')}
          </Button>
        </Popconfirm>
      ) : null}
      {data.stopped ? (
        <Button onClick={() => run('resume')} loading={steer.isPending}>
          {t('learning.resume')}
        </Button>
      ) : (
        <Popconfirm title={t('learning.stopAsk')} okText={t('learning.stop')} onConfirm={() => run('stop')}>
          <Button danger loading={steer.isPending}>
            {t('learning.stop')}
          </Button>
        </Popconfirm>
      )}
    </p>
  )
}

function Version({ version }: { version: LayerVersion }) {
  const { t } = useTranslation('language')
  const when = useWhen()
  return (
    <li>
      <header>
        <b>{t('learning.version', { number: version.number })}</b>
        <Tag color={version.state === 'on' ? 'success' : 'default'}>
          {t(version.state === 'on' ? 'learning.inUse' : `learning.why.${version.why}`)}
        </Tag>
        <small>
          {t('learning.made', { when: when(version.madeAt), count: version.learntFrom })}
          {version.changedBy ? t('learning.by', { name: version.changedBy }) : ''}
        </small>
      </header>
      <ul>
        {FIELDS.map((field) => (
          <FieldFigures key={field} field={field} version={version} />
        ))}
      </ul>
    </li>
  )
}

function FieldFigures({ field, version }: { field: JudgedField; version: LayerVersion }) {
  const { t } = useTranslation('language')
  const figures = version.figures[field]
  const inUse = version.inUse?.[field]
  return (
    <li data-on={version.parts.includes(field)}>
      <b>{t(`field.${field}`)}</b>
      <span>
        {t('learning.figures', {
          without: percent(figures.without, figures.n),
          with: percent(figures.with, figures.n),
          count: figures.n,
        })}
        {inUse ? (
          <small>
            {t('learning.used', {
              without: percent(inUse.without, inUse.n),
              with: percent(inUse.with, inUse.n),
              count: inUse.n,
            })}
          </small>
        ) : null}
      </span>
    </li>
  )
}

function partsText(t: (key: string) => string, parts: readonly JudgedField[]): string {
  return parts.map((part) => t(`field.${part}`)).join(t('common:list.and'))
}
