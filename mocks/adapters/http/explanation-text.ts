import type { Explained } from '../../core/emulator-options.ts'

/**
 * A readable explanation of a wrong signature: what the server signs, and what the client probably signed. It contains
 * neither a secret nor the correct signature.
 */
export function toExplanationText({ api, operation, requestId, explanation }: Explained): string {
  const { scheme, hint, signedHeaders, receivedSignature } = explanation
  const parts: readonly (readonly [string, string | undefined])[] = [
    ['expected string to sign', explanation.expectedStringToSign],
    ['received string to sign', explanation.receivedStringToSign],
    ['expected canonical request', explanation.canonicalRequest],
    ['received canonical request', explanation.receivedCanonicalRequest],
  ]
  return [
    `${api} ${operation}: the signature does not match (${scheme}, request ${requestId})`,
    `  received signature: ${toVisible(receivedSignature)}`,
    `  signed headers: ${signedHeaders.map(toVisible).join(', ')}`,
    `  ${hint ?? 'no known signing mistake explains it; check the secret'}`,
    ...toFirstDifference(explanation),
    ...parts.flatMap(([name, text]) =>
      text === undefined ? [] : [`  ${name}:`, ...text.split('\n').map((line) => `    | ${toVisible(line)}`)],
    ),
  ].join('\n')
}

/** Where the received string to sign first differs from the expected one, if it is known. */
function toFirstDifference({
  expectedStringToSign: expected,
  receivedStringToSign: received,
}: Explained['explanation']): readonly string[] {
  if (received === undefined)
    return ['  received string to sign: unknown; compare the expected string with the one that your client signs']
  const [ours, theirs] = [expected, received].map((text) => text.split('\n'))
  const index = theirs?.findIndex((line, at) => line !== ours?.[at]) ?? -1
  const line = index === -1 ? (theirs?.length ?? 0) : index
  const [one, other] = [ours?.[line], theirs?.[line]].map((text) =>
    text === undefined ? 'no line' : JSON.stringify(text),
  )
  if (one === other) return []
  return [
    `  first difference, in line ${line + 1}: expected ${toVisible(one ?? '')}, received ${toVisible(other ?? '')}`,
  ]
}

/** Escapes control characters, so that a request cannot control the terminal. */
export function toVisible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`)
}
