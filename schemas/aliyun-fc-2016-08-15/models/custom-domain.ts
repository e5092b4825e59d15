export {
  CreateCustomDomainInput,
  CustomDomain,
  DomainProtocol,
  ListCustomDomainsOutput,
  UpdateCustomDomainInput,
} from '../../aliyun-fc/models/custom-domain.ts'
