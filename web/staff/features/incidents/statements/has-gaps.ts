/** The plan's texts mark what the room does not know yet by square brackets: [产品]. */
export const hasGaps = (text: string): boolean => /\[[^\]\n]+\]/.test(text)
