/** An end that whoever started the program can understand and act on: its message is all they read, in one line. */
export class PlainSentence extends Error {}
