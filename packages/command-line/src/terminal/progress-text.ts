import { durationText } from './duration-text.js';

export interface ProgressState {
  readonly message: string;
  readonly tracked?: Tracked;
  readonly wait?: Wait;
}

/** Nothing can be done for a while. */
export interface Wait {
  /** End of the sentence: `the server takes more requests`. */
  readonly until: string;
  /** None and less: there is nothing to wait for any more. */
  readonly milliseconds: number;
}

/** How far work of many parts has come. */
export interface Tracked {
  readonly done: number;
  readonly total: number;
  /** What is being worked at. */
  readonly current?: string;
  /** Milliseconds; undefined while too little is known. */
  readonly left?: number;
}

const barWidth = 20;

/** One line of progress, no longer than the room for it; the time left stays readable, the message gives way. */
export function progressText({ message, tracked, wait }: ProgressState, room: number): string {
  const doing = wait === undefined || wait.milliseconds <= 0 ? message : waitingText(wait);
  if (tracked === undefined) return cut(capital(doing), room);
  const { done, total, current, left } = tracked;
  const full = total === 0 ? barWidth : Math.floor((done / total) * barWidth);
  const bar = `${'━'.repeat(full)}${'─'.repeat(barWidth - full)}`;
  const count = `${bar} ${grouped(done)}/${grouped(total)}`;
  const end = left === undefined ? '' : `, about ${durationText(left)} left`;
  const middle = [current ?? '', doing].filter((text) => text !== '').join(': ');
  return cut(`${count}${end}${middle === '' ? '' : `  ${middle}`}`, room);
}

export function waitingText({ until, milliseconds }: Wait): string {
  return `waiting until ${until}: ${durationText(milliseconds)}`;
}

function cut(text: string, room: number): string {
  return text.length > room ? `${text.slice(0, room - 1)}…` : text;
}

/** `reading` → `Reading`. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** `1,000`. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
