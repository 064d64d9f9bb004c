import { type Template } from '../template';

/** How text runs where a block does not say otherwise; `after` in millimetres. */
export interface TextStyle {
  size: number;
  leading: number;
  after: number;
  align: 'left' | 'center' | 'right' | 'justify';
}

export function styleOf({ text }: Template): TextStyle {
  return { size: text.size, leading: text.leading, after: text.after, align: text.align ?? 'left' };
}
