import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import ts from 'typescript'
import { root } from './pages.ts'

/** Errors that users see, wherever the shipped code throws them. */
const errors =
  /^(WrongUse|Control|Document|File|StateFile|Locked|Tls|PortInUse|CannotListen|PrismMissing|InvalidArgument|Syntax|CleanupLog)Error$|^UnreadableBody$/
/** Where users also see a plain `TypeError` or `Error`. */
const plainErrors =
  /^mocks\/adapters\/|^mocks\/[^/]+\/seed\.ts$|(invocation-rules|run-locally|http-content)\.ts$|check-options\.ts$|cleanup-log-file\.ts$|^scripts\/cli\//
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
    for (const text of toTexts(argument)) if (isSentence(text)) messages.add(text)
  }
  ts.forEachChild(node, (child) => visit(child, file, messages))
}

/** Two words or more, or one word with a value: not the name of a flag or of a part. */
function isSentence(text: string): boolean {
  return (text.match(/[A-Za-z]{2,}/g)?.length ?? 0) > 1 && text.includes(' ')
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
  // `a ?? 'b'`: the fixed part is the text.
  if (ts.isBinaryExpression(node)) return [...toTexts(node.left), ...toTexts(node.right)]
  if (ts.isConditionalExpression(node)) return [...toTexts(node.whenTrue), ...toTexts(node.whenFalse)]
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) return toResults(node, node.expression.text)
  return ts.isIdentifier(node) ? toArguments(node) : []
}

/** What a function of the same file returns. */
function toResults(node: ts.Node, name: string): readonly string[] {
  return findAll(node.getSourceFile(), ts.isFunctionDeclaration)
    .filter((declared) => declared.name?.text === name)
    .flatMap((declared) => findAll(declared, ts.isReturnStatement))
    .flatMap(({ expression }) => (expression ? toTexts(expression) : []))
}

/** What the calls in the same file pass for a parameter of the function around it. */
function toArguments(node: ts.Identifier): readonly string[] {
  const owner = ts.findAncestor(node, ts.isFunctionDeclaration)
  const index = owner?.parameters.findIndex(({ name }) => name.getText() === node.text) ?? -1
  if (!owner?.name || index === -1) return []
  const { text } = owner.name
  return findAll(node.getSourceFile(), ts.isCallExpression)
    .filter(({ expression }) => ts.isIdentifier(expression) && expression.text === text)
    .flatMap(({ arguments: values }) => (values[index] ? toTexts(values[index]) : []))
}

function findAll<T extends ts.Node>(node: ts.Node, is: (one: ts.Node) => one is T): readonly T[] {
  const found: T[] = is(node) ? [node] : []
  ts.forEachChild(node, (child) => void found.push(...findAll(child, is)))
  return found
}
