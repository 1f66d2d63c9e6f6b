export const undeliverable = {
  title: "Na váš e-mail se nedaří doručit",
  bounced: "Naše zprávy se z něj vracejí, proto na něj žádné další neposíláme.",
  complained: "Naše zpráva byla označena jako nevyžádaná, proto na něj žádné další neposíláme.",
  whatToDo:
    "Ověřte jej znovu, nebo jej změňte. Do té doby vám nepřijde žádné upozornění ani odkaz pro nové heslo.",
  link: "Přejít na kontakty",
};

export type UndeliverableTexts = typeof undeliverable;
