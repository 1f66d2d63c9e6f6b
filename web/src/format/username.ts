/** A username made of a name: `Žofie Kratochvílová` → `zofie.kratochvilova`. Empty where nothing is left. */
export const suggestUsername = (firstName: string, lastName: string): string =>
  [firstName, lastName]
    .map((name) =>
      name
        .normalize("NFD")
        .toLowerCase()
        .replaceAll(/\p{M}/gu, "")
        .replaceAll(/[^a-z0-9]+/gu, "-")
        .replaceAll(/^-+|-+$/gu, ""),
    )
    .filter((name) => name !== "")
    .join(".")
    .slice(0, 40)
    .replace(/[.-]+$/u, "");
