export const progress = {
  title: "Dokončujeme propojení",
  lead: "Obvykle to trvá několik sekund. Stránku můžete zavřít, výsledek vám pošleme i e-mailem.",
  steps: {
    identify: "Zjišťujeme vaši totožnost v NIA",
    keys: (done: number, all: number) => `Zapisujeme bezpečnostní klíče (${done} z ${all})`,
    finish: "Ukládáme výsledek",
  },
  stepDone: "hotovo",
  stepRunning: "probíhá",
  stepWaiting: "čeká",
  waitingForNia: "NIA teď neodpovídá. Zkoušíme to znovu, nemusíte nic dělat. Pošleme vám e-mail.",
};
