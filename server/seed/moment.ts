import { type Context } from '../casework/context';
import { instantOf } from '../domain/local-time';
import { parsePlainDate } from '../domain/plain-date';

/** Eight in the morning, when offices are open. */
const MORNING_MINUTE = 480;

/** The context of an act of that day's morning: the seed lets the past happen, act by act. */
export function on(context: Context, day: string): Context {
  return at(context, instantOf(parsePlainDate(day), MORNING_MINUTE));
}

/** The context of an act of that moment. It never runs ahead of the clock. */
export function at(context: Context, then: Date): Context {
  return { ...context, now: then < context.now ? then : context.now };
}
