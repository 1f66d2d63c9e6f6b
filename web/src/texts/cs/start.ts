export const start = {
  title: "Přihlašujte se ke službám státu svým účtem",
  lead: "Propojte svůj účet a bezpečnostní klíč s Národním bodem pro identifikaci a autentizaci (NIA). Potom se jimi přihlásíte například k České správě sociálního zabezpečení, na daňový portál nebo k eReceptu.",
  needTitle: "Co budete potřebovat",
  need: [
    "účet s vyplněným jménem, trvalou adresou, e-mailem a telefonem",
    "bezpečnostní klíč s certifikací FIDO úrovně 1 nebo vyšší",
    "jednu návštěvu kteréhokoli pracoviště Czech POINT s dokladem totožnosti",
  ],
  forWhom: "Propojení je pro občany České republiky, kteří účet nepoužívají k podnikání. Je zdarma.",
  stepsTitle: "Jak to proběhne",
  steps: [
    { title: "Založíte si účet", text: "Ověříme váš e-mail a telefon. Trvá to asi 5 minut." },
    { title: "Přidáte bezpečnostní klíč", text: "Hned uvidíte, zda jej lze propojit." },
    {
      title: "Zajdete na Czech POINT",
      text: "Vytisknete si podklad a úřad nám pošle údaje z registru obyvatel.",
    },
    { title: "Dokončíte propojení", text: "Zkontrolujete údaje a potvrdíte je. Výsledek uvidíte do minuty." },
  ],
  keysList: "Prohlédnout seznam certifikovaných klíčů",
  servicesList: "Seznam služeb, ke kterým se přihlásíte",
  toSettings: "Přejít do Nastavení",
};
