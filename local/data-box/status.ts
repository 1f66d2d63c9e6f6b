/** Status codes of ISDS that the simulator answers with (isds.md, 6). */
export const statusTexts = {
  "0000": "Provedeno úspěšně.",
  "0005": "Zpráva je podepsána, ale není opatřena časovým razítkem.",
  "1211": "Zpráva nepatří do této datové schránky.",
  "1219": "Zpráva byla smazána nebo mezi zprávami není.",
  "1222": "Zpráva ještě nebyla doručena.",
  "1281": "Pro velkoobjemovou zprávu použijte jinou službu.",
  "2006": "Neznámá operace.",
  "3005": "Překročen počet žádostí o časové razítko.",
  "3006": "Označení zprávy trvá příliš dlouho.",
  "3008": "Příliš mnoho souběžných volání.",
  "3009": "Příliš mnoho volání.",
  "9005": "Vnitřní chyba systému.",
  "9502": "Časové razítko není k dispozici.",
} as const;

export type StatusCode = keyof typeof statusTexts;

export const isStatusCode = (code: string): code is StatusCode => Object.hasOwn(statusTexts, code);
