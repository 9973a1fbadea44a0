/** Why the program cannot start, as one sentence a person can act on, in Chinese and in English. */
export class StartFault extends Error {
  readonly zh: string
  readonly en: string

  constructor(zh: string, en: string, cause?: unknown) {
    super(en, { cause })
    this.zh = zh
    this.en = en
  }
}

/** What the operating system or PostgreSQL said, recognised by code or by PostgreSQL's own words (LC_MESSAGES=C). */
const KNOWN: { sign: RegExp; zh: (place: string) => string; en: (place: string) => string }[] = [
  {
    sign: /ENOSPC|No space left on device|EDQUOT|Disk quota exceeded/,
    zh: (place) => `磁盘已满：${place} 写不下了。请腾出空间后再启动，已保存的数据不受影响。`,
    en: (place) =>
      `The disk is full: nothing more fits into ${place}. Free some space and start again; what was saved is safe.`,
  },
  {
    sign: /EROFS|Read-only file system/,
    zh: (place) => `${place} 所在的磁盘是只读的。请换一个可写的位置（HUIYIN_DATA）。`,
    en: (place) => `${place} is on a read-only disk. Choose a writable place (HUIYIN_DATA).`,
  },
  {
    sign: /EACCES|EPERM|Permission denied|Operation not permitted/,
    zh: (place) => `没有权限读写 ${place}。请检查这个文件夹属于谁，或换一个位置（HUIYIN_DATA）。`,
    en: (place) =>
      `No permission to read and write ${place}. Check who owns the folder, or choose another place (HUIYIN_DATA).`,
  },
  {
    sign: /ENOTDIR|EEXIST/,
    zh: (place) => `${place} 不是文件夹。请换一个位置（HUIYIN_DATA）。`,
    en: (place) => `${place} is not a folder. Choose another place (HUIYIN_DATA).`,
  },
]

/**
 * Turns a failure at `place` into a StartFault; null when it is nothing that a person outside can mend.
 * Shape: reads the error's code and message and, for PostgreSQL, the words it left on stderr.
 */
export function explainFault(error: unknown, place: string): StartFault | null {
  if (error instanceof StartFault) return error
  const { code = '', message = '' } = error as { code?: string; message?: string }
  const known = KNOWN.find(({ sign }) => sign.test(`${code} ${message}`))
  return known ? new StartFault(known.zh(place), known.en(place), error) : null
}
