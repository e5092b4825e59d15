import type { ErrorCatalogue } from '../core/errors.ts'

/** The observed error codes of configurations and custom domains, which both versions have. */
export const configErrors = {
  DomainNameNotResolved: {
    status: 400,
    meaning: 'The domain name has no CNAME record for Function Compute.',
    message: 'the domain name has not been resolved to your Function Compute endpoint',
    provenance: 'observed',
  },
  DomainNameNotFound: {
    status: 404,
    meaning: 'The custom domain does not exist.',
    message: 'the domain name does not exist',
    provenance: 'observed',
  },
  AsyncConfigNotExists: {
    status: 404,
    meaning: 'The function or its qualifier has no async invoke configuration.',
    message: 'the async invoke configuration does not exist',
    provenance: 'observed',
  },
  OnDemandConfigNotFound: {
    status: 404,
    meaning: 'The function has no on-demand configuration for the qualifier.',
    message: 'the on-demand configuration does not exist',
    provenance: 'observed',
  },
  DomainNameAlreadyExists: {
    status: 409,
    meaning: 'A custom domain with this name already exists.',
    message: 'the domain name already exists',
    provenance: 'observed',
  },
  ProvisionConfigExist: {
    status: 409,
    meaning: 'The function or the alias still has provisioned instances.',
    message: 'the resource still has provisioned instances',
    provenance: 'observed',
  },
} as const satisfies ErrorCatalogue
