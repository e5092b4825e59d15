export const vpcBinding = { summary: 'A VPC', value: { vpcId: 'vpc-8vbil23y4v3i6ngdmdx1d' } }

export const vpcBindings = { summary: 'One bound VPC', value: { vpcIds: [vpcBinding.value.vpcId] } }
