/**
 * The message of real servers for a value that is not in the list of valid values (observed). Clients compare it. The field
 * `runtime` has the name Runtime, and the header `X-Fc-Log-Type` has the name LogType.
 */
export function toInvalidValueText(field: string, allowed: readonly string[], actual: string): string {
  const words = field.replace(/^X-Fc-/i, '').split('-')
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  return `${name} is set to an invalid value (allowed: ${allowed.join(' | ')}, actual: '${actual.slice(0, longestValue)}')`
}

const longestValue = 100
