import { MigrationError } from '#platform/db/migrate'
import { explainFault, StartFault } from '#platform/db/start-fault'

/** One sentence in Chinese and one in English; only what we did not foresee shows its stack. */
export function explain(error: unknown): void {
  const fault = asFault(error)
  console.error(fault ? `\n  ${fault.zh}\n  ${fault.en}\n` : error)
}

function asFault(error: unknown): StartFault | null {
  if (error instanceof MigrationError) {
    return new StartFault(
      `数据库与本程序的版本不符：${error.message}。`,
      `The database does not fit this program: ${error.message}.`,
    )
  }
  return explainFault(error, process.env.HUIYIN_DATA ?? './data') ?? explainConnection(error)
}

function explainConnection(error: unknown): StartFault | null {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  if (!/^(ECONN|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|28|3D|57P)/.test(code)) return null
  return new StartFault(
    `连不上数据库（DATABASE_URL）：${message}`,
    `The database cannot be reached (DATABASE_URL): ${message}`,
    error,
  )
}
