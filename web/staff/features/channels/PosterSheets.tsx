import { useTranslation } from 'react-i18next'
import { EchoIcon } from '../../ui/icons.tsx'
import { type CodeView, qrPath } from './channel-queries.ts'
import styles from './poster.module.css'

export type PosterFormat = 'a4' | 'card' | 'label'

/** How many codes an A4 page holds: one poster, four table cards (A6), eight labels (A7). */
export const PER_PAGE: Record<PosterFormat, number> = { a4: 1, card: 4, label: 8 }

type Props = { codes: CodeView[]; format: PosterFormat; brand: string; sentence: string; call: string }

export function Sheets({ codes, format, brand, sentence, call }: Props) {
  const size = PER_PAGE[format]
  const pages = Array.from({ length: Math.ceil(codes.length / size) }, (_, i) =>
    codes.slice(i * size, (i + 1) * size),
  )
  return (
    <div className={styles.sheets}>
      {pages.map((held) => (
        <section key={held[0]?.id} className={styles.sheet} data-format={format}>
          {held.map((code) => (
            <Poster key={code.id} code={code} brand={brand} sentence={sentence} call={call} />
          ))}
        </section>
      ))}
    </div>
  )
}

type PosterProps = { code: CodeView; brand: string; sentence: string; call: string }

function Poster({ code, brand, sentence, call }: PosterProps) {
  const { t } = useTranslation('channels')
  const shop = code.shop?.name ?? ''
  return (
    <article className={styles.poster}>
      <header>{brand}</header>
      <h1>{sentence}</h1>
      <figure>
        <img src={qrPath(code.id)} alt={t('poster.qr', { shop, label: code.label })} />
        <figcaption>{call}</figcaption>
      </figure>
      <p>{t('poster.promise')}</p>
      <footer>
        <span>
          {[shop, t(`poster.place.${code.place}`, { label: code.label })].filter(Boolean).join(' · ')}
        </span>
        <span className={styles.sign}>
          <EchoIcon size={14} />
          {t('poster.noApp')}
        </span>
      </footer>
    </article>
  )
}
