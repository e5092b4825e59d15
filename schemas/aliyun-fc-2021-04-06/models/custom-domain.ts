export {
  DomainProtocol,
  CreateCustomDomainInput,
  UpdateCustomDomainInput,
  CustomDomain,
  ListCustomDomainsOutput,
} from '../../aliyun-fc/models/custom-domain.ts'
