export { renderQuote, type QuoteToRender, type RenderedQuote } from './render-quote.js';
export type { Paper } from './page/paper.js';
