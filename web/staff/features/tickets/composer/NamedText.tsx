import styles from './ComposerNotes.module.css'
import { cutAtNames } from './mentions-in.ts'

type Props = { text: string; mentions: unknown }

/** The text of a note with the people and teams named in it as chips; whoever is not in the text stands behind it. */
export function NamedText({ text, mentions }: Props) {
  const names = Array.isArray(mentions)
    ? mentions.flatMap((one) => (typeof one?.name === 'string' ? [one.name as string] : []))
    : []
  let at = 0
  return (
    <>
      {cutAtNames(text, names).map((part) => {
        const key = at
        at += part.text.length
        return part.named ? (
          <span key={key} className={styles.name}>
            {part.text}
          </span>
        ) : (
          part.text
        )
      })}
      {names
        .filter((name) => !text.includes(`@${name}`))
        .map((name) => (
          <span key={name} className={styles.name}>
            @{name}
          </span>
        ))}
    </>
  )
}
