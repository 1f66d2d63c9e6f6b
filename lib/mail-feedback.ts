import { ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { CfnPermission, type IFunction } from "aws-cdk-lib/aws-lambda";
import { type ITopic, Subscription, SubscriptionProtocol } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";

/** Lets a topic of another stack call a function. Nothing but that topic may. */
export const subscribe = (scope: Construct, id: string, topic: ITopic, fn: IFunction): void => {
  const permission = new CfnPermission(scope, `${id}Permission`, {
    action: "lambda:InvokeFunction",
    functionName: fn.functionArn,
    principal: new ServicePrincipal("sns.amazonaws.com").service,
    sourceArn: topic.topicArn,
  });
  const subscription = new Subscription(scope, `${id}Subscription`, {
    topic,
    endpoint: fn.functionArn,
    protocol: SubscriptionProtocol.LAMBDA,
  });
  subscription.node.addDependency(permission);
};
