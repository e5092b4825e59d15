import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import ts from 'typescript'
import { root } from './pages.ts'

/** Errors that users see, wherever the shipped code throws them. */
const errors =
  /^(WrongUse|Control|Document|File|StateFile|Tls|PortInUse|PrismMissing|InvalidArgument|Syntax|CleanupLog)Error$/
/** Where users also see a plain `TypeError` or `Error`. */
const plainErrors =
  /^mocks\/adapters\/|^mocks\/[^/]+\/seed\.ts$|invocation-rules\.ts$|cleanup-log-file\.ts$|^scripts\/cli\//
const shipped = ['{schemas,mocks,contracts}/**/*.ts', 'scripts/cli/**/*.ts', 'scripts/cli.ts']
const isShipped = (file: string) =>
  !/\.test(-d)?\.ts$|\/testing\/|^mocks\/clients\/|^contracts\/(mutants|examples)\//.test(file)

/** The messages of the errors that users see, with `…` for each value in them. */
export async function collectMessages(): Promise<readonly string[]> {
  const messages = new Set<string>()
  for await (const file of glob(shipped, { cwd: root })) {
    if (!isShipped(file)) continue
    const source = ts.createSourceFile(file, await readFile(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true)
    visit(source, file, messages)
  }
  return [...messages].sort()
}

function visit(node: ts.Node, file: string, messages: Set<string>): void {
  for (const argument of findArguments(node, file)) {
    for (const text of toTexts(argument)) if (/[a-z]{2,} [a-z]/.test(text)) messages.add(text)
  }
  ts.forEachChild(node, (child) => visit(child, file, messages))
}

/** What a node passes to the constructor of an error: `new WrongUseError(…)`, or `super(…)` in its class. */
function findArguments(node: ts.Node, file: string): readonly ts.Expression[] {
  const isError = (name: string) => errors.test(name) || (plainErrors.test(file) && /^(Type)?Error$/.test(name))
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression)) {
    return isError(node.expression.text) ? (node.arguments ?? []) : []
  }
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.SuperKeyword) return []
  const owner = ts.findAncestor(node, ts.isClassDeclaration)
  return owner?.name && isError(owner.name.text) ? node.arguments : []
}

/** The texts that an expression can have; more than one for `condition ? 'a' : 'b'`. */
function toTexts(node: ts.Expression): readonly string[] {
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isTemplateExpression(node)) {
    return [node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('')]
  }
  if (ts.isConditionalExpression(node)) return [...toTexts(node.whenTrue), ...toTexts(node.whenFalse)]
  return []
}
