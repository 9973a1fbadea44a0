import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import { Part, Table } from './RecordParts.tsx'
import styles from './record.module.css'

/** What must be kept and whether it is, the photos and papers of the room, and, of a drill, how it went. */
export function RecordProof({ room: { evidence, files, score } }: { room: Room }) {
  const { t } = useTranslation('incidents')
  const photos = files.filter(({ mime }) => mime.startsWith('image/'))
  const papers = files.filter(({ mime }) => !mime.startsWith('image/'))
  return (
    <>
      <Part title={t('record.part.evidence')} none={evidence.length === 0 && files.length === 0}>
        {evidence.length ? (
          <Table
            heads={[t('record.evidence'), t('record.state')]}
            rows={evidence.map(({ text, kept }) => [text, t(kept ? 'record.kept' : 'record.notKept')])}
          />
        ) : null}
        {papers.length ? (
          <p>
            {t('record.papers')}
            {t('fact.colon')}
            {papers.map(({ name }) => name || t('file.nameless')).join(t('common:list.and'))}
          </p>
        ) : null}
        {photos.length ? (
          <ul className={styles.photos} aria-label={t('record.photos')}>
            {photos.map(({ id, url, width, height }, n) => (
              <li key={id}>
                <figure>
                  <img src={url} width={width} height={height} alt="" />
                  <figcaption>{t('file.photo', { n: n + 1 })}</figcaption>
                </figure>
              </li>
            ))}
          </ul>
        ) : null}
      </Part>
      {score ? (
        <Part title={t('record.part.score')}>
          <p>{t('drill.score', { points: score.points, most: score.most })}</p>
          <Table
            heads={[t('record.scored'), t('record.wanted'), t('record.reached'), t('record.points')]}
            rows={score.lines.map((line) => [
              t(`drill.line.${line.key}`),
              line.wanted,
              line.reached,
              t('drill.points', { points: line.points, most: line.most }),
            ])}
          />
        </Part>
      ) : null}
    </>
  )
}
