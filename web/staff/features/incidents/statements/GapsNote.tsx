import { useTranslation } from 'react-i18next'
import { gapsIn, mustBeWhole } from '#contracts/incidents/gaps'
import type { Statement } from '#contracts/incidents/statements'
import { ContactGap, type Fill } from './ContactGap.tsx'
import styles from './statement.module.css'

type Words = Pick<Statement, 'audience' | 'title' | 'text'>

export const gapsOf = ({ title, text }: Words): string[] => gapsIn(`${title}\n${text}`)
/** Nobody may lay it before somebody or approve it as long as something is to be filled in. */
export const isHeldByGaps = (words: Words): boolean => mustBeWhole(words.audience) && gapsOf(words).length > 0

/** What is still to be filled in, and what that means for these readers. */
export function GapsNote({ statement, fill }: { statement: Words; fill?: Fill }) {
  const { t } = useTranslation('incidents')
  const gaps = gapsOf(statement)
  if (gaps.length === 0) return null
  const said = { gaps: gaps.join(t('common:list.and')) }
  return (
    <p className={styles.gaps}>
      {t(mustBeWhole(statement.audience) ? 'statement.gapsLeft' : 'statement.gapsMay', said)}
      {mustBeWhole(statement.audience) ? <ContactGap gaps={gaps} fill={fill} /> : null}
    </p>
  )
}
