import { type Context } from '../../casework/context';
import { returnTask } from '../../casework/return-tasks';
import { type TaskRow } from '../../store/models/task';

/** A post has ended on its day, or a step has opened for an officer who has left: the task goes to the pool (R45). */
export async function returnStrayTask(context: Context, task: TaskRow): Promise<boolean> {
  return returnTask(context, task);
}
