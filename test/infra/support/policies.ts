import type { Template } from "aws-cdk-lib/assertions";

interface Statement {
  Effect: "Allow" | "Deny";
  Action: string | string[];
  Resource?: unknown;
  NotResource?: unknown;
}
interface Policy {
  Properties: { PolicyDocument: { Statement: Statement[] }; Roles: { Ref: string }[] };
}

const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

/** What a resource of a policy is, by the names of our constructs; the first that fits. */
const labels: [RegExp, string][] = [
  [/AccountsTable\w*StreamArn/, "accounts stream"],
  [/AccountsTable.*index\/by-state/, "accounts by-state"],
  [/AccountsTable/, "accounts"],
  [/AuditTable.*index\/by-kind/, "audit by-kind"],
  [/AuditTable.*index\/by-operator/, "audit by-operator"],
  [/AuditTable.*index\/by-day/, "audit by-day"],
  [/AuditTable/, "audit"],
  [/CatalogueTable/, "catalogue"],
  [/LimitsTable/, "limits"],
  [/ArchiveBucket.*\/data-box\/\*/, "archive data-box/*"],
  [/ArchiveBucket.*\/fido-metadata\/\*/, "archive fido-metadata/*"],
  [/ScansBucket.*\/reset-forms\/\*/, "scans reset-forms/*"],
  [/PinKey/, "pin key"],
  [/NiaKey/, "nia key"],
  [/IdentityProviderKey/, "identity provider key"],
  [/ServiceProviderKey/, "service provider key"],
  [/DataBoxLogin/, "data box login"],
  [/:execution:.*UnlinkAccountMachine|UnlinkAccountMachine.*:execution:/, "unlink executions"],
  [/:execution:/, "link executions"],
  [/UnlinkAccountMachine/, "unlink machine"],
  [/LinkAccountMachine/, "link machine"],
  [/configuration-set/, "configuration set"],
  [/:identity/, "identity"],
  [/DeadLetters/, "dead letters"],
  [/Log\w*","Arn"/, "own log"],
  [/^"\*"$/, "*"],
];

const labelOf = (resource: unknown): string => {
  const text = JSON.stringify(resource);
  return labels.find(([pattern]) => pattern.test(text))?.[1] ?? text;
};

const grantsIn = ({ Action, Resource, NotResource }: Statement): string[] =>
  list(Action).flatMap((action) =>
    NotResource === undefined
      ? list(Resource).map((resource) => `${action} ${labelOf(resource)}`)
      : [`${action} not ${JSON.stringify(NotResource)}`],
  );

const policiesIn = (template: Template) =>
  Object.values(template.findResources("AWS::IAM::Policy")) as Policy[];

/** What each role may do, as sorted `action resource` texts, by the role's construct name. */
export const grantsByRole = (template: Template): Record<string, string[]> => {
  const grants: Record<string, string[]> = {};
  for (const { Properties } of policiesIn(template)) {
    for (const role of Properties.Roles) {
      const name = role.Ref.replace(/Role[0-9A-F]{8}$/, "");
      grants[name] = [
        ...(grants[name] ?? []),
        ...Properties.PolicyDocument.Statement.flatMap(grantsIn),
      ].toSorted();
    }
  }
  return grants;
};

/** Every action that any policy of a template allows. */
export const actionsIn = (template: Template): string[] =>
  policiesIn(template).flatMap(({ Properties }) =>
    Properties.PolicyDocument.Statement.flatMap(({ Action }) => list(Action)),
  );
