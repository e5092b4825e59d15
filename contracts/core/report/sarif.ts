import { toClauseUrls } from '../../../schemas/core/clause-links.ts'
import { toCauses, toCauseTitles } from './causes.ts'
import { toMarkdownClause } from './markdown.ts'
import type { Report } from './model.ts'
import type { Failed } from './outcome.ts'

/** The line of each operation in the generated document. */
export interface DocumentLines {
  /** Path in the repository: `generated/aliyun-fc-2016-08-15/openapi.yaml`. */
  readonly path: string
  /** Line by operation id, counted from 1. */
  readonly lines: ReadonlyMap<string, number>
}

/** Finds the line of each `operationId` in a YAML document. */
export function readDocumentLines(path: string, yaml: string): DocumentLines {
  const found = yaml.split('\n').flatMap((line, index) => {
    const [, id] = /^\s+operationId: (\S+)$/.exec(line) ?? []
    return id === undefined ? [] : [[id, index + 1] as const]
  })
  return { path, lines: new Map(found) }
}

/**
 * Violations as SARIF 2.1.0. Each failed check is a rule, whose help links to the sources of its clause. Each violation is
 * a result at the operation that broke the rule. The results of one probable cause follow each other.
 */
export function toSarif(report: Report, document: DocumentLines): object {
  const causes = toCauses(report.outcomes, report.knownFailures)
  const titles = toCauseTitles(causes)
  const ofCauses = causes.flatMap((cause) => cause.failed)
  const known = report.outcomes.filter(
    (outcome): outcome is Failed => outcome.status === 'failed' && !titles.has(outcome.check.id),
  )
  const failed = [...ofCauses, ...known]
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'faas-contracts',
            version: report.tool.version,
            rules: failed.map(({ check }) => toRule(report, check)),
          },
        },
        automationDetails: { id: `${report.api.id}/${report.run.id}` },
        invocations: [
          {
            executionSuccessful: report.conclusion !== 'could-not-run',
            exitCode: report.exitCode,
            commandLine: report.reproduce.command,
          },
        ],
        results: failed.map((outcome, index) =>
          toResult(report, document, outcome, index, titles.get(outcome.check.id)),
        ),
      },
    ],
  }
}

function toRule({ sources }: Report, { id, name, operation, clause }: Failed['check']): object {
  const urls = toClauseUrls(clause, sources)
  return {
    id,
    name,
    shortDescription: { text: `${operation} ${name.replaceAll('-', ' ')}` },
    help: {
      text: [`Stated in ${clause}.`, ...urls].join('\n'),
      markdown: `Stated in ${toMarkdownClause(clause, sources)}.`,
    },
    ...(urls[0] !== undefined && { helpUri: urls[0] }),
  }
}

/** Brackets start a link in the messages of SARIF (section 3.11.6). */
function toPlain(text: string): string {
  return text.replaceAll(/[\\[\]]/g, (character) => `\\${character}`)
}

/** The clauses of a violation as locations: the sources that state the broken rule. */
function toRelatedLocations({ sources }: Report, clause: string): object[] {
  return toClauseUrls(clause, sources).map((uri, id) => ({
    id,
    message: { text: clause },
    physicalLocation: { artifactLocation: { uri } },
  }))
}

function toResult(
  report: Report,
  { path, lines }: DocumentLines,
  { check, violation }: Failed,
  index: number,
  cause: string | undefined,
): object {
  const known = report.knownFailures.find((failure) => failure.check === check.id)
  const facts = `expected ${violation.expected}, but got ${violation.actual} (${violation.clause})`
  return {
    ruleId: check.id,
    ruleIndex: index,
    level: check.level === 'core' ? 'error' : 'warning',
    message: { text: toPlain(`${violation.operation}: ${facts}`) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: path },
          region: { startLine: lines.get(violation.operation) ?? 1 },
        },
        logicalLocations: [{ name: violation.operation, kind: 'function' }],
      },
    ],
    relatedLocations: toRelatedLocations(report, violation.clause),
    ...((violation.finding || cause !== undefined) && {
      properties: {
        ...(cause !== undefined && { cause }),
        ...(violation.finding && { tags: [violation.finding] }),
      },
    }),
    partialFingerprints: { 'check/v1': `${report.api.id} ${check.id}` },
    ...(known && { suppressions: [{ kind: 'external', justification: known.reason }] }),
  }
}
