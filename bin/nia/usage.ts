export const usage = `npm run nia -- COMMAND [OPTIONS]

Talks to NIA as the service does: the same client, one transaction, readable output.

Commands
  identify        find a person:  --first-name --last-name --birth-date YYYY-MM-DD [--address-place CODE] [--document ID:NUMBER]
  write           record a key:   --pseudonym --authenticator [--loa Substantial] [--state Aktivni] [--document ID:NUMBER]
  change          change it:      --pseudonym --authenticator --state Neaktivni|Aktivni|Ukonceny [--loa ..] [--message ..]
  notifications   the change feed: [--from ID] [--pages N]

Which NIA
  --stage NAME            local (a running npm start, the default), dev or prod: its settings in cdk.json
  --settings FILE.json    settings laid over those of the stage
  --run-folder FOLDER     of the running product; local/.run unless said
  --ipsts URL  --fpsts URL  --public URL  --fpsts-realm NAME  --public-realm NAME
  --ipsts-certificate FILE.pem  --fpsts-certificate FILE.pem
                          what their tokens must be signed by; several may stand in a file
  --timeout SECONDS       for each of the calls
  --really                needed by write and change with --stage prod

Which key of ours
  --key FILE.pem --certificate FILE.pem   or
  --secret NAME           name or ARN of the secret in AWS Secrets Manager

What comes out
  --json                  the answer as JSON on standard output, all else on standard error
  --trace FOLDER          each request and reply in a file, secrets and personal data blanked
  --trace-personal-data   leaves personal data in them; secrets never
  --input FILE.json       options as {"first-name": ..}; - reads standard input, so that nothing personal stands in a process list
  --help

Exit status: 0 done, 1 unexpected, 2 wrong arguments or settings, 3 NIA says no, 4 try again later,
5 unknown whether it was done, 6 the reply can't be trusted`;
