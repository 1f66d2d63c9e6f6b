import type { FieldCode } from "../../api/problem.ts";

export const errors = {
  unreachable: {
    title: "Služba neodpovídá",
    detail: "Nic se neztratilo. Zkontrolujte připojení k internetu a zkuste to za chvíli znovu.",
  },
  unexpected: {
    title: "Něco se pokazilo",
    detail: "Nic se neztratilo. Zkuste to prosím znovu. Pokud se to opakuje, zavolejte podpoře.",
  },
  fields: {
    missing: "Toto pole vyplňte.",
    unknown: "Tento údaj služba nezná.",
    malformed: "Zkontrolujte, zda je údaj napsaný správně.",
    "too-short": "Údaj je příliš krátký.",
    "too-long": "Údaj je příliš dlouhý. Zkraťte jej.",
    "common-password": "Toto heslo patří k nejčastěji používaným. Zvolte jiné.",
    "own-name": "Heslo nesmí být stejné jako uživatelské jméno nebo e-mail. Zvolte jiné.",
    unchanged: "Tento údaj už v účtu máte.",
    untimely: "Datum je v budoucnosti, nebo příliš staré.",
    "not-a-real-date": "Takové datum neexistuje. Zkontrolujte den, měsíc a rok.",
    locked: "Údaj je uzamčený, přebíráme jej z registru obyvatel.",
    "certificate-malformed":
      "V souboru není certifikát. Vyberte soubor .pem, .crt, .cer nebo .der s jedním certifikátem.",
    "certificate-private-key":
      "Soubor obsahuje soukromý klíč. Nikomu ho nedávejte, ani nám. Vyberte soubor jen s certifikátem.",
    "certificate-foreign-authority": "Certifikát nevydala autorita, kterou přijímáme.",
    "certificate-authority": "Toto je certifikát autority. Vyberte svůj osobní certifikát.",
    "certificate-not-for-clients": "Certifikát není určen k přihlašování.",
    "certificate-weak": "Certifikát má zastaralý klíč nebo podpis. Požádejte autoritu o nový.",
    "certificate-not-yet-valid": "Platnost certifikátu ještě nezačala.",
    "certificate-expired": "Platnost certifikátu skončila. Požádejte autoritu o nový.",
    "certificate-unregistered":
      "Tento certifikát žádný účet neotevírá. Přihlaste se heslem a přidejte ho v Nastavení.",
  } satisfies Record<FieldCode, string>,
  username:
    "Použijte 3 až 40 písmen bez diakritiky, číslic, teček nebo pomlček. Začněte i skončete písmenem nebo číslicí.",
  email: "Zadejte e-mail ve tvaru jmeno@domena.cz.",
  phone: "Zadejte celé číslo, například 601 234 567. Zahraniční číslo začněte předvolbou, například +421.",
  password: "Heslo musí mít aspoň 10 znaků.",
  pin: "PIN má 6 číslic.",
  postalCode: "Zadejte PSČ, například 110 00.",
};
