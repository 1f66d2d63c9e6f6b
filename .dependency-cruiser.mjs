const from = (path, pathNot) => ({ path, ...(pathNot ? { pathNot } : {}) });
const forbid = (name, fromPath, toPath, options = {}) => ({
  name,
  severity: "error",
  from: from(fromPath, options.fromNot),
  to: { path: toPath, ...(options.toNot ? { pathNot: options.toNot } : {}) },
});

/** Who may import whom (docs/architecture). */
export default {
  forbidden: [
    {
      name: "no-circular",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    forbid("domain-imports-domain-only", "^lambdas/domain", ".", { toNot: "^(lambdas/domain)" }),
    forbid("services-import-domain-and-ports", "^lambdas/services", "^(lambdas|lib|local|web)/", {
      toNot: "^lambdas/(domain|services)/",
    }),
    forbid("adapters-import-domain-and-ports", "^lambdas/adapters", "^(lambdas|lib|local|web)/", {
      toNot: "^lambdas/(domain/|services/ports/|adapters/|env)",
    }),
    {
      name: "adapters-leave-each-other-alone",
      severity: "error",
      from: { path: "^lambdas/adapters/([^/]+)/" },
      to: { path: "^lambdas/adapters/[^/]+/", pathNot: "^lambdas/adapters/($1|xml)/" },
    },
    forbid("run-time-never-imports-deploy-time", "^lambdas", "^(lib|bin|local|web|test)/"),
    forbid("lib-imports-contract-and-names-only", "^lib", "^lambdas/", {
      toNot: "^lambdas/(contract/|env|metric-names)",
    }),
    forbid("simulators-share-no-code-with-adapters", "^local", "^lambdas/adapters"),
    forbid("web-knows-the-contract-only", "^web", "^(lambdas|lib|local)/", {
      toNot: "^lambdas/(contract|domain)/",
    }),
    forbid(
      "entries-are-imported-by-nobody",
      "^lambdas/(domain|services|adapters|contract)",
      "^lambdas/(http|tasks|events|runtime)/",
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "node_modules|cdk.out|dist" },
    tsPreCompilationDeps: true,
    parser: "swc",
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js"],
    },
  },
};
