import type { Colours } from '@quotebridge/command-line/terminal';
import type { Sandbox } from '@quotebridge/halopsa-sandbox';

/** What a person needs to use a running sandbox. */
export function sandboxText(sandbox: Sandbox, colours: Colours): string {
  const { url, clientId, clientSecret, tenant } = sandbox;
  return [
    `${colours.green('✓')} The sandbox answers at ${colours.underline(url)} (open it in a browser to see what arrives)`,
    `  client id      ${clientId}`,
    `  client secret  ${clientSecret}`,
    `  tenant         ${tenant}`,
    '',
    'In another terminal:',
    '  quotebridge init --plugin halopsa \\',
    `    --set account.serverUrl=${url} --set account.clientId=${clientId} \\`,
    `    --set account.clientSecret=${clientSecret} --set account.tenant=${tenant} \\`,
    '    --set defaults.ticketType=Opportunity --set defaults.productGroup=Hardware',
    '  quotebridge items sync',
    '  quotebridge push examples/quotes.csv --doc AAAQ1001',
    '',
    colours.dim('Ctrl-C stops it; its data is gone then.'),
  ].join('\n');
}
