// Peers that bring no types: what is used of them.
declare module 'mustache' {
  type Tokens = readonly unknown[];
  interface Writer {
    parse(template: string): Tokens;
    renderTokens(tokens: Tokens, context: object, partials: undefined, template: string): string;
  }
  const mustache: { readonly Context: new (view: object) => object; readonly Writer: new () => Writer };
  export default mustache;
}
declare module 'string-template/compile.js' {
  export default function compile(template: string, inline: boolean): (values: object) => string;
}
declare module 'json-logic-js' {
  const logic: { apply(rule: unknown, data: unknown): unknown };
  export default logic;
}
declare module 'jexl' {
  interface Jexl {
    addBinaryOp(operator: string, precedence: number, apply: (left: string, right: string) => boolean): void;
    createExpression(text: string): { compile(): { evalSync(context: object): unknown } };
  }
  const jexl: { readonly Jexl: new () => Jexl };
  export default jexl;
}
