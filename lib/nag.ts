import { Stack, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { flattenCfnReference } from "cdk-nag/lib/utils/flatten-cfn-reference.js";
import type { IConstruct } from "constructs";

/** Says why findings of cdk-nag on a construct are right as they are. */
export const argue = (construct: IConstruct, findings: Record<string, string>): void => {
  for (const [id, reason] of Object.entries(findings)) {
    Validations.of(construct).acknowledge({ id: `AwsSolutions-${id}`, reason });
  }
};

interface Pattern {
  arn: string;
  reason: string;
}

const patterns = new WeakMap<IConstruct, Pattern[]>();

/** Says why the policies of a construct name their resources by this pattern. */
export const arguePattern = (construct: IConstruct, arn: string, reason: string): void => {
  patterns.set(construct, [...(patterns.get(construct) ?? []), { arn, reason }]);
};

/**
 * The AWS Solutions rules. A finding about a pattern quotes the resolved ARN, which for another stack's resource is
 * known only now; so the patterns that were argued are acknowledged here, each exactly.
 */
export class HouseChecks extends AwsSolutionsChecks {
  override validateScope(scope: IConstruct): ReturnType<AwsSolutionsChecks["validateScope"]> {
    for (const construct of scope.node.findAll()) {
      for (const { arn, reason } of patterns.get(construct) ?? []) {
        const quoted = flattenCfnReference(Stack.of(construct).resolve(arn) as string);
        argue(construct, { [`IAM5[Resource::${quoted}]`]: reason });
      }
    }
    return super.validateScope(scope);
  }
}
