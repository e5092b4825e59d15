import type { Failed } from './outcome.ts'
import type { Report } from './model.ts'

/** Where each operation stands in the generated document. */
export interface DocumentLines {
  /** Path in the repository: `generated/aliyun-fc-2016-08-15/openapi.yaml`. */
  readonly path: string
  /** Counted from 1, by operation id. */
  readonly lines: ReadonlyMap<string, number>
}

/** Finds the line of each `operationId` of a document in YAML. */
export function readDocumentLines(path: string, yaml: string): DocumentLines {
  const found = yaml.split('\n').flatMap((line, index) => {
    const [, id] = /^\s+operationId: (\S+)$/.exec(line) ?? []
    return id === undefined ? [] : [[id, index + 1] as const]
  })
  return { path, lines: new Map(found) }
}

/** Violations as SARIF 2.1.0: a rule for each check that failed, a result at the operation that broke its promise. */
export function toSarif(report: Report, document: DocumentLines): object {
  const failed = report.outcomes.filter((outcome): outcome is Failed => outcome.status === 'failed')
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'faas-contracts',
            version: report.tool.version,
            rules: failed.map(({ check }) => ({
              id: check.id,
              name: check.name,
              shortDescription: { text: `${check.operation} ${check.name.replaceAll('-', ' ')}` },
              help: { text: `Stated in ${check.clause}.` },
            })),
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
        results: failed.map((outcome, index) => toResult(report, document, outcome, index)),
      },
    ],
  }
}

function toResult(report: Report, { path, lines }: DocumentLines, { check, violation }: Failed, index: number): object {
  const known = report.knownFailures.find((failure) => failure.check === check.id)
  const facts = `expected ${violation.expected}, but got ${violation.actual} (${violation.clause})`
  return {
    ruleId: check.id,
    ruleIndex: index,
    level: check.level === 'core' ? 'error' : 'warning',
    message: { text: `${violation.operation}: ${facts}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: path },
          region: { startLine: lines.get(violation.operation) ?? 1 },
        },
        logicalLocations: [{ name: violation.operation, kind: 'function' }],
      },
    ],
    ...(violation.finding && { properties: { tags: [violation.finding] } }),
    partialFingerprints: { 'check/v1': `${report.api.id} ${check.id}` },
    ...(known && { suppressions: [{ kind: 'external', justification: known.reason }] }),
  }
}
