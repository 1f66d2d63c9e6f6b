export const help = {
  title: "Ztráta klíče nebo podezření na zneužití účtu",
  lead: "Zavolejte nám. Ověříme vás podle údajů z profilu a propojení se službami veřejné správy zrušíme.",
};

export type HelpTexts = typeof help;
